package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.ClockAgent;
import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Two replicas over one PostgreSQL, with receivers, a mail server and a clock that can each be made to fail. */
final class FaultWorld implements AutoCloseable {

    /** A ministry with people on three levels of a call-out, two machines to tell, and systems to fail. */
    private static final int SYSTEMS = 40;

    private final Path folder;
    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Map<String, String> environment;
    final FaultyDatabase database;
    final FaultyWebhooks good;
    final FaultyWebhooks bad;
    final FaultyMail mail;
    final ClockAgent clock;
    final PackagedServer right;
    private PackagedServer left;

    /** Whatever fails here, nothing that was started outlives it. */
    static FaultWorld start(Path folder) throws Exception {
        FaultWorld world = new FaultWorld(folder);
        try {
            world.left.awaitReady();
            world.right.awaitReady();
            world.describe();
            return world;
        } catch (Exception | AssertionError e) {
            world.close();
            throw e;
        }
    }

    private FaultWorld(Path folder) throws Exception {
        this.folder = folder;
        database = opened(FaultyDatabase.start(folder.resolve("database")));
        good = opened(FaultyWebhooks.start());
        bad = opened(FaultyWebhooks.start());
        mail = opened(FaultyMail.start());
        clock = ClockAgent.in(folder);
        environment = environment();
        left = launch("left");
        right = launch("right");
    }

    private PackagedServer launch(String name) throws Exception {
        Path data = Files.createDirectories(folder.resolve(name));
        return opened(PackagedServer.launchWith(data, environment, List.of(clock.option())));
    }

    /** The replica that may be killed, ready. */
    PackagedServer left() {
        left.awaitReady();
        return left;
    }

    /** Starts the replica again that was killed, and does not wait for it. */
    void startLeftAgain() throws Exception {
        left = launch("left");
    }

    private Map<String, String> environment() {
        Map<String, String> settings = database.environment();
        settings.put("HAETAE_AUDIT_SIGNING_KEY", folder.resolve("seal.pem").toString());
        settings.put("HAETAE_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        settings.put("HAETAE_DUTY_SUMMARY_FROM", "100000"); // each message is counted, so none is gathered with others
        settings.put("HAETAE_NOTIFY_MAIL_ENABLED", "true");
        settings.put("HAETAE_NOTIFY_TIMEOUT", "2S");
        settings.put("HAETAE_NOTIFY_LEASE", "6S");
        settings.put("HAETAE_NOTIFY_FIRST_RETRY", "1S");
        settings.put("HAETAE_NOTIFY_LONGEST_RETRY", "2S");
        settings.put("HAETAE_NOTIFY_MAX_ATTEMPTS", "1000");
        settings.put("HAETAE_OVERSIGHT_EVERY", "off"); // it would tell the situation room of what is late on purpose
        settings.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        settings.put("QUARKUS_MAILER_PORT", String.valueOf(mail.port()));
        settings.put("QUARKUS_MAILER_FROM", "haetae@haetae.invalid");
        return settings;
    }

    private void describe() {
        created("/api/v1/institutions", """
                {"code": "MOIS", "name": {"ko": "행정안전부", "en": "MOIS"}, "kind": "MINISTRY", "centralAuthority": "MOIS"}""");
        Map.of("op", "OPERATOR", "op2", "OPERATOR", "room", "SITUATION", "cio", "OFFICER")
                .forEach((name, role) ->
                        created("/api/v1/people", """
                        {"username": "%s", "password": "%s", "name": "%1$s", "roles": ["%s"], "institution": "MOIS",
                         "mail": "%1$s@haetae.invalid"}""".formatted(name, PackagedServer.ADMIN_PASSWORD, role)));
        for (int i = 0; i < SYSTEMS; i++) {
            created("/api/v1/systems", """
                    {"code": "%s", "name": {"ko": "%1$s", "en": "%1$s"}, "owner": "MOIS", "operator": "MOIS",
                     "audience": "CITIZEN", "zone": "INTERNET", "major": true}""".formatted(system(i)));
        }
        List.of(good, bad).forEach(each -> created("/api/v1/endpoints", """
                {"institution": "MOIS", "channel": "WEBHOOK", "name": "%s", "address": "%1$s",
                 "secret": "a-secret-that-two-machines-share-2026"}""".formatted(each.address())));
        // as if everybody had entered the code that came to his address
        database.update(
                "insert into notify_contact (id, person, channel, address, created_at, verified_at, verified_by)"
                        + " select gen_random_uuid(), id, 'MAIL', mail, now(), now(), 'CODE' from identity_person"
                        + " where mail is not null");
    }

    static String system(int number) {
        return "SYSTEM-" + number;
    }

    private void created(String path, String body) {
        HttpResponse<String> answer = left.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** A source of alerts with a key of its own. */
    FaultySource source(String name) {
        HttpResponse<String> made = left.post("/api/v1/intake/keys", """
                {"source": "%s", "adapter": "alertmanager", "institution": "MOIS"}""".formatted(name));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new FaultySource(name, new JsonPath(made.body()).getString("path"));
    }

    /** Somebody logs a failure; says its number. */
    static String declare(PackagedServer replica, String system, Instant detectedAt) {
        HttpResponse<String> answer = replica.send(replica.request("/api/v1/incidents", "op")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"kind": "FAILURE", "title": "접속 불가", "detectedAt": "%s",
                         "systems": [{"code": "%s", "service": "STOPPED"}]}""".formatted(detectedAt, system)))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonPath(answer.body()).getString("number");
    }

    /** How long after detection the second level of such a failure is called. */
    Duration secondLevelAfter() {
        return Duration.ofSeconds(database.count("""
                select min(extract(epoch from s.due_at - f.due_at))::bigint from duty_step s
                join duty_step f on f.chain = s.chain and f.ordinal = 1 where s.due_at > f.due_at"""));
    }

    void await(String what, BooleanSupplier holds) {
        right.await(what, holds);
    }

    /** Every level of these has been called, and nothing about them waits to be sent. */
    void awaitAllTold(Collection<String> numbers) {
        String those = numbers.stream().map(each -> "'" + each + "'").collect(Collectors.joining(","));
        await(
                "called on every level",
                () -> database.count("""
                select count(*) from duty_step s join duty_chain c on c.id = s.chain
                where s.state = 'WAITING' and c.subject_id in (%s)""".formatted(those)) == 0
                        && database.count("select count(distinct subject_id) from duty_chain where subject_id in (%s)"
                                        .formatted(those))
                                == numbers.size());
        awaitAllSent();
    }

    void awaitAllSent() {
        await("sent", () -> database.count("select count(*) from notify_delivery where state = 'PENDING'") == 0);
    }

    /**
     * What stands in the outbox as sent has arrived, and nothing arrived more often than it was tried: the guarantee. A
     * message that is in nobody's book would be a key that was taken but never sent, which fails too.
     */
    void everythingSentHasArrived() {
        arrived(good, "id::text", "channel = 'WEBHOOK' and " + toMachine(good));
        arrived(bad, "id::text", "channel = 'WEBHOOK' and " + toMachine(bad));
        arrived(mail.taken(), "'<' || id || '@haetae>'", "channel = 'MAIL'");
        JsonPath verified = new JsonPath(right.get("/api/v1/audit/verify").body());
        assertThat(verified.getBoolean("intact")).as(verified.prettify()).isTrue();
    }

    private static String toMachine(FaultyWebhooks webhooks) {
        return "address = (select id::text from notify_endpoint where address = '" + webhooks.address() + "')";
    }

    private void arrived(FaultyWebhooks webhooks, String key, String which) {
        arrived(webhooks.taken(), key, which);
    }

    private void arrived(Map<String, Integer> taken, String key, String which) {
        assertThat(taken.keySet())
                .containsExactlyInAnyOrderElementsOf(database.rows(
                        "select " + key + " from notify_delivery where sent_at is not null and " + which));
        List<String> tries = database.rows(
                "select " + key + " || '=' || attempts from notify_delivery where sent_at is not null and " + which);
        for (String each : tries) {
            int at = each.lastIndexOf('=');
            assertThat(taken.get(each.substring(0, at)))
                    .as(each)
                    .isLessThanOrEqualTo(Integer.valueOf(each.substring(at + 1)));
        }
    }

    private <T extends AutoCloseable> T opened(T thing) {
        opened.add(thing);
        return thing;
    }

    @Override
    public void close() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }
}

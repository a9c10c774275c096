package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.haetae.kernel.database.EmbeddedDatabase;
import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import io.restassured.path.json.JsonPath;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three replicas over one PostgreSQL tell people as one does; one of them may die meanwhile. */
@RunsBeside
class ThreeReplicasIT {

    private static final String SECRET = "a-secret-that-two-machines-share-2026";
    private static final int BEFORE_THE_KILL = 60;
    private static final int AFTER_THE_KILL = 30;

    @TempDir
    Path folder;

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final List<PackagedServer> replicas = new ArrayList<>();
    private final Set<String> acknowledged = new ConcurrentSkipListSet<>();
    private Receiver receiver;
    private GreenMail mail;

    @BeforeEach
    void start_three_over_one_database() throws IOException {
        EmbeddedDatabase database = opened(EmbeddedDatabase.start(folder.resolve("database")));
        receiver = opened(Receiver.start(SECRET));
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        opened.add(mail::stop);
        Map<String, String> environment = environment(database);
        for (String name : List.of("a", "b", "c")) {
            replicas.add(opened(PackagedServer.start(Files.createDirectory(folder.resolve(name)), environment)));
        }
        describeTheWorld(replicas.get(0));
        proveMailAddresses(database);
    }

    /** As if everybody had entered the code that came to his address. */
    private static void proveMailAddresses(EmbeddedDatabase database) {
        Map<String, String> properties = database.properties();
        try (Connection connection = DriverManager.getConnection(
                        properties.get("quarkus.datasource.jdbc.url"),
                        properties.get("quarkus.datasource.username"),
                        properties.get("quarkus.datasource.password"));
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("insert into notify_contact (id, person, channel, address, created_at, verified_at,"
                    + " verified_by) select gen_random_uuid(), id, 'MAIL', mail, now(), now(), 'CODE'"
                    + " from identity_person where mail is not null");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop_all() throws Exception {
        for (int i = opened.size() - 1; i >= 0; i--) {
            opened.get(i).close();
        }
    }

    @Test
    void each_message_goes_out_as_often_as_it_was_tried_and_none_is_lost_with_a_replica() throws Exception {
        declare(BEFORE_THE_KILL);
        awaitAllTold();
        Set<String> told = new HashSet<>(receiver.ids());
        assertThat(told).as("two levels of each incident").hasSizeGreaterThanOrEqualTo(2 * BEFORE_THE_KILL);
        assertThat(receiver.ids()).as("no webhook that nobody tried").hasSizeLessThanOrEqualTo(attempts("WEBHOOK"));
        assertThat(receiver.forged()).isEmpty();
        assertThat(relayed()).as("each relay file once").isEqualTo(told.size());
        assertThat(mailsOfCallOuts()).as("each mail").isBetween(sentBy("MAIL"), attempts("MAIL"));
        assertThat(told).hasSize(sentBy("WEBHOOK"));
        assertThat(acknowledged).hasSize(BEFORE_THE_KILL);

        PackagedServer killed = replicas.remove(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<?> kill = other.submit(killed::kill);
        declare(AFTER_THE_KILL);
        kill.get();
        other.shutdown();
        awaitAllTold();

        assertThat(acknowledged).hasSize(BEFORE_THE_KILL + AFTER_THE_KILL);
        assertThat(new HashSet<>(receiver.ids())).hasSize(sentBy("WEBHOOK"));
        for (String number : acknowledged) {
            assertThat(deliveries(number).getList("items.findAll { it.channel == 'IN_APP' && it.level == 1 }.to"))
                    .as("the duty of %s is called", number)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
        JsonPath verified = json(replicas.get(0).get("/api/v1/audit/verify"));
        assertThat(verified.getBoolean("intact")).as(verified.prettify()).isTrue();
    }

    /** Detected an hour ago, so that every level is due at once; each replica takes its share. */
    private void declare(int count) throws Exception {
        CountDownLatch left = new CountDownLatch(count);
        ExecutorService threads = Executors.newFixedThreadPool(replicas.size());
        List<Future<?>> writers = new ArrayList<>();
        for (PackagedServer replica : replicas) {
            writers.add(threads.submit(() -> {
                for (int i = 0; i < count / replicas.size(); i++) {
                    acknowledged.add(declareOne(replica));
                    left.countDown();
                }
            }));
        }
        for (Future<?> writer : writers) {
            writer.get(3, TimeUnit.MINUTES);
        }
        threads.shutdown();
        assertThat(left.getCount()).isZero();
    }

    private static String declareOne(PackagedServer replica) {
        HttpResponse<String> answer = replica.send(replica.request("/api/v1/incidents", "op")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        """
                        {"kind": "FAILURE", "title": "정부24 접속 불가", "detectedAt": "%s",
                         "systems": [{"code": "GOV24", "service": "STOPPED"}]}""".formatted(Instant.now().minus(1, ChronoUnit.HOURS))))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return json(answer).getString("number");
    }

    /** Until every level was called and nothing waits to be sent. */
    private void awaitAllTold() {
        for (String number : acknowledged) {
            replicas.get(0).await("told of " + number, () -> {
                List<String> states = deliveries(number).getList("items.state");
                List<Integer> levels = deliveries(number).getList("items.level");
                return levels.contains(2) && states.stream().noneMatch("PENDING"::equals);
            });
        }
    }

    private int sentBy(String channel) {
        return acknowledged.stream()
                .mapToInt(number -> deliveries(number)
                        .getList("items.findAll { it.channel == '" + channel + "' && it.state == 'SENT' }")
                        .size())
                .sum();
    }

    /** Tries, one per message unless the machine was so slow that an answer came too late. */
    private int attempts(String channel) {
        return acknowledged.stream()
                .mapToInt(number ->
                        deliveries(number).getInt("items.findAll { it.channel == '" + channel + "' }.attempts.sum()"))
                .sum();
    }

    private JsonPath deliveries(String number) {
        PackagedServer replica = replicas.get(0);
        return json(replica.send(replica.request("/api/v1/deliveries?limit=200&incident=" + number, "op")
                .GET()
                .build()));
    }

    /** Those of the call-out name the incident; the procedure tells of its own steps. */
    private int mailsOfCallOuts() throws MessagingException {
        int count = 0;
        for (MimeMessage message : mail.getReceivedMessages()) {
            if (message.getSubject().contains("INC-")) {
                count++;
            }
        }
        return count;
    }

    private long relayed() {
        try (Stream<Path> files = Files.walk(folder.resolve("relay"))) {
            return files.filter(file -> file.toString().endsWith(".json")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> environment(EmbeddedDatabase database) {
        Map<String, String> environment = new HashMap<>();
        database.properties().forEach((name, value) -> {
            if (name.startsWith("quarkus.")) {
                environment.put(name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT), value);
            }
        });
        environment.put(
                "HAETAE_AUDIT_SIGNING_KEY", folder.resolve("journal-seal.pem").toString());
        // secrets are sealed: every replica needs the same key
        environment.put("HAETAE_ENCRYPTION_KEY", Base64.getEncoder().encodeToString(new byte[32]));
        // each message is counted here, so none is gathered with others
        environment.put("HAETAE_DUTY_SUMMARY_FROM", "1000");
        environment.put("HAETAE_NOTIFY_RELAY_FOLDER", folder.resolve("relay").toString());
        environment.put("HAETAE_NOTIFY_MAIL_ENABLED", "true");
        environment.put("QUARKUS_MAILER_HOST", "127.0.0.1");
        environment.put("QUARKUS_MAILER_PORT", String.valueOf(mail.getSmtp().getPort()));
        environment.put("QUARKUS_MAILER_FROM", "haetae@haetae.invalid");
        return environment;
    }

    private void describeTheWorld(PackagedServer replica) {
        created(replica, "/api/v1/institutions", """
                {"code": "MOIS", "name": {"ko": "행정안전부", "en": "MOIS"}, "kind": "MINISTRY", "centralAuthority": "MOIS"}""");
        person(replica, "op", "OPERATOR");
        person(replica, "op2", "OPERATOR");
        person(replica, "room", "SITUATION");
        person(replica, "cio", "OFFICER");
        created(replica, "/api/v1/systems", """
                {"code": "GOV24", "name": {"ko": "정부24", "en": "Government24"}, "owner": "MOIS", "operator": "MOIS",
                 "audience": "CITIZEN", "zone": "INTERNET", "major": true}""");
        endpoint(replica, "WEBHOOK", receiver.address());
        endpoint(replica, "RELAY", "out");
    }

    private static void person(PackagedServer replica, String username, String role) {
        created(replica, "/api/v1/people", """
                {"username": "%s", "password": "%s", "name": "%1$s", "roles": ["%s"], "institution": "MOIS",
                 "mail": "%1$s@haetae.invalid"}""".formatted(username, PackagedServer.ADMIN_PASSWORD, role));
    }

    private static void endpoint(PackagedServer replica, String channel, String address) {
        created(replica, "/api/v1/endpoints", """
                {"institution": "MOIS", "channel": "%s", "name": "%1$s", "address": "%s", "secret": "%s"}""".formatted(channel, address, SECRET));
    }

    private static void created(PackagedServer replica, String path, String body) {
        HttpResponse<String> answer = replica.post(path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static JsonPath json(HttpResponse<String> answer) {
        return new JsonPath(answer.body());
    }

    private <T extends AutoCloseable> T opened(T thing) {
        opened.add(thing);
        return thing;
    }
}

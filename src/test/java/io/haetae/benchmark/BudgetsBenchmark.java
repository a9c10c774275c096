package io.haetae.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.benchmark.Load.Call;
import io.haetae.benchmark.Load.Result;
import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the packaged service with the demonstration on this machine and prints each figure beside its budget. Fails when
 * something is answered wrongly, never because it is slow.
 */
class BudgetsBenchmark {

    /** How long each figure is measured; {@code -Dbenchmark.seconds} shortens a trial. */
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("benchmark.seconds", 20));

    private static final Duration PROFILED = Duration.ofSeconds(10);
    private static final Duration WARM = LENGTH.plusSeconds(10);
    private static final int CLIENTS = 8;
    private static final int MANY_CLIENTS = 32;
    private static final int STORM_CLIENTS = 4;
    private static final int POSTS = 1000;
    private static final int ALERTS_PER_POST = 1000;
    private static final int DISTINCT = 100_000;

    private static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @TempDir
    Path data;

    @TempDir
    Path otherReplica;

    private final Sheet sheet = new Sheet();
    private Profile profile;

    @Test
    @Timeout(3600)
    void budgets() throws IOException {
        try (PackagedServer service = PackagedServer.atFullSpeed(
                data,
                Map.of(
                        "HAETAE_DEMO",
                        "true",
                        "HAETAE_DEMO_PASSWORD",
                        PackagedServer.ADMIN_PASSWORD,
                        "HAETAE_ENCRYPTION_KEY",
                        ENCRYPTION_KEY))) {
            Cluster cluster = new Cluster(data);
            Pgbench pgbench = new Pgbench(cluster);
            profile = new Profile(service, cluster);
            List<String> systems = systems(service);
            try (Load load = new Load(service.uri("/").getPort(), token(service, "operator.nirs"))) {
                listing(load, pgbench, cluster, systems);
                declaring(service, load, pgbench, cluster, systems);
                storm(service, load, pgbench, cluster, everySystem(service));
            }
            escalating(new DueCallOuts(service, cluster, otherReplica, ENCRYPTION_KEY));
        } finally {
            sheet.write(); // what was measured before something failed was measured
            profile.write();
        }
    }

    /** The newest fifty of ten thousand incidents, and of a million. */
    private void listing(Load load, Pgbench pgbench, Cluster cluster, List<String> systems) throws IOException {
        accepted(load.closed(CLIENTS, Duration.ofSeconds(10), declarations(systems)));
        LongFunction<Call> lists = n -> Call.get(
                n % 2 == 0 ? "/api/v1/incidents?state=OPEN&limit=50" : "/api/v1/incidents?failureGrade=2&limit=50");
        fill(cluster, 10_000);
        accepted(load.closed(CLIENTS, WARM, lists));
        Result few = accepted(load.closed(CLIENTS, LENGTH, lists));
        fill(cluster, 1_000_000);
        accepted(load.closed(CLIENTS, Duration.ofSeconds(5), lists));
        Result many = accepted(load.closed(CLIENTS, LENGTH, lists));
        String work = "newest 50 of 1,000,000 incidents";
        sheet.atLeast(work, "requests/s", many.perSecond(), 3000);
        sheet.atMost(work, "p99 ms", many.p99Millis(), 20);
        sheet.atMost(work, "cost against 10,000", few.perSecond() / many.perSecond(), 1.5);
        accepted(profile.of(work, () -> load.closed(CLIENTS, PROFILED, lists)));
        double limit = pgbench.perSecond("list.sql", CLIENTS, LENGTH, variables(cluster));
        sheet.figure(work, "PostgreSQL's limit /s", limit);
    }

    private void declaring(PackagedServer service, Load load, Pgbench pgbench, Cluster cluster, List<String> systems) {
        String work = "log an incident";
        accepted(load.closed(CLIENTS, WARM, declarations(systems)));
        Duration before = service.processorTime();
        Result closed = accepted(load.closed(CLIENTS, LENGTH, declarations(systems)));
        Duration spent = service.processorTime().minus(before);
        accepted(profile.of(work, () -> load.closed(CLIENTS, PROFILED, declarations(systems))));
        double limit = pgbench.perSecond("declare.sql", CLIENTS, LENGTH, variables(cluster));
        sheet.figure(work, "requests/s", closed.perSecond());
        sheet.figure(work, "PostgreSQL's limit /s", limit);
        sheet.atLeast(work, "ratio to the limit", closed.perSecond() / limit, 0.40);
        sheet.atMost(work, "p99 ms at 8 clients", closed.p99Millis(), 50);
        sheet.atMost(work, "processor ms in the service", spent.toMillis() / (double) closed.answered(), 1.5);
        Result paced = accepted(load.paced(MANY_CLIENTS, closed.perSecond() / 2, LENGTH, declarations(systems)));
        sheet.atMost(work, "p99 ms at 32 clients and half the rate", paced.p99Millis(), 50);
    }

    /** A million alerts in posts of a thousand, a hundred thousand of them distinct, about every system there is. */
    private void storm(PackagedServer service, Load load, Pgbench pgbench, Cluster cluster, List<String> systems) {
        String work = "storm of 1,000,000 alerts";
        JsonPath made = new JsonPath(service.post("/api/v1/intake/keys", """
                {"source": "benchmark", "adapter": "alertmanager", "institution": "MOIS"}""").body());
        String path = "/api/v1/intake/alertmanager/" + made.getString("key");
        // It cannot be had a second time, so that looking costs it some hundredths.
        Result storm = accepted(
                profile.of(work, () -> load.counted(STORM_CLIENTS, POSTS, n -> Call.post(path, post(n, systems)))));
        double alertsPerSecond = storm.perSecond() * ALERTS_PER_POST;
        String source = cluster.one("select id from intake_source where name = 'benchmark'");
        double limit =
                pgbench.perSecond("storm.sql", STORM_CLIENTS, LENGTH, Map.of("source", source)) * ALERTS_PER_POST;
        sheet.figure(work, "alerts/s", alertsPerSecond);
        sheet.figure(work, "PostgreSQL's limit, rows/s", limit);
        sheet.atLeast(work, "ratio to the limit", alertsPerSecond / limit, 0.5);
        assertThat(cluster.one("select sum(received) from intake_alert where source = '" + source
                        + "' and fingerprint not like 'limit-%'"))
                .as("every alert counted")
                .isEqualTo(String.valueOf(POSTS * ALERTS_PER_POST));
        String slowest = cluster.one("""
                select coalesce(extract(epoch from max(late)), 1e9) from (
                    select min(i.recorded_at) - min(a.first_at) as late
                      from intake_alert a left join incident i on i.number = a.incident
                     where a.source = '%s' and a.fingerprint not like 'limit-%%' group by a.system) by_system
                """.formatted(source));
        sheet.atMost(work, "s until the last system's incident was graded", Double.parseDouble(slowest), 5);
    }

    /** Ten thousand call-outs due within one minute, carried out by two replicas; a trial has as many per second. */
    private void escalating(DueCallOuts due) throws IOException {
        String work = "10,000 call-outs due within a minute";
        DueCallOuts.Told told = due.within(LENGTH.multipliedBy(3));
        sheet.atMost(work, "p99 s from due to the channel, two replicas", told.p99Seconds(), 2);
        sheet.atMost(work, "missed", told.missed(), 0);
        sheet.atMost(work, "sent twice", told.twice(), 0);
        assertThat(told.missed()).as("missed").isZero();
    }

    private static String post(long n, List<String> systems) {
        StringBuilder alerts = new StringBuilder(ALERTS_PER_POST * 400);
        for (long i = n * ALERTS_PER_POST; i < (n + 1) * ALERTS_PER_POST; i++) {
            int key = (int) (i * 7919 % DISTINCT);
            alerts.append(alerts.isEmpty() ? "" : ",")
                    .append(
                            "{\"status\":\"firing\",\"labels\":{\"alertname\":\"Down\",\"severity\":\"critical\",\"system\":\"")
                    .append(systems.get(key % systems.size()))
                    .append("\",\"instance\":\"host-")
                    .append(key)
                    .append("\"},\"annotations\":{\"summary\":\"응답 없음\"},\"startsAt\":\"2026-11-22T00:00:00Z\",")
                    .append("\"endsAt\":\"0001-01-01T00:00:00Z\",\"generatorURL\":\"http://monitoring.invalid/")
                    .append(key)
                    .append("\",\"fingerprint\":\"")
                    .append("%016x".formatted(key))
                    .append("\"}");
        }
        return """
                {"version":"4","groupKey":"{}","truncatedAlerts":0,"status":"firing","receiver":"haetae","groupLabels":{},
                 "commonLabels":{},"commonAnnotations":{},"externalURL":"http://alertmanager.invalid","alerts":[%s]}""".formatted(alerts);
    }

    private static Map<String, String> variables(Cluster cluster) {
        return Map.of(
                "code", cluster.one("select code from register_system where major order by code limit 1"),
                "hash", cluster.one("select encode(hash, 'hex') from identity_token limit 1"),
                "keys", "{NIRS}");
    }

    private static LongFunction<Call> declarations(List<String> systems) {
        return n -> Call.post("/api/v1/incidents", """
                {"kind": "FAILURE", "title": "접속 불가 %d", "source": "USER_REPORT", "systems": [{"code": "%s",
                 "service": "STOPPED", "people": {"count": 12000, "basis": "ESTIMATED"}, "data": "NONE",
                 "substitute": "NONE"}]}""".formatted(n, systems.get((int) (n % systems.size()))));
    }

    private static void fill(Cluster cluster, int upto) throws IOException {
        String sql = Files.readString(Path.of("src/test/resources/benchmark/fill.sql"), StandardCharsets.UTF_8);
        cluster.execute(sql.replace("${upto}", String.valueOf(upto)));
        cluster.execute("vacuum analyze");
    }

    private static Result accepted(Result result) {
        assertThat(result.answered()).isPositive();
        assertThat(result.refused()).as("refused of %d", result.answered()).isZero();
        return result;
    }

    private static List<String> everySystem(PackagedServer service) {
        List<String> codes = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    new JsonPath(service.get("/api/v1/systems?limit=200" + next).body());
            codes.addAll(page.getList("items.code"));
            String cursor = page.getString("next");
            next = cursor == null ? null : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        }
        return codes;
    }

    private static List<String> systems(PackagedServer service) {
        HttpResponse<String> found = service.get("/api/v1/systems?limit=200");
        return new JsonPath(found.body()).getList("items.code");
    }

    private static String token(PackagedServer service, String username) {
        HttpResponse<String> made = service.send(service.request("/api/v1/tokens", username)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"benchmark\"}"))
                .build());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return new JsonPath(made.body()).getString("token");
    }
}

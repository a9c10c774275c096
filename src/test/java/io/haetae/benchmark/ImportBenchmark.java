package io.haetae.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.benchmark.Load.Call;
import io.haetae.benchmark.Load.Result;
import io.haetae.testing.GeneratedRegister;
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
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A register as large as the government's brought in from a file, 17,000 systems and 60,000 dependencies: time, memory and
 * statements. Then two syllables searched in it by eight people at once.
 */
class ImportBenchmark {

    private static final int SYSTEMS = 17_000;
    private static final int DEPENDENCIES = 60_000;
    private static final int CLIENTS = 8;
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("benchmark.seconds", 20));
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** What people search for: what few systems are called, what many are, and what none is. */
    private static final List<String> WORDS = List.of(
            "지방", "민원", "복지", "주민", "건축", "도시", "상수", "교통", "재난", "기록", "전자", "인사", "재정", "계약", "보조", "농지", "산림", "환경",
            "통계", "교육", "고용", "자격", "관광", "문화", "도서", "보건", "예방", "장애", "체납", "포털", "정보", "수성", "해운", "마포", "국세", "병무",
            "우주");

    private final Sheet sheet = new Sheet(Path.of("target/benchmark-import.md"));

    @TempDir
    Path data;

    @Test
    @Timeout(3600)
    void a_register_is_brought_in_and_searched() throws IOException {
        GeneratedRegister register = GeneratedRegister.of(SYSTEMS, DEPENDENCIES, 1);
        countStatements();
        try (PackagedServer service = start()) {
            Cluster cluster = new Cluster(data);
            cluster.executeAsSuperuser("create extension pg_stat_statements");
            PreviewBenchmark.owners(cluster, register);
            String work = "import of 17,000 systems with 60,000 dependencies";
            String csv = register.asCsv();
            sheet.figure(work, "file, MB", csv.getBytes(StandardCharsets.UTF_8).length / 1e6);
            String brought = bring(service, csv);
            measure(service, cluster, work + ": look", () -> awaitState(service, brought, "CHECKED"));
            JsonPath looked = view(service, brought);
            assertThat(looked.getInt("counts.CREATED")).isEqualTo(SYSTEMS);
            apply(service, brought, looked.getInt("open"));
            measure(service, cluster, work + ": apply", () -> awaitState(service, brought, "APPLIED"));
            assertThat(cluster.one("select count(*) from register_dependency where upper_inf(period)"
                            + " and system in (select id from register_system where code like 'GEN-%')"))
                    .isEqualTo(String.valueOf(DEPENDENCIES));
            String again = bring(service, register.asCsv("SAME"));
            measure(service, cluster, "look at 17,000 rows that all are like a system there is", () -> {
                awaitState(service, again, "CHECKED");
            });
            assertThat(view(service, again).getInt("alike")).isEqualTo(SYSTEMS);
            cluster.execute("vacuum analyze");
            searching(service);
        }
        sheet.write();
    }

    private PackagedServer start() {
        return PackagedServer.atFullSpeed(
                data, Map.of("HAETAE_DEMO", "true", "HAETAE_DEMO_PASSWORD", PackagedServer.ADMIN_PASSWORD));
    }

    /** The server of the database counts statements only when it is started so. */
    private void countStatements() {
        try (PackagedServer first = start()) {
            new Cluster(data).executeAsSuperuser("alter system set shared_preload_libraries = 'pg_stat_statements'");
            first.stop();
        }
    }

    private static String bring(PackagedServer service, String csv) {
        HttpResponse<String> kept = service.send(service.request("/api/v1/systems/imports?name=register.csv")
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(csv))
                .build());
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
        return new JsonPath(kept.body()).getString("id");
    }

    private static void apply(PackagedServer service, String id, int open) {
        HttpResponse<String> taken = service.send(service.request("/api/v1/systems/imports/" + id + "/application")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(
                        open > 0 ? "{\"partial\":false,\"undecided\":\"NEW\"}" : "{\"partial\":false}"))
                .build());
        assertThat(taken.statusCode()).as(taken.body()).isEqualTo(202);
    }

    private static JsonPath view(PackagedServer service, String id) {
        return new JsonPath(service.get("/api/v1/systems/imports/" + id).body());
    }

    private static void awaitState(PackagedServer service, String id, String state) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            String now = view(service, id).getString("state");
            if (now.equals(state)) {
                return;
            }
            assertThat(now).isIn("WAITING", "RUNNING");
            service.await("a moment later", new Once()::passed);
        }
        throw new AssertionError("not " + state);
    }

    /** Holds at the second asking, which is a tenth of a second later. */
    private static final class Once {
        private boolean asked;

        boolean passed() {
            boolean before = asked;
            asked = true;
            return before;
        }
    }

    private void measure(PackagedServer service, Cluster cluster, String work, Runnable act) throws IOException {
        forgetPeak(service);
        cluster.executeAsSuperuser("select pg_stat_statements_reset()");
        long begun = System.nanoTime();
        Duration before = service.processorTime();
        act.run();
        sheet.figure(work, "seconds", (System.nanoTime() - begun) / 1e9);
        sheet.figure(
                work,
                "processor seconds in the service",
                service.processorTime().minus(before).toMillis() / 1e3);
        sheet.figure(work, "memory of the service at most, MiB", peak(service));
        String counted = "select coalesce(sum(calls), 0) from pg_stat_statements where query ~ '%s' and query !~ '%s'";
        sheet.figure(
                work,
                "statements",
                Double.parseDouble(cluster.oneAsSuperuser(counted.formatted(
                        "register_(system|dependency|external|refresh)|similarity|identity_ancestry"
                                + "|insert into (audit_entry|register_import_row)",
                        "pg_stat"))));
        sheet.figure(
                work,
                "words on how far it is",
                Double.parseDouble(
                        cluster.oneAsSuperuser(counted.formatted("update register_import set rows_total", "pg_stat"))));
    }

    private static void forgetPeak(PackagedServer service) throws IOException {
        Files.writeString(Path.of("/proc", Long.toString(service.pid()), "clear_refs"), "5");
    }

    private static double peak(PackagedServer service) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(service.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private void searching(PackagedServer service) {
        HttpResponse<String> made = service.send(service.request("/api/v1/tokens", "operator.nirs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\": \"benchmark\"}"))
                .build());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        LongFunction<Call> searches = n -> Call.get(
                "/api/v1/systems?q=" + URLEncoder.encode(WORDS.get((int) (n % WORDS.size())), StandardCharsets.UTF_8));
        try (Load load = new Load(service.uri("/").getPort(), new JsonPath(made.body()).getString("token"))) {
            accepted(load.closed(CLIENTS, LENGTH.plusSeconds(10), searches));
            Result found = accepted(load.closed(CLIENTS, LENGTH, searches));
            String work = "two syllables among 17,000 systems, 8 clients";
            sheet.figure(work, "requests/s", found.perSecond());
            sheet.figure(work, "p50 ms", found.p50Millis());
            sheet.atMost(work, "p99 ms", found.p99Millis(), 20);
        }
    }

    private static Result accepted(Result result) {
        assertThat(result.answered()).isPositive();
        assertThat(result.refused()).as("refused of %d", result.answered()).isZero();
        return result;
    }
}

package io.haetae.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.GeneratedRegister;
import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a rule change would do over a register as large as the government's: 17,000 systems, 60,000 dependencies. */
class PreviewBenchmark {

    private static final int SYSTEMS = 17_000;
    private static final int DEPENDENCIES = 60_000;
    private static final int ROUNDS = 30;
    private static final int ROWS = 1_000;

    @TempDir
    Path data;

    @Test
    @Timeout(900)
    void preview() {
        Sheet sheet = new Sheet(Path.of("target/benchmark-preview.md"));
        try (PackagedServer service = PackagedServer.atFullSpeed(
                data, Map.of("HAETAE_DEMO", "true", "HAETAE_DEMO_PASSWORD", PackagedServer.ADMIN_PASSWORD))) {
            Cluster cluster = new Cluster(data);
            fill(cluster, GeneratedRegister.of(SYSTEMS, DEPENDENCIES, 1));
            for (String version : List.of("system-grade/mois-2024/versions/2", "system-grade/dr-2026/versions/1")) {
                measure(service, sheet, version);
            }
        }
        sheet.write();
    }

    private static void measure(PackagedServer service, Sheet sheet, String version) {
        List<Long> computed = new ArrayList<>();
        List<Long> answered = new ArrayList<>();
        for (int round = -10; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            HttpResponse<String> answer = service.post("/api/v1/rule-sets/" + version + "/preview?limit=50", "{}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonPath view = new JsonPath(answer.body());
            assertThat(view.getInt("systems")).isGreaterThanOrEqualTo(SYSTEMS);
            assertThat(view.getList("moved")).isNotEmpty();
            if (round >= 0) {
                answered.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
                computed.add(view.getLong("milliseconds"));
            }
        }
        String work = "preview of " + version.replace("/versions/", " ") + " over 17,000 systems";
        sheet.atMost(work, "slowest of 30 in the service, ms", Collections.max(computed), 1000);
        sheet.atMost(work, "slowest of 30 over HTTP, ms", Collections.max(answered), 1000);
    }

    /** The generated register with the facts behind each confirmed grade, as the service itself would have kept them. */
    private static void fill(Cluster cluster, GeneratedRegister register) {
        owners(cluster, register);
        insert(
                cluster,
                "insert into register_system (id, code, version, name_ko, name_en, owner, operator, site, audience, major,"
                        + " large_scale, system_grade, system_grade_since, detail, demonstration, changed_at, changed_by)"
                        + " values ",
                register.systems().stream()
                        .map(entry ->
                                "(gen_random_uuid(),'%1$s',1,'%2$s','%1$s','%3$s','NIRS','%4$s','%5$s',%6$s,false,%7$d,now(),'{}',true,now(),'x')"
                                        .formatted(
                                                entry.code(),
                                                entry.name(),
                                                entry.owner(),
                                                entry.site(),
                                                entry.audience(),
                                                entry.major(),
                                                entry.grade()))
                        .toList());
        insert(
                cluster,
                "insert into register_dependency (system, on_system, type, period) select s.id, o.id, x.type,"
                        + " tstzrange(now(), null) from register_system s, register_system o, (values ",
                register.dependencies().stream()
                        .map(edge -> "('GEN-%05d','GEN-%05d','%s')".formatted(edge.system(), edge.on(), edge.type()))
                        .toList(),
                ") as x (code, on_code, type) where s.code = x.code and o.code = x.on_code");
        facts(cluster, register);
        cluster.execute("select register_refresh_scope(null)");
        cluster.execute("vacuum analyze");
    }

    /** The institutions that own the generated systems. */
    static void owners(Cluster cluster, GeneratedRegister register) {
        insert(
                cluster,
                "insert into identity_institution (code, name_ko, name_en, kind, central_authority, version) values ",
                register.owners().stream()
                        .map(owner -> "('%s','%s','%s','LOCAL_GOVERNMENT','MOIS',1)"
                                .formatted(owner.code(), owner.name(), owner.code()))
                        .toList());
    }

    private static void facts(Cluster cluster, GeneratedRegister register) {
        cluster.execute("create table benchmark_facts (code text primary key, facts jsonb)");
        insert(
                cluster,
                "insert into benchmark_facts values ",
                register.systems().stream()
                        .map(entry -> "('%s','{\"businessImpact\":\"%s\",\"annualUsers\":%d,\"affectedSystems\":%d}')"
                                .formatted(entry.code(), entry.impact(), entry.users(), entry.affected()))
                        .toList());
        cluster.execute("""
                with made as (
                    insert into grading_assessment (id, system, state, rule_set, rule_version, rule_sha256, facts, evidence,
                           evaluation, grade, score, decided_grade, notified_at, created_at, created_by, creator, changed_at,
                           version)
                    select gen_random_uuid(), s.id, 'NOTIFIED', 'system-grade/mois-2024', '1', repeat('0', 64), f.facts, '{}',
                           jsonb_build_object('facts', f.facts), s.system_grade, 0, s.system_grade, now(), now(),
                           (select id from identity_person limit 1), 'x', now(), 1
                      from benchmark_facts f join register_system s on s.code = f.code
                    returning *)
                insert into grading_submission (id, assessment, number, rule_set, rule_version, rule_sha256, facts, evidence,
                       evaluation, grade, score, at, person, submitter)
                select gen_random_uuid(), id, 1, rule_set, rule_version, rule_sha256, facts, evidence, evaluation, grade, score,
                       notified_at, created_by, 'x' from made""");
        cluster.execute("drop table benchmark_facts");
    }

    private static void insert(Cluster cluster, String before, List<String> rows) {
        insert(cluster, before, rows, "");
    }

    private static void insert(Cluster cluster, String before, List<String> rows, String after) {
        for (int from = 0; from < rows.size(); from += ROWS) {
            List<String> some = rows.subList(from, Math.min(rows.size(), from + ROWS));
            cluster.execute(some.stream().collect(Collectors.joining(",", before, after)));
        }
    }
}

package io.haetae.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.haetae.kernel.DataFolder;
import io.haetae.kernel.Sql;
import io.haetae.kernel.YamlProblem;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything here works on a rule set of its own name, so that what other tests use stays in force. */
@QuarkusTest
class RuleLoadIT {

    @Inject
    RuleLoadService loading;

    @Inject
    SystemGradeRules grades;

    @Inject
    ActiveRules active;

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    private final Map<String, String> packed = DataFolder.read("grading-rules", Optional.empty());

    @BeforeEach
    void at_the_start() {
        clock.setTo(MovableClock.START);
    }

    private Map<String, String> files(String name, String version, String from, String to) {
        String text = String.valueOf(packed.get("system-grade/mois-2024/1.yaml"))
                .replace("name: mois-2024", "name: " + name)
                .replace("version: \"1\"", "version: \"" + version + "\"");
        assertThat(text).contains(from);
        Map<String, String> files = new TreeMap<>();
        files.put("system-grade/schema.json", String.valueOf(packed.get("system-grade/schema.json")));
        files.put("system-grade/" + name + "/" + version + ".yaml", text.replace(from, to));
        return files;
    }

    private static String path(String name, String version) {
        return "/api/v1/rule-sets/system-grade/" + name + "/versions/" + version;
    }

    @Test
    void a_wrong_file_is_refused_with_its_place_and_the_others_are_loaded() {
        Map<String, String> files = files("load-one", "1", "    max: 10\n", "    max: ten\n");
        files.putAll(files("load-two", "1", "max: 10", "max: 10"));

        List<YamlProblem> problems = loading.load(files);

        assertThat(problems).isNotEmpty();
        assertThat(problems.get(0).file()).isEqualTo("system-grade/load-one/1.yaml");
        assertThat(problems.get(0).line()).isGreaterThan(50);
        As.admin().get(path("load-one", "1")).then().statusCode(404);
        As.admin().get(path("load-two", "1")).then().statusCode(200).body("active", equalTo(false));
    }

    @Test
    void a_version_that_was_changed_is_refused_and_the_first_one_stays() {
        assertThat(loading.load(files("load-three", "1", "max: 10", "max: 10"))).isEmpty();
        assertThat(loading.load(files("load-three", "1", "max: 10", "max: 10"))).isEmpty();

        List<YamlProblem> problems = loading.load(
                files("load-three", "1", "10000000, points: 50", "20000000, points: 50").entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                                .replace("annualUsers: 10000000", "annualUsers: 20000000"))));

        assertThat(problems)
                .extracting(YamlProblem::reason)
                .singleElement()
                .asString()
                .contains("give it a new version");
    }

    @Test
    void a_file_in_the_wrong_place_or_without_a_schema_is_refused() {
        Map<String, String> files = files("load-four", "1", "max: 10", "max: 10");
        String text = String.valueOf(files.remove("system-grade/load-four/1.yaml"));
        files.put("system-grade/load-four/2.yaml", text);
        files.put("other-kind/x/1.yaml", text);

        assertThat(loading.load(files))
                .extracting(YamlProblem::reason)
                .containsExactly(
                        "its folder has no schema.json",
                        "says it is system-grade/load-four version 1, so it must lie there");
    }

    @Test
    void a_later_version_comes_into_force_when_a_person_says_so_and_not_before() {
        String name = "load-five";
        loading.load(files(name, "1.9", "max: 10", "max: 10"));
        loading.load(files(name, "1.10", "max: 10", "max: 10"));
        RuleRef ref = RuleRef.parse("system-grade/" + name);
        Map<String, Object> facts = Map.of("businessImpact", "LIMITED", "annualUsers", 5, "affectedSystems", 0);
        assertThatThrownBy(() -> grades.evaluate(ref, facts, List.of())).hasMessageContaining("unknown-rule-set");
        String mois = active.ofKind("system-grade").orElseThrow().name();

        As.admin()
                .body(Map.of("reason", "trial", "effectiveFrom", "2026-11-23T11:00:00+09:00"))
                .put(path(name, "1.10") + "/activation")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        clock.advance(Duration.ofMinutes(59));
        assertThatThrownBy(() -> grades.evaluate(ref, facts, List.of())).hasMessageContaining("unknown-rule-set");
        clock.advance(Duration.ofMinutes(1));
        assertThat(grades.evaluate(ref, facts, List.of()).version()).isEqualTo("1.10");
        assertThat(grades.evaluate(RuleRef.pinned("system-grade/" + name, "1.9"), facts, List.of())
                        .version())
                .isEqualTo("1.9");
        As.admin()
                .get("/api/v1/rule-sets")
                .then()
                .body("items.find { it.name == '" + name + "' }.versions", contains("1.10", "1.9"));

        As.admin()
                .body(Map.of("reason", "back"))
                .put(path(mois, "1") + "/activation")
                .then()
                .statusCode(200);
        assertThat(active.ofKind("system-grade").orElseThrow().name()).isEqualTo(mois);
    }

    @Test
    void what_another_replica_activated_is_noticed_after_the_next_sweep() {
        String name = "load-six";
        loading.load(files(name, "1", "max: 10", "max: 10"));
        RuleRef ref = RuleRef.parse("system-grade/" + name);
        assertThat(active.resolve(ref)).isEmpty();
        sql.update(
                """
                insert into rule_activation (id, kind, name, version, effective_at, activated_at, activated_by, reason)
                values (gen_random_uuid(), 'system-grade', ?, '1', ?, ?, gen_random_uuid(), 'elsewhere')""", name, clock.instant().minusSeconds(86_400), clock.instant().minusSeconds(86_400));

        active.forget();

        assertThat(active.resolve(ref)).contains(new RuleRef("system-grade", name, "1"));
    }

    @Test
    void versions_and_activations_can_neither_be_changed_nor_deleted() {
        assertThatThrownBy(() -> sql.update("update rule_version set content = 'x'"))
                .hasMessageContaining("42501");
        assertThatThrownBy(() -> sql.update("delete from rule_activation")).hasMessageContaining("42501");
    }
}

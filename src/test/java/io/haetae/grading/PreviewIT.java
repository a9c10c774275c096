package io.haetae.grading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.grading.PreviewRuns.Waiting;
import io.haetae.identity.Login;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.rule.RuleRef;
import io.haetae.rule.SystemGradeRules;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a version would change: asked as somebody who reaches the systems made here and no others. */
@QuarkusTest
class PreviewIT {

    private static final String FLOOR = "/api/v1/rule-sets/system-grade/mois-2024/versions/2/preview";
    private static final String SAME = "/api/v1/rule-sets/system-grade/mois-2024/versions/1/preview";
    private static final String FEW =
            "{\"businessImpact\":\"INTERNAL_DISRUPTION\",\"annualUsers\":100000,\"affectedSystems\":0}";

    @Inject
    MovableClock clock;

    @Inject
    PreviewSweep sweep;

    @Inject
    PreviewRuns runs;

    @Inject
    PreviewService previews;

    @Inject
    SystemGradeRules rules;

    @Inject
    Login login;

    @Inject
    CurrentActor actor;

    @Inject
    Sql sql;

    @BeforeEach
    void everybody() {
        clock.setTo(MovableClock.START);
        As.institution("PVMOIS", "CONSTITUTIONAL", null, "PVMOIS");
        As.institution("PVOTHER", "CONSTITUTIONAL", null, "PVOTHER");
        As.create("pv.officer", "OFFICER", "PVMOIS");
        As.create("pv.other", "OFFICER", "PVOTHER");
        As.create("pv.authority", "AUTHORITY", "PVMOIS");
        if (As.admin().get("/api/v1/systems/PV-GPKI").statusCode() == 404) {
            system("PV-GPKI");
            system("PV-SAEOL");
            system("PV-BARE");
            As.admin()
                    .body("[{\"on\":\"PV-GPKI\",\"type\":\"AUTHENTICATION\"}]")
                    .put("/api/v1/systems/PV-SAEOL/dependencies")
                    .then()
                    .statusCode(200);
            confirmed("PV-SAEOL", Grading.GRADE_1);
            confirmed("PV-GPKI", FEW);
        }
    }

    private static void system(String code) {
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"%s 시스템\",\"en\":\"System %s\"},\"owner\":\"PVMOIS\"}"
                        .formatted(code, code, code))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private static void confirmed(String code, String facts) {
        String id = Grading.begin("pv.officer", code, facts)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Grading.submit("pv.officer", id).statusCode(200);
        Grading.decide("pv.authority", id, Grading.CONFIRMED).statusCode(200);
    }

    @Test
    void it_says_how_many_move_from_which_to_which_with_the_list_the_reasons_and_the_duties() {
        As.person("pv.officer")
                .body("{}")
                .post(FLOOR)
                .then()
                .statusCode(200)
                .body("systems", equalTo(3))
                .body("unchanged", equalTo(2))
                .body("withoutFacts", equalTo(1))
                .body("moved", hasSize(1))
                .body("moved[0].from", equalTo(4))
                .body("moved[0].to", equalTo(1))
                .body("moved[0].count", equalTo(1))
                .body("items.system", contains("PV-GPKI"))
                .body("items[0].why[0].ko", containsString("PV-SAEOL 시스템(PV-SAEOL) → 이 시스템"))
                .body("next", nullValue())
                .body("duties.find { it.id == 'availability' }.gained", equalTo(1))
                .body("duties.find { it.id == 'fixTime' }.gained", equalTo(1))
                .body("duties.find { it.id == 'disasterRecovery' }.gained", equalTo(1))
                .body("duties.find { it.id == 'diagnosis' }.gained", equalTo(1))
                .body("duties.find { it.id == 'backup' }.changed", equalTo(1))
                .body("duties.find { it.id == 'availability' }.lost", equalTo(0));
        As.person("pv.officer").get("/api/v1/systems/PV-GPKI").then().body("systemGrade", equalTo(4));
    }

    @Test
    void the_version_in_force_moves_nothing() {
        As.person("pv.officer").body("{}").post(SAME).then().statusCode(200).body("moved", hasSize(0));
    }

    @Test
    void a_cell_has_its_list_and_it_can_be_taken_away() {
        As.person("pv.officer")
                .body("{}")
                .post(FLOOR + "?from=3&to=1")
                .then()
                .body("moved", hasSize(1))
                .body("items", hasSize(0));
        String sheet = As.person("pv.officer")
                .accept("text/csv")
                .get(FLOOR + "/export?from=4&to=1")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("mois-2024-2-preview.csv"))
                .extract()
                .asString();
        assertThat(sheet.lines().toList()).hasSize(2);
        assertThat(sheet).contains("PV-GPKI").contains("Present grade").doesNotContain("PV-SAEOL,");
    }

    @Test
    void nobody_sees_beyond_his_scope() {
        As.person("pv.other")
                .body("{}")
                .post(FLOOR)
                .then()
                .statusCode(200)
                .body("systems", equalTo(0))
                .body("items", hasSize(0));
        As.person("pv.officer")
                .body("{}")
                .post("/api/v1/rule-sets/failure-grade/product-default/versions/1/preview")
                .then()
                .statusCode(422);
        As.person("pv.officer")
                .body("{}")
                .post("/api/v1/rule-sets/system-grade/mois-2024/versions/99/preview")
                .then()
                .statusCode(404);
    }

    private static String draft() {
        try {
            return Files.readString(Path.of("grading-rules/system-grade/mois-2024/2.yaml"))
                    .replace("version: \"2\"", "version: \"2.1\"")
                    .replace("depth: 3", "depth: 1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void rules_that_are_only_being_written_are_looked_at_and_not_kept() {
        As.person("pv.authority")
                .body(Map.of("content", draft()))
                .post("/api/v1/rule-sets/preview")
                .then()
                .statusCode(200)
                .body("version", equalTo("2.1"))
                .body("moved[0].from", equalTo(4))
                .body("moved[0].to", equalTo(1))
                .body("items.system", contains("PV-GPKI"));
        As.admin()
                .get("/api/v1/rule-sets/system-grade/mois-2024/versions/2.1")
                .then()
                .statusCode(404);
        As.person("pv.authority")
                .body(Map.of("content", draft().replace("depth: 1", "depth: deep")))
                .post("/api/v1/rule-sets/preview")
                .then()
                .statusCode(422)
                .body("code", equalTo("rule.file-refused"))
                .body("problems[0].line", greaterThan(80));
        As.person("pv.officer")
                .body(Map.of("content", draft()))
                .post("/api/v1/rule-sets/preview")
                .then()
                .statusCode(403);

        nobodyWaits();
        String here = browser("pv.authority", "ko")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("content", draft())
                .formParam("to", "1")
                .post("/rules/draft")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^.*(/rules/)", "$1");
        assertThat(browser("pv.authority", "ko").get(here).asString())
                .contains("<progress max=\"100\" value=\"0\"")
                .contains("depth: 1");
        sweep.run();
        assertThat(browser("pv.authority", "ko").get(here).asString())
                .doesNotContain("<progress")
                .contains("PV-GPKI")
                .contains("구조진단")
                .contains("depth: 1");
        browser("ko").get(here).then().statusCode(403);
        browser("pv.authority", "en")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("content", "kind: [")
                .post("/rules/draft")
                .then()
                .statusCode(422);
    }

    private static RequestSpecification browser(String language) {
        return browser("pv.officer", language);
    }

    private static RequestSpecification browser(String who, String language) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(who, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", language);
    }

    @Test
    void the_page_shows_how_far_it_is_then_a_matrix_with_the_list_behind_each_cell() {
        String page = "/rules/system-grade/mois-2024/versions/2/preview";
        nobodyWaits();
        String here = begun("pv.officer", page);
        String going = browser("ko").get(here).then().statusCode(200).extract().asString();
        assertThat(going)
                .contains("<progress max=\"100\" value=\"0\"")
                .contains("hx-trigger=\"every 500ms\"")
                .doesNotContain("PV-GPKI");
        assertThat(begun("pv.officer", page)).isEqualTo(here);
        browser("pv.other", "ko").redirects().follow(false).get(here).then().statusCode(303);

        sweep.run();
        assertThat(browser("ko").get(here).asString())
                .doesNotContain("<progress")
                .contains("preview?from=4&amp;to=1#list")
                .contains("PV-GPKI")
                .contains("구조진단");
        String cell = begun("pv.officer", page + "?from=&to=1&institution=");
        sweep.run();
        assertThat(browser("en").get(cell).asString())
                .contains("<html")
                .contains("PV-GPKI")
                .contains("Structural diagnosis");
        clock.advance(Duration.ofHours(2));
        sweep.run();
        browser("ko").redirects().follow(false).get(here).then().statusCode(303);
    }

    private void nobodyWaits() {
        runs.forget(clock.instant().plus(Duration.ofDays(3_650)));
    }

    private static String begun(String who, String page) {
        String location = browser(who, "ko")
                .redirects()
                .follow(false)
                .get(page)
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/rules/"));
    }

    @Test
    void every_replica_can_tell_how_far_it_is_and_what_a_dead_one_had_taken_up_is_taken_up_anew() {
        nobodyWaits();
        String here = begun("pv.officer", "/rules/system-grade/mois-2024/versions/1/preview?limit=7");
        UUID id = run(here);
        Instant now = clock.instant();
        Waiting taken = runs.takeUp(now, now).orElseThrow();
        assertThat(taken.id()).isEqualTo(id);
        runs.tell(taken, 17_000, 17_000, 8_500);
        assertThat(browser("ko").get(here).asString())
                .contains("value=\"75\"")
                .contains("75 %")
                .contains("8,500");

        sweep.run();
        assertThat(browser("ko").get(here).asString()).contains("75 %");
        clock.advance(Duration.ofMinutes(3));
        sweep.run();
        assertThat(browser("ko").get(here).asString())
                .doesNotContain("<progress")
                .contains("h-figures");
    }

    private static UUID run(String here) {
        return UUID.fromString(here.replaceAll(".*run=([0-9a-f-]{36}).*", "$1"));
    }

    @Test
    void what_was_taken_up_anew_is_told_of_by_whoever_took_it_up_last() {
        nobodyWaits();
        String here = begun("pv.officer", "/rules/system-grade/mois-2024/versions/1/preview");
        Instant now = clock.instant();
        Waiting lost = runs.takeUp(now, now).orElseThrow();
        Waiting anew = runs.takeUp(now.plusSeconds(121), now.plusSeconds(1)).orElseThrow();
        assertThat(anew.id()).isEqualTo(lost.id());
        runs.tell(lost, 100, 100, 100);
        runs.failed(lost, now);
        assertThat(browser("ko").get(here).asString()).contains("<progress max=\"100\" value=\"0\"");
        runs.tell(anew, 100, 100, 50);
        assertThat(browser("ko").get(here).asString()).contains("value=\"75\"");
    }

    @Test
    void a_person_has_one_of_a_version_waiting_and_who_asks_for_something_else_gets_it_in_its_place() {
        String page = "/rules/system-grade/mois-2024/versions/2/preview";
        nobodyWaits();
        UUID first = run(begun("pv.officer", page + "?limit=1"));
        String here = begun("pv.officer", page + "?limit=2");
        assertThat(run(here)).isEqualTo(first);
        assertThat(run(begun("pv.officer", page.replace("/2/", "/1/")))).isNotEqualTo(first);
        assertThat(run(begun("pv.other", page))).isNotEqualTo(first);

        Instant now = clock.instant();
        assertThat(runs.takeUp(now, now)).map(Waiting::id).contains(first);
        assertThat(begun("pv.officer", page + "?limit=2")).isEqualTo(here);
        assertThat(run(begun("pv.officer", page + "?limit=3"))).isNotEqualTo(first);

        browser("ko").get(page + "?institution=" + "A".repeat(41)).then().statusCode(400);
        browser("ko").get(page + "?cursor=" + "A".repeat(4_000)).then().statusCode(400);
    }

    @Test
    void each_is_taken_up_at_its_own_time() {
        nobodyWaits();
        begun("pv.officer", "/rules/system-grade/mois-2024/versions/1/preview");
        begun("pv.officer", "/rules/system-grade/mois-2024/versions/2/preview");
        AtomicReference<Instant> time = new AtomicReference<>(clock.instant());
        Clock going = new Clock() {

            @Override
            public Instant instant() {
                return time.updateAndGet(at -> at.plusSeconds(1));
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        new PreviewSweep(runs, previews, rules, login, actor, going).run();
        assertThat(sql.list(
                        "select started_at from grading_preview where state = 'DONE'",
                        row -> Sql.requiredInstant(row, "started_at")))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_told_goes_up_to_all_of_the_systems() {
        List<String> told = new ArrayList<>();
        PreviewView view = previews.preview(
                rules.bulk(new RuleRef("system-grade", "mois-2024", "2")),
                PreviewFilter.NONE,
                Scope.ALL,
                1,
                null,
                new PreviewSteps() {

                    @Override
                    public void read(int systems, int read) {
                        told.add("read " + read + " of " + systems);
                    }

                    @Override
                    public void graded(int systems, int graded) {
                        told.add("graded " + graded + " of " + systems);
                    }
                });
        int all = view.systems();
        assertThat(told)
                .hasSize(2 * all)
                .startsWith("read 1 of " + all)
                .contains("read " + all + " of " + all)
                .endsWith("graded " + all + " of " + all);
    }
}

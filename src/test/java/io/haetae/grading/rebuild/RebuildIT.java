package io.haetae.grading.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rebuild of a large-scale system from its plan to its opening. */
@QuarkusTest
class RebuildIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Inject
    MovableClock clock;

    @Inject
    RebuildSweep sweep;

    @Inject
    RebuildWatch watch;

    @Inject
    Sql sql;

    private String system = "";

    @BeforeEach
    void an_owner_with_a_system_and_its_authority() {
        clock.setTo(MovableClock.START);
        As.institution("RBMOIS", "MINISTRY", null, "RBMOIS");
        As.institution("RBTAX", "AGENCY", null, "RBMOIS");
        As.institution("RBCOURT", "CONSTITUTIONAL", null, "RBCOURT");
        As.create("rb.officer", "OFFICER", "RBTAX");
        As.create("rb.operator", "OPERATOR", "RBTAX");
        As.create("rb.authority", "AUTHORITY", "RBMOIS");
        As.create("rb.court", "AUTHORITY", "RBCOURT");
        system = "RB-" + COUNTER.incrementAndGet();
        As.admin()
                .body(
                        "{\"code\":\"%s\",\"name\":{\"ko\":\"지방세\",\"en\":\"Local tax\"},\"owner\":\"RBTAX\",\"operator\":\"RBTAX\"}"
                                .formatted(system))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private String begun(String budget) {
        return As.person("rb.officer")
                .body("{\"system\":\"%s\",\"title\":\"차세대\",\"budgetWon\":%s}".formatted(system, budget))
                .post("/api/v1/rebuilds")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static ValidatableResponse answer(String number, String item, String answer, String evidence) {
        return As.person("rb.officer")
                .body("{\"answer\":\"%s\",\"reason\":\"검토함\",\"evidence\":%s}".formatted(answer, evidence))
                .put("/api/v1/rebuilds/" + number + "/items/" + item + "/answer")
                .then();
    }

    private static ValidatableResponse done(String number, String item) {
        return answer(number, item, "DONE", "\"보고서 3쪽\"").statusCode(200);
    }

    private static ValidatableResponse review(String person, String number, String item, String outcome) {
        return As.person(person)
                .body("{\"outcome\":\"%s\",\"note\":\"봄\"}".formatted(outcome))
                .put("/api/v1/rebuilds/" + number + "/items/" + item + "/review")
                .then();
    }

    private static ValidatableResponse enter(String number, String to) {
        return As.person("rb.officer")
                .body("{\"to\":\"%s\",\"note\":\"완료\"}".formatted(to))
                .put("/api/v1/rebuilds/" + number + "/phase")
                .then();
    }

    @Test
    void a_phase_is_entered_once_its_mandatory_items_are_settled_and_a_machine_names_what_is_missing() {
        String number = begun("null");
        enter(number, "DESIGNED")
                .statusCode(409)
                .body("code", equalTo("grading.rebuild-items-open"))
                .body("missing", contains("alternatives", "privateCloud", "largeCompanies"))
                .body("detail", containsString("Private cloud considered first"));
        done(number, "alternatives");
        done(number, "privateCloud");
        done(number, "largeCompanies")
                .body("missing.item", contains("largeCompanies"))
                .body("missing.why", contains("BUDGET_UNKNOWN"));
        As.person("rb.officer")
                .body("{\"budgetWon\":70000000000,\"reason\":\"예산 확정\"}")
                .put("/api/v1/rebuilds/" + number + "/budget")
                .then()
                .statusCode(200)
                .body("missing", empty())
                .body("largeCompanies", equalTo(true))
                .body("largeScale", equalTo(true));
        enter(number, "DESIGNED").statusCode(200).body("phase", equalTo("DESIGNED"));
        enter(number, "UNDER_CONSTRUCTION").statusCode(409).body("allowed", contains("SCOPE_REDEFINED", "STOPPED"));
        done(number, "scopeRedefined");
        enter(number, "SCOPE_REDEFINED").statusCode(200);
        answer(number, "contractChanged", "NOT_APPLICABLE", "null").statusCode(200);
        enter(number, "UNDER_CONSTRUCTION").statusCode(200);
        done(number, "readyToOpen");
        enter(number, "OPENED")
                .statusCode(200)
                .body("next", nullValue())
                .body("allowed", empty())
                .body("steps.phase", hasItem("UNDER_CONSTRUCTION"));
        answer(number, "readyToOpen", "NOT_DONE", "null").statusCode(409);
        As.person("auditor.none").get("/api/v1/rebuilds/" + number).then().statusCode(401);
        begun("1"); // the next rebuild of the same system is another record
    }

    @Test
    void the_limit_for_large_companies_is_seventy_billion_won_and_a_budget_nobody_knows_is_unknown() {
        String number = begun("69999999999");
        get(number).body("largeCompanies", equalTo(false)).body("largeScale", equalTo(true));
        budget(number, "70000000000").body("largeCompanies", equalTo(true));
        budget(number, "9999999999").body("largeScale", equalTo(false)).body("largeCompanies", equalTo(false));
        budget(number, "null").body("largeCompanies", nullValue()).body("largeScale", nullValue());
    }

    private static ValidatableResponse budget(String number, String won) {
        return As.person("rb.officer")
                .body("{\"budgetWon\":%s,\"reason\":\"변경\"}".formatted(won))
                .put("/api/v1/rebuilds/" + number + "/budget")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse get(String number) {
        return As.person("rb.officer").get("/api/v1/rebuilds/" + number).then().statusCode(200);
    }

    @Test
    void the_authority_reviews_an_answer_and_asks_for_its_completion() {
        String number = begun("1");
        review("rb.authority", number, "privateCloud", "AGREED").statusCode(422);
        done(number, "privateCloud");
        review("rb.court", number, "privateCloud", "AGREED").statusCode(404);
        review("rb.officer", number, "privateCloud", "AGREED").statusCode(403);
        review("rb.authority", number, "privateCloud", "COMPLETION_REQUESTED")
                .statusCode(200)
                .body("items.find { it.id == 'privateCloud' }.open", equalTo("COMPLETION_REQUESTED"))
                .body("missing.item", hasItem("privateCloud"));
        done(number, "privateCloud")
                .body("items.find { it.id == 'privateCloud' }.open", nullValue())
                .body("items.find { it.id == 'privateCloud' }.answer.review", nullValue())
                .body("missing.item", not(hasItem("privateCloud")));
        As.admin()
                .get("/api/v1/audit?subject=" + number)
                .then()
                .body("items.action", hasItem("grading.rebuild-item-reviewed"));
    }

    /** Titles of what a person was told of a rebuild. */
    private static List<String> told(String person, String number) {
        return As.person(person)
                .get("/api/v1/inbox?limit=200")
                .path("items.findAll { it.body.en.startsWith('" + number + "') }.title.en");
    }

    @Test
    void a_review_and_a_completion_are_awaited_by_a_day_told_and_seen_on_ones_own_page() {
        String number = begun("1");
        answer(number, "alternatives", "UNKNOWN", "null").body("items.due", everyItem(nullValue()));
        // ten working days from Monday, 23 November 2026
        done(number, "alternatives")
                .body("items.find { it.id == 'alternatives' }.due.awaits", equalTo("REVIEW"))
                .body("items.find { it.id == 'alternatives' }.due.at", startsWith("2026-12-08T00:00:00"));
        assertThat(told("rb.authority", number)).containsExactly("Rebuild: an answer to review – 차세대");
        page("rb.authority", "/rebuilds/mine").body(containsString(number)).body(containsString("#item-alternatives"));
        page("rb.officer", "/rebuilds/mine").body(not(containsString(number)));
        page("rb.court", "/rebuilds/mine").body(not(containsString(number)));

        review("rb.authority", number, "alternatives", "COMPLETION_REQUESTED")
                .body("items.find { it.id == 'alternatives' }.due.awaits", equalTo("COMPLETION"));
        assertThat(told("rb.officer", number)).containsExactly("Rebuild: completion requested – 차세대");
        page("rb.officer", "/rebuilds/mine").body(containsString(number));
        page("rb.authority", "/rebuilds/mine").body(not(containsString(number)));
        clock.setTo(Instant.parse("2026-12-07T15:00:00Z"));
        sweep.run();
        sweep.run();
        assertThat(told("rb.officer", number))
                .contains("Rebuild: a completion is late – 차세대")
                .hasSize(2);
        page("rb.officer", "/rebuilds/mine").body(containsString("Late"));
        assertThat(watch.late(clock.instant(), 500))
                .noneMatch(late -> late.subjectId().equals(number));

        done(number, "alternatives");
        review("rb.authority", number, "alternatives", "AGREED").body("items.due", everyItem(nullValue()));
        assertThat(told("rb.officer", number)).contains("Rebuild: an item is agreed – 차세대");
        done(number, "privateCloud");
        enter(number, "STOPPED").body("items.due", everyItem(nullValue()));
    }

    @Test
    void a_completion_is_awaited_until_a_review_agrees_whatever_is_answered_meanwhile() {
        String number = begun("1");
        done(number, "alternatives");
        review("rb.authority", number, "alternatives", "COMPLETION_REQUESTED");
        clock.setTo(Instant.parse("2026-11-25T00:00:00Z"));
        done(number, "alternatives")
                .body("items.find { it.id == 'alternatives' }.due.awaits", equalTo("REVIEW"))
                .body("items.find { it.id == 'alternatives' }.due.at", startsWith("2026-12-10T00:00:00"));
        page("rb.officer", "/rebuilds/mine").body(not(containsString(number)));
        clock.setTo(Instant.parse("2026-12-07T15:00:00Z"));
        sweep.run();
        assertThat(told("rb.officer", number)).containsExactly("Rebuild: completion requested – 차세대");
        assertThat(watch.late(clock.instant(), 500))
                .noneMatch(late -> late.subjectId().equals(number));

        answer(number, "alternatives", "NOT_DONE", "null")
                .body("items.find { it.id == 'alternatives' }.due.awaits", equalTo("COMPLETION"))
                .body("items.find { it.id == 'alternatives' }.due.at", startsWith("2026-12-08T00:00:00"));
        page("rb.officer", "/rebuilds/mine").body(containsString(number));
        assertThat(watch.late(clock.instant(), 500))
                .noneMatch(late -> late.subjectId().equals(number));
        sweep.run();
        assertThat(told("rb.officer", number)).contains("Rebuild: a completion is late – 차세대");

        done(number, "alternatives");
        review("rb.authority", number, "alternatives", "AGREED").body("items.due", everyItem(nullValue()));
    }

    @Test
    void what_has_waited_since_before_there_were_days_for_it_is_given_one_from_now_on() {
        String number = begun("1");
        done(number, "alternatives");
        done(number, "privateCloud");
        review("rb.authority", number, "privateCloud", "COMPLETION_REQUESTED");
        done(number, "largeCompanies");
        review("rb.authority", number, "largeCompanies", "AGREED");
        sql.update(
                "delete from grading_rebuild_clock where rebuild = (select id from grading_rebuild where number = ?)",
                number);
        get(number).body("items.due", everyItem(nullValue()));
        clock.setTo(Instant.parse("2026-11-25T00:00:00Z"));
        sweep.run();
        clock.setTo(Instant.parse("2026-11-26T00:00:00Z"));
        sweep.run();
        get(number)
                .body("items.find { it.id == 'alternatives' }.due.awaits", equalTo("REVIEW"))
                .body("items.find { it.id == 'alternatives' }.due.at", startsWith("2026-12-10T00:00:00"))
                .body("items.find { it.id == 'privateCloud' }.due.awaits", equalTo("COMPLETION"))
                .body("items.find { it.id == 'privateCloud' }.due.at", startsWith("2026-12-10T00:00:00"))
                .body("items.find { it.id == 'largeCompanies' }.due", nullValue());
    }

    @Test
    void one_record_per_rebuild_answered_by_its_owner_alone_with_evidence() {
        String number = begun("null");
        String again = "{\"system\":\"%s\",\"title\":\"차세대\"}".formatted(system);
        As.person("rb.officer")
                .body(again)
                .post("/api/v1/rebuilds")
                .then()
                .statusCode(409)
                .body("code", equalTo("grading.rebuild-already-running"));
        As.person("rb.operator").body(again).post("/api/v1/rebuilds").then().statusCode(403);
        answer(number, "privateCloud", "DONE", "null").statusCode(422).body("errors.pointer", contains("/evidence"));
        answer(number, "privateCloud", "NOT_APPLICABLE", "null")
                .statusCode(422)
                .body("errors.pointer", contains("/answer"));
        answer(number, "nonsense", "UNKNOWN", "null").statusCode(422);
        enter(number, "STOPPED").statusCode(200).body("phase", equalTo("STOPPED"));
        As.person("rb.officer")
                .get("/api/v1/rebuilds?open=true&system=" + system)
                .then()
                .statusCode(200)
                .body("items", empty());
        As.person("rb.court").get("/api/v1/rebuilds").then().body("items.number", not(hasItem(number)));
    }

    @Test
    void the_pages_show_it_and_take_answers_reviews_and_phases() {
        String number = begun("null");
        String path = "/rebuilds/" + number;
        page("rb.officer", path).body(containsString("Items are to be settled")).body(containsString("Unknown"));
        posted("rb.officer", path + "/items/privateCloud/answer", "answer=DONE&reason=x&evidence=report")
                .statusCode(303);
        posted("rb.officer", path + "/items/alternatives/answer", "answer=DONE&reason=typed")
                .statusCode(422)
                .body(containsString("typed"));
        posted("rb.authority", path + "/items/privateCloud/review", "outcome=AGREED&note=seen")
                .statusCode(303);
        posted("rb.officer", path + "/budget", "budgetWon=80000000000&reason=x").statusCode(303);
        posted("rb.officer", path + "/phase", "to=DESIGNED&note=x")
                .statusCode(422)
                .body(containsString("To be settled before the phase is entered"));
        page("rb.authority", path).body(containsString("seen")).body(containsString("May take part"));
        page("rb.officer", "/rebuilds?system=" + system).body(containsString(number));
        posted("rb.officer", path + "/phase", "to=STOPPED&note=x").statusCode(303);
        page("rb.officer", "/rebuilds/new?system=" + system).body(containsString(system));
        posted("rb.officer", "/rebuilds/new", "system=" + system + "&title=x&budgetWon=12")
                .statusCode(303);
        page("rb.officer", "/systems/" + system + "/assessments").body(containsString("/rebuilds?system=" + system));
    }

    private static ValidatableResponse page(String person, String path) {
        return As.person(person).accept(ContentType.HTML).get(path).then().statusCode(200);
    }

    private static ValidatableResponse posted(String person, String path, String form) {
        return As.person(person)
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .body(form)
                .post(path)
                .then();
    }
}

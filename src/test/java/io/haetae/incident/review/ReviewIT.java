package io.haetae.incident.review;

import static io.haetae.incident.review.Failures.decided;
import static io.haetae.incident.review.Failures.declared;
import static io.haetae.incident.review.Failures.editing;
import static io.haetae.incident.review.Failures.get;
import static io.haetae.incident.review.Failures.recovered;
import static io.haetae.incident.review.Failures.reviewOf;
import static io.haetae.incident.review.Failures.submitted;
import static io.haetae.incident.review.Failures.written;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReviewIT {

    @Inject
    MovableClock clock;

    @Inject
    ReviewSweep sweep;

    @BeforeEach
    void a_ministry_with_its_systems() {
        at("2023-11-01T09:00:00+09:00");
        Failures.world();
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    /** The failure of 17 November 2023, back on Saturday the 18th. */
    private String november() {
        at("2023-11-17T08:40:00+09:00");
        String number = declared("RV-GPKI", 1, "2023-11-17T01:42:00+09:00", "2023-11-17T08:40:00+09:00", "NORMAL");
        at("2023-11-18T09:00:00+09:00");
        recovered(number, "RV-GPKI", "2023-11-18T09:00:00+09:00");
        sweep.run();
        return number;
    }

    @Test
    void the_review_of_17_november_2023_is_due_on_18_december_and_knows_the_course_of_events() {
        String number = november();

        reviewOf(number)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("institution", equalTo("RV-MOIS"))
                .body("authority", equalTo("RV-MOIS"))
                .body("statutory", equalTo(true))
                .body("failureGrade", equalTo(1))
                .body("dueOn", equalTo("2023-12-18"))
                .body("dueAt", equalTo("2023-12-19T00:00:00+09:00"))
                .body("draftDueOn", equalTo("2023-11-24"))
                .body("ruleSet", equalTo("reporting-clock/product-default"))
                .body("figures.awarenessGapSeconds", equalTo(6 * 3600 + 58 * 60))
                .body("figures.outageSeconds", equalTo(31 * 3600 + 18 * 60))
                .body("course.kind", hasItems("DETECTED", "RECOGNISED", "DECLARED", "RECOVERED"))
                .body("course[0].at", equalTo("2023-11-17T01:42:00+09:00"))
                .body("courseAsOf", nullValue())
                .body("missing.size()", equalTo(8))
                .body("allowed", contains("content", "assignment", "submission"));
    }

    @Test
    void sweeping_twice_opens_one_review_and_tells_its_people_once() {
        String number = november();
        sweep.run();
        sweep.run();

        As.person("rv.officer")
                .get("/api/v1/reviews?incident=" + number)
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].dueAt", equalTo("2023-12-19T00:00:00+09:00"));
        assertThat(told(number, "[Review]")).containsExactly("rv.officer");
    }

    @Test
    void the_review_never_holds_the_closure_back() {
        String number = november();

        As.person("rv.duty")
                .body("{\"note\":\"정상화\"}")
                .put("/api/v1/incidents/" + number + "/closure")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        sweep.run();
        reviewOf(number).then().body("state", equalTo("DRAFT")).body("dueOn", equalTo("2023-12-18"));
    }

    @Test
    void it_is_written_handed_in_completed_and_accepted_each_by_whoever_may() {
        String number = november();
        String id = reviewOf(number).path("id");

        submitted(id)
                .then()
                .statusCode(409)
                .body("code", equalTo("incident.review-incomplete"))
                .body(
                        "missing",
                        equalTo("cause, underlyingCause, causeStatus, detectionAnalysis, recoveryAnalysis, "
                                + "informationAnalysis, damage, prevention"));
        at("2023-11-23T10:00:00+09:00");
        written(id);
        get(id).then().body("draftedAt", equalTo("2023-11-23T10:00:00+09:00")).body("missing", empty());
        As.person("rv.officer")
                .get("/api/v1/incidents/" + number)
                .then()
                .body("clocks.find{it.kind=='REVIEW_DRAFT'}.state", equalTo("MET"));

        submitted(id).then().statusCode(200).body("state", equalTo("SUBMITTED")).body("allowed", empty());
        As.person("rv.officer")
                .get("/api/v1/incidents/" + number)
                .then()
                .body("clocks.find{it.kind=='REVIEW_FINAL'}.state", equalTo("MET"));
        editing("rv.duty", id)
                .body(Failures.CONTENT)
                .put("/api/v1/reviews/" + id + "/content")
                .then()
                .statusCode(409)
                .body("code", equalTo("incident.review-not-allowed-now"))
                .body("allowed", contains("decision"));

        decided("rv.authority", id, "COMPLETION_REQUESTED", null)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        decided("rv.authority", id, "COMPLETION_REQUESTED", "재현 시험 결과 첨부")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETION_REQUESTED"));
        written(id);
        submitted(id).then().statusCode(200);
        decided("rv.situation", id, "ACCEPTED", null)
                .then()
                .statusCode(200)
                .body("state", equalTo("ACCEPTED"))
                .body(
                        "acts.rule",
                        contains(
                                "review.opened",
                                "review.submitted",
                                "review.completion-requested",
                                "review.resubmitted",
                                "review.accepted"))
                .body("acts.late", not(hasItem(true)));
        assertThat(told(number, "[Review accepted]")).containsExactly("rv.officer");
    }

    @Test
    void what_was_handed_in_stays_as_it_was() {
        String number = november();
        String id = reviewOf(number).path("id");
        written(id);
        submitted(id).then().statusCode(200);
        at("2023-11-25T12:00:00+09:00");
        As.person("rv.duty")
                .body("{\"text\":\"원인: 라우터 포트 3개 손상\"}")
                .post("/api/v1/incidents/" + number + "/timeline")
                .then()
                .statusCode(201);

        get(id).then()
                .body("courseAsOf", equalTo("2023-11-18T09:00:00+09:00"))
                .body("course.kind", not(hasItem("NOTE")));
    }

    @Test
    void a_reopening_suspends_the_dates_and_the_next_recovery_computes_them_anew() {
        String number = november();
        String id = reviewOf(number).path("id");
        written(id);
        submitted(id).then().statusCode(200);
        decided("rv.authority", id, "ACCEPTED", null).then().statusCode(200);

        at("2023-11-20T09:00:00+09:00");
        As.person("rv.duty")
                .body("{\"reason\":\"다시 멈춤\",\"systems\":[]}")
                .delete("/api/v1/incidents/" + number + "/closure")
                .then()
                .statusCode(200);
        sweep.run();
        get(id).then()
                .body("state", equalTo("DRAFT"))
                .body("dueAt", nullValue())
                .body("draftDueAt", nullValue())
                .body("overdue", equalTo(false))
                .body("acts[-1].rule", equalTo("review.reopened-after-acceptance"));
        submitted(id).then().statusCode(409).body("code", equalTo("incident.review-not-recovered"));

        at("2023-11-22T12:00:00+09:00");
        recovered(number, "RV-GPKI", "2023-11-22T11:30:00+09:00");
        sweep.run();
        get(id).then()
                .body("dueOn", equalTo("2023-12-22"))
                .body("draftDueOn", equalTo("2023-11-29"))
                .body("acts[-1].rule", equalTo("review.due-moved"));
        submitted(id).then().statusCode(200).body("acts[-1].rule", equalTo("review.submitted"));
    }

    @Test
    void its_people_are_told_before_the_day_and_after_it_and_a_late_one_is_marked() {
        String number = november();
        String id = reviewOf(number).path("id");

        at("2023-11-25T00:00:00+09:00");
        sweep.run();
        assertThat(told(number, "[Overdue] Draft")).containsExactly("rv.officer");
        at("2023-12-18T23:59:59+09:00");
        sweep.run();
        assertThat(told(number, "[Due soon] Review")).containsExactly("rv.officer");
        assertThat(told(number, "[Overdue] Review")).isEmpty();
        at("2023-12-19T00:00:00+09:00");
        sweep.run();
        sweep.run();
        assertThat(told(number, "[Overdue] Review"))
                .containsExactlyInAnyOrder("rv.officer", "rv.authority", "rv.situation");
        get(id).then().body("overdue", equalTo(true));
        As.person("rv.officer")
                .get("/api/v1/reviews?overdue=true&incident=" + number)
                .then()
                .body("items.id", contains(id));

        written(id);
        submitted(id)
                .then()
                .statusCode(200)
                .body("acts[-1].late", equalTo(true))
                .body("overdue", equalTo(false));
    }

    @Test
    void a_failure_of_grade_4_that_concerns_no_major_system_gets_one_on_order_only() {
        at("2023-11-20T10:00:00+09:00");
        String number = declared("RV-WIKI", 4, "2023-11-20T10:00:00+09:00", "2023-11-20T10:00:00+09:00", "NORMAL");
        order(number).then().statusCode(409).body("code", equalTo("incident.review-not-recovered"));
        recovered(number, "RV-WIKI", "2023-11-20T10:00:00+09:00");
        sweep.run();
        As.person("rv.officer").get("/api/v1/reviews?incident=" + number).then().body("items", empty());

        String id = order(number).then().statusCode(201).extract().path("id");
        get(id).then().body("statutory", equalTo(false)).body("dueOn", equalTo("2023-12-20"));
        order(number).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void strangers_know_nothing_of_it_and_support_nothing_of_what_one_needs_to_know() {
        String id = reviewOf(november()).path("id");
        As.person("rv.stranger").get("/api/v1/reviews/" + id).then().statusCode(404);
        As.person("rv.stranger").get("/api/v1/reviews").then().body("items.id", not(hasItem(id)));
        decided("rv.stranger.authority", id, "ACCEPTED", null).then().statusCode(404);
        As.person("rv.support").get("/api/v1/reviews/" + id).then().statusCode(200);

        at("2023-11-20T10:00:00+09:00");
        String hushed =
                declared("RV-GPKI", 1, "2023-11-20T10:00:00+09:00", "2023-11-20T10:00:00+09:00", "NEED_TO_KNOW");
        recovered(hushed, "RV-GPKI", "2023-11-20T10:00:00+09:00");
        sweep.run();
        String secret = reviewOf(hushed).path("id");
        As.person("rv.support").get("/api/v1/reviews/" + secret).then().statusCode(404);
        As.person("rv.support").get("/api/v1/reviews").then().body("items.id", not(hasItem(secret)));
        As.person("rv.situation").get("/api/v1/reviews/" + secret).then().statusCode(200);
    }

    @Test
    void two_who_write_at_once_lose_nothing() {
        String id = reviewOf(november()).path("id");
        String read = As.person("rv.duty").get("/api/v1/reviews/" + id).header("ETag");
        written(id);

        As.person("rv.officer")
                .header("If-Match", read)
                .body("{\"cause\":\"다른 글\"}")
                .put("/api/v1/reviews/" + id + "/content")
                .then()
                .statusCode(412);
        get(id).then().body("content.damage", equalTo("189개 시스템, 56시간"));
    }

    private static Response order(String number) {
        return As.person("rv.officer")
                .body("{\"incident\":\"%s\"}".formatted(number))
                .post("/api/v1/reviews");
    }

    /** Who got a message of this title about the incident. */
    private static List<String> told(String number, String title) {
        return As.person("rv.situation")
                .get("/api/v1/deliveries?limit=200&incident=" + number)
                .path("items.findAll{it.channel=='IN_APP' && it.title.en.startsWith('%s')}.to".formatted(title));
    }

    private void at(String time) {
        clock.setTo(OffsetDateTime.parse(time).toInstant());
    }
}

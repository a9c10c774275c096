package io.haetae.procedure;

import static io.haetae.procedure.RunFixture.CONFIRMED;
import static io.haetae.procedure.RunFixture.done;
import static io.haetae.procedure.RunFixture.get;
import static io.haetae.procedure.RunFixture.incident;
import static io.haetae.procedure.RunFixture.result;
import static io.haetae.procedure.RunFixture.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example manual worked over HTTP: every kind of step, and what is refused. */
@QuarkusTest
class RunIT {

    @Inject
    MovableClock clock;

    @Inject
    ManualLoadService loading;

    @Inject
    RunSweep sweep;

    @BeforeEach
    void a_world_with_the_example() {
        clock.setTo(MovableClock.START);
        World.build();
        assertThat(loading.load(RunFixture.example("1", "DRAFT", "DRAFT"))).isEmpty();
    }

    private static String step(String id) {
        return "steps.find { it.step == '" + id + "' && it.standing != 'ENDED' }.";
    }

    @Test
    void a_run_begins_with_its_first_step_in_the_hands_of_whoever_began_it() {
        String incident = incident();
        Response started = start("op.nirs", RunFixture.EXAMPLE, incident);
        started.then()
                .statusCode(201)
                .header("Location", endsWith("/api/v1/runs/" + started.path("id")))
                .body("manual", equalTo("sop/example"))
                .body("version", equalTo("1"))
                .body("draft", equalTo(true))
                .body("state", equalTo("OPEN"))
                .body("holder.name", equalTo("op.nirs"))
                .body("subject.id", equalTo(incident))
                .body("subject.href", equalTo("/incidents/" + incident))
                .body("steps.findAll { it.standing == 'READY' }.step", equalTo(List.of("confirm")))
                .body(step("confirm") + "dueAt", equalTo("2026-11-23T10:03:00+09:00"))
                .body(step("confirm") + "allowed", equalTo(List.of("DONE", "SKIPPED", "NOT_APPLICABLE")))
                .body(step("confirm") + "mine", equalTo(true));
        start("op.nirs", RunFixture.EXAMPLE, incident)
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure.already-running"));
        As.person("op.nirs")
                .get("/api/v1/runs?subject=" + incident)
                .then()
                .statusCode(200)
                .body("items.manual", hasItem("sop/example"))
                .body("items.find { it.manual == 'sop/example' }.open.step", equalTo(List.of("confirm")));
    }

    @Test
    void fields_write_the_facts_of_the_incident_and_the_timeline_tells_what_was_done() {
        String incident = incident();
        String run = RunFixture.run(incident);

        done("op.nirs", run, "confirm", CONFIRMED);

        As.person("op.nirs").get("/api/v1/incidents/" + incident).then().body("damage", equalTo("로그인 불가"));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + incident + "/timeline")
                .then()
                .body("items.text.ko", hasItem("절차 시작: 절차서 작성 예시"))
                .body("items.text.ko", hasItem("[절차서 작성 예시] 알람 확인: 완료 콘솔 확인"));
        get("op.nirs", run)
                .then()
                .body("steps[0].standing", equalTo("ENDED"))
                .body("steps[0].outcomeText.ko", equalTo("완료"))
                .body("steps[0].entries[0].by", equalTo("op.nirs"))
                .body("steps[0].entries[0].evidence", equalTo("콘솔 확인"))
                .body("steps[0].entries[0].values[0].text.ko", equalTo("로그인 불가"))
                .body(step("choose") + "allowed", equalTo(List.of("restart", "watch")))
                .body(step("choose") + "dueAt", equalTo("2026-11-23T10:10:00+09:00"));
        As.admin()
                .get("/api/v1/audit?subject=" + incident)
                .then()
                .body("items.action", hasItem("procedure.run-started"))
                .body("items.action", hasItem("procedure.step-done"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {"outcome":"FINISHED"}                                              | /outcome       | DONE, SKIPPED, NOT_APPLICABLE
            {"outcome":"SKIPPED"}                                               | /reason        | Required
            {"outcome":"NOT_APPLICABLE","reason":" "}                           | /reason        | Required
            {"outcome":"DONE"}                                                  | /fields/damage | Required
            {"outcome":"DONE","fields":{"damage":7}}                            | /fields/damage | 4000
            {"outcome":"DONE","fields":{"damage":"x","colour":"red"}}           | /fields/colour | damage
            {"outcome":"DONE","fields":{"damage":"x"},"at":"2026-11-23T10:05:00+09:00"} | /at    | not come
            """)
    void what_does_not_fit_is_refused_and_says_what_would(String body, String pointer, String said) {
        String run = RunFixture.run(incident());

        Response refused = result("op.nirs", run, "confirm", body);

        refused.then().statusCode(422).body("errors.pointer", equalTo(List.of(pointer)));
        assertThat(refused.asString()).containsIgnoringCase(said);
        get("op.nirs", run).then().body("steps[0].entries", hasSize(0));
    }

    @Test
    void a_step_that_is_not_ready_and_one_of_another_role_are_refused() {
        String run = RunFixture.run(incident());
        result("op.nirs", run, "choose", "{\"outcome\":\"watch\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure.step-not-open"))
                .body("allowed", equalTo(List.of("confirm")));
        result("hq.mois", run, "confirm", CONFIRMED)
                .then()
                .statusCode(403)
                .body("code", equalTo("procedure.not-your-role"))
                .body("allowed", containsString("OPERATOR"));
        result("op.nirs", run, "no-such-step", CONFIRMED).then().statusCode(404);
        done("op.nirs", run, "confirm", "{\"outcome\":\"SKIPPED\",\"reason\":\"전화로 확인\"}");
        result("sup.nirs", run, "confirm", CONFIRMED).then().statusCode(409).body("by", equalTo("op.nirs"));
    }

    @Test
    void who_decided_stands_beside_who_recorded_it_and_its_own_time_beside_the_recorded_one() {
        String run = RunFixture.run(incident());
        done("op.nirs", run, "confirm", CONFIRMED);
        clock.advance(Duration.ofMinutes(20));

        done("op.nirs", run, "choose", """
                {"outcome":"restart","at":"2026-11-23T10:04:00+09:00","documentNumber":"디지털-1",
                 "decidedBy":{"name":"김과장","position":"담당 부서장"}}
                """);

        String entry = "steps.find { it.step == 'choose' }.entries[0].";
        get("op.nirs", run)
                .then()
                .body(entry + "at", equalTo("2026-11-23T10:04:00+09:00"))
                .body(entry + "recordedAt", equalTo("2026-11-23T10:20:00+09:00"))
                .body(entry + "decidedBy.position", equalTo("담당 부서장"))
                .body(entry + "documentNumber", equalTo("디지털-1"))
                .body("steps.find { it.step == 'choose' }.outcomeText.en", equalTo("Restart"));
    }

    @Test
    void two_of_three_approve_each_once() {
        String run = toApproval();
        done("op.nirs", run, "approve", "{\"outcome\":\"APPROVED\"}");
        result("op.nirs", run, "approve", "{\"outcome\":\"APPROVED\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure.voted"));
        get("op.nirs", run)
                .then()
                .body(step("approve") + "approval.approved", is(1))
                .body(step("approve") + "mine", equalTo(false));
        done("cio.mois", run, "approve", "{\"outcome\":\"APPROVED\"}");
        get("op.nirs", run)
                .then()
                .body("steps.find { it.step == 'approve' }.outcome", equalTo("APPROVED"))
                .body(
                        "steps.findAll { it.standing == 'READY' }.step",
                        equalTo(List.of("both", "until-recovered", "guidance")));
    }

    @Test
    void two_rejections_of_three_send_it_back_and_the_decision_comes_round_again() {
        String run = toApproval();
        result("op.nirs", run, "approve", "{\"outcome\":\"REJECTED\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/reason"));
        done("op.nirs", run, "approve", "{\"outcome\":\"REJECTED\",\"reason\":\"영향 범위 미확인\"}");
        done("sit.mois", run, "approve", "{\"outcome\":\"REJECTED\",\"reason\":\"대안 검토\"}");
        get("op.nirs", run)
                .then()
                .body("steps.findAll { it.step == 'approve' }.outcome", equalTo(List.of("REJECTED")))
                .body("steps.findAll { it.step == 'choose' }.standing", equalTo(List.of("ENDED", "READY")))
                .body(step("choose") + "round", is(2));
    }

    @Test
    void an_approval_can_be_delegated_and_then_only_the_delegate_gives_it() {
        String run = toApproval();
        As.person("cio.mois")
                .body("{\"to\":\"hq.mois\",\"reason\":\"출장\"}")
                .put("/api/v1/runs/" + run + "/steps/approve/delegation")
                .then()
                .statusCode(200)
                .body(step("approve") + "approval.delegations[0].to", equalTo("hq.mois"));
        result("cio.mois", run, "approve", "{\"outcome\":\"APPROVED\"}").then().statusCode(409);
        done("hq.mois", run, "approve", "{\"outcome\":\"APPROVED\"}");
        get("op.nirs", run)
                .then()
                .body(step("approve") + "entries[0].by", equalTo("hq.mois"))
                .body(step("approve") + "entries[0].onBehalfOf", equalTo("cio.mois"));
        As.person("hq.mois").get("/api/v1/inbox?limit=200").then().body("items.title.ko", hasItem("승인 위임: 재기동 승인"));
        result("hq.mois", run, "approve", "{\"outcome\":\"APPROVED\"}").then().statusCode(403);
    }

    private static String toApproval() {
        String run = RunFixture.run(incident());
        done("op.nirs", run, "confirm", CONFIRMED);
        done("op.nirs", run, "choose", "{\"outcome\":\"restart\"}");
        return run;
    }

    @Test
    void branches_run_side_by_side_waits_end_by_themselves_and_the_run_with_the_last() {
        String incident = incident();
        String run = RunFixture.atBranches(incident);
        sweep.run();
        get("op.nirs", run)
                .then()
                .body(step("until-recovered") + "branch.ko", equalTo("복구"))
                .body(step("until-recovered") + "depth", is(1))
                .body(step("guidance") + "dueAt", equalTo("2026-11-23T10:29:00+09:00"));

        RunFixture.recover(incident);
        sweep.run();
        sweep.run();

        get("op.nirs", run)
                .then()
                .body("steps.find { it.step == 'until-recovered' }.outcome", equalTo("DONE"))
                .body("steps.find { it.step == 'guidance' }.outcome", equalTo("DONE"))
                .body(step("settle") + "endsAt", equalTo("2026-11-23T10:10:00+09:00"))
                .body("state", equalTo("OPEN"));

        clock.advance(Duration.ofMinutes(9));
        sweep.run();
        get("op.nirs", run).then().body("state", equalTo("OPEN"));
        clock.advance(Duration.ofMinutes(1));
        sweep.run();
        get("op.nirs", run)
                .then()
                .body("state", equalTo("DONE"))
                .body("steps.findAll { it.step == 'settle' }", hasSize(1))
                .body("endedAt", equalTo("2026-11-23T10:10:00+09:00"));
        result("op.nirs", run, "settle", "{\"outcome\":\"SKIPPED\",\"reason\":\"x\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure.ended"));
    }

    @Test
    void guidance_is_due_again_and_again_until_it_is_over() {
        String run = RunFixture.atBranches(incident());
        clock.advance(Duration.ofMinutes(20));
        done("op.nirs", run, "guidance", "{\"outcome\":\"DONE\",\"evidence\":\"https://www.gov.kr/notice/1\"}");
        get("op.nirs", run)
                .then()
                .body(step("guidance") + "standing", equalTo("READY"))
                .body(step("guidance") + "dueAt", equalTo("2026-11-23T11:20:00+09:00"));
        clock.advance(Duration.ofMinutes(55));
        done("op.nirs", run, "guidance", "{\"outcome\":\"DONE\",\"evidence\":\"두 번째 안내\"}");
        get("op.nirs", run)
                .then()
                .body(step("guidance") + "entries", hasSize(2))
                .body(step("guidance") + "dueAt", equalTo("2026-11-23T12:15:00+09:00"));
    }

    @Test
    void an_overdue_step_is_seen_and_its_holder_is_told_once() {
        String incident = incident();
        String run = RunFixture.run(incident);
        sweep.run();
        get("op.nirs", run).then().body(step("confirm") + "overdue", equalTo(false));
        clock.advance(Duration.ofMinutes(3));
        sweep.run();
        clock.advance(Duration.ofMinutes(30));
        sweep.run();

        get("op.nirs", run).then().body(step("confirm") + "overdue", equalTo(true));
        List<String> told = As.person("op.nirs")
                .get("/api/v1/inbox?limit=200")
                .then()
                .extract()
                .path("items.findAll { it.subject.id == '" + run + "' }.title.ko");
        assertThat(told).containsExactly("절차 단계 기한 경과: 알람 확인");
        As.person("op.nirs")
                .get("/api/v1/runs/steps")
                .then()
                .body("items.find { it.run == '" + run + "' }.step.overdue", equalTo(true))
                .body("items.find { it.run == '" + run + "' }.held", equalTo(true));
    }

    @Test
    void a_correction_stands_beside_what_it_corrects() {
        String incident = incident();
        String run = RunFixture.run(incident);
        done("op.nirs", run, "confirm", CONFIRMED);
        String entry = get("op.nirs", run).path("steps[0].entries[0].id");
        String correction =
                "{\"reason\":\"시각 착오\",\"evidence\":\"콘솔과 전화로 확인\",\"fields\":{\"damage\":\"전 기관 로그인 불가\"}}";
        String path = "/api/v1/runs/" + run + "/entries/" + entry + "/corrections";

        As.person("sup.nirs").body(correction).post(path).then().statusCode(200);

        get("op.nirs", run)
                .then()
                .body("steps[0].entries", hasSize(2))
                .body("steps[0].entries[0].evidence", equalTo("콘솔 확인"))
                .body("steps[0].entries[0].correctedBy", notNullValue())
                .body("steps[0].entries[1].evidence", equalTo("콘솔과 전화로 확인"))
                .body("steps[0].entries[1].corrects", equalTo(entry))
                .body("steps[0].entries[1].by", equalTo("sup.nirs"));
        As.person("op.nirs").get("/api/v1/incidents/" + incident).then().body("damage", equalTo("전 기관 로그인 불가"));
        As.person("op.nirs")
                .body(correction)
                .post(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure.corrected-since"));
    }

    @Test
    void a_run_is_handed_over_with_a_note_and_can_be_stopped_with_a_reason() {
        String run = RunFixture.run(incident());
        String holder = "/api/v1/runs/" + run + "/holder";
        As.person("op.nirs")
                .body("{\"person\":\"sup.nirs\"}")
                .put(holder)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/note"));
        As.person("op.nirs")
                .body("{\"person\":\"aud.mois\",\"note\":\"교대\"}")
                .put(holder)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/person"));
        As.person("op.nirs")
                .body("{\"person\":\"sup.nirs\",\"note\":\"교대, 제조사 호출 중\"}")
                .put(holder)
                .then()
                .statusCode(200)
                .body("holder.name", equalTo("sup.nirs"))
                .body("handOvers[0].note", equalTo("교대, 제조사 호출 중"))
                .body("handOvers[0].from", equalTo("op.nirs"));
        As.person("sup.nirs").get("/api/v1/inbox?limit=200").then().body("items.title.ko", hasItem("절차 인계: 절차서 작성 예시"));
        As.person("sup.nirs").get("/api/v1/runs?mine=true").then().body("items.id", hasItem(run));
        As.person("op.nirs")
                .body("{\"reason\":\" \"}")
                .put("/api/v1/runs/" + run + "/cancellation")
                .then()
                .statusCode(400);
        As.person("sup.nirs")
                .body("{\"reason\":\"중복 시작\"}")
                .put("/api/v1/runs/" + run + "/cancellation")
                .then()
                .statusCode(200)
                .body("state", equalTo("CANCELLED"))
                .body("endReason", equalTo("중복 시작"))
                .body("steps[0].allowed", hasSize(0));
    }

    @Test
    void nobody_else_sees_it() {
        String incident = incident();
        String run = RunFixture.run(incident);
        done("op.nirs", run, "confirm", CONFIRMED);
        String entry = get("op.nirs", run).path("steps[0].entries[0].id");
        for (String path : List.of("", "/files/" + run)) {
            As.person("op.na").get("/api/v1/runs/" + run + path).then().statusCode(404);
        }
        result("op.na", run, "choose", "{\"outcome\":\"watch\"}").then().statusCode(404);
        As.person("op.na")
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/runs/" + run + "/entries/" + entry + "/corrections")
                .then()
                .statusCode(404);
        As.person("op.na").get("/api/v1/runs?subject=" + incident).then().body("items", hasSize(0));
        As.person("op.na").get("/api/v1/runs/steps").then().body("items.run", not(hasItem(run)));
        start("op.na", RunFixture.EXAMPLE, incident)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/subject/id"));
        As.person("op.nirs")
                .body("{\"visibility\":\"NEED_TO_KNOW\"}")
                .put("/api/v1/incidents/" + incident + "/facts")
                .then()
                .statusCode(200);
        sweep.run();
        get("sup.nirs", run).then().statusCode(200);
        As.admin().get("/api/v1/runs/" + run).then().statusCode(404);
        As.admin().get("/api/v1/runs?subject=" + incident).then().body("items", hasSize(0));
        get("aud.mois", run).then().statusCode(200).body("steps[0].mine", equalTo(false));
    }

    @Test
    void a_manual_that_does_not_exist_or_is_about_something_else_is_refused() {
        String incident = incident();
        start("op.nirs", "sop/nothing", incident).then().statusCode(422).body("errors[0].pointer", equalTo("/manual"));
        start("op.nirs", "crisis/stage-alert", incident)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/subject/kind"));
        get("op.nirs", "0193-no-run").then().statusCode(404);
        As.person("op.nirs")
                .body("{\"manual\":\"sop/example\",\"subject\":{\"kind\":\"INCIDENT\",\"id\":\"INC-1999-000001\"}}")
                .post("/api/v1/runs")
                .then()
                .statusCode(422);
        get("op.nirs", RunFixture.run(incident)).then().body("endedAt", nullValue());
    }
}

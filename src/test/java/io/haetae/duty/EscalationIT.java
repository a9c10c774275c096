package io.haetae.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.haetae.duty.Escalation.State;
import io.haetae.duty.Escalation.StepState;
import io.haetae.identity.PeopleService;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.notify.Deliveries;
import io.haetae.notify.DeliveryView;
import io.haetae.notify.Failure;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EscalationIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String MINISTRY = "DUMOIS";
    private static final String DEPUTY = "DUNIRS";

    @Inject
    Escalations escalations;

    @Inject
    EscalationSweep sweep;

    @Inject
    WhyToldService why;

    @Inject
    Deliveries deliveries;

    @Inject
    PeopleService people;

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    private String subject;
    private Instant start;
    private @Nullable Duration lasts;

    @BeforeEach
    void a_ministry_with_one_on_duty_and_a_cio() {
        clock.setTo(MovableClock.START);
        start = clock.instant();
        lasts = null;
        As.institution(MINISTRY, "MINISTRY", null, MINISTRY);
        As.institution(DEPUTY, "AGENCY", MINISTRY, MINISTRY);
        As.create("du.duty", "OPERATOR", MINISTRY);
        As.create("du.cio", "OFFICER", MINISTRY);
        subject = "DUTY-TEST-" + NUMBER.incrementAndGet();
    }

    @Test
    void nobody_answers_and_the_next_level_is_called_at_the_exact_instant() {
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT");

        clock.setTo(start.plus(Duration.ofMinutes(15)).minusNanos(1_000));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT");

        clock.setTo(start.plus(Duration.ofMinutes(15)));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT", "2 du.cio SENT");
        assertThat(newest().state()).isEqualTo(State.EXHAUSTED);
        assertThat(newest().steps().get(1).doneAt()).isEqualTo(start.plus(Duration.ofMinutes(15)));
    }

    @Test
    void an_answer_stops_the_telling() {
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        clock.advance(Duration.ofMinutes(3));
        UUID duty = id("du.duty");
        boolean open = QuarkusTransaction.requiringNew()
                .call(() -> escalations.acknowledge("INCIDENT", subject, duty, clock.instant()));
        assertThat(open).isTrue();
        clock.advance(Duration.ofHours(1));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED");
        assertThat(newest().state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(newest().answer())
                .isEqualTo(new Answer(duty, "du.duty", Answer.By.PAGE, start.plus(Duration.ofMinutes(3))));
        assertThat(newest().steps())
                .extracting(Escalation.Step::state)
                .containsExactly(StepState.TOLD, StepState.DROPPED);
        assertThat(journal("duty.answered")).isEqualTo(1);
    }

    @Test
    void an_answer_by_telephone_of_somebody_without_an_account_is_recorded() {
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        Answer answer = new Answer(null, "퇴근한 담당자", Answer.By.PHONE, start);
        QuarkusTransaction.requiringNew().run(() -> escalations.acknowledge("INCIDENT", subject, answer));
        sweep.run();
        assertThat(told()).isEmpty();
        assertThat(newest().answer()).isEqualTo(answer);
    }

    @Test
    void acknowledging_the_message_itself_stops_the_telling_too() {
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        UUID message = deliveries.of("INCIDENT", subject).get(0).id();
        As.person("du.cio")
                .put("/api/v1/deliveries/" + message + "/acknowledgement")
                .then()
                .statusCode(403)
                .body("code", equalTo("notify.not-the-recipient"));
        As.person("du.duty")
                .put("/api/v1/deliveries/" + message + "/acknowledgement")
                .then()
                .statusCode(200)
                .body("state", equalTo("ACKNOWLEDGED"));
        clock.advance(Duration.ofHours(1));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED");
        assertThat(newest().state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void steps_whose_time_has_passed_are_carried_out_at_once_and_in_order() {
        Instant detected = start.minus(Duration.ofHours(7));
        start(List.of(
                new CallOutStep(1, callee("DUTY", MINISTRY), detected),
                new CallOutStep(2, callee("CIO", MINISTRY), detected.plus(Duration.ofMinutes(15))),
                new CallOutStep(3, callee("DUTY", MINISTRY), start.plus(Duration.ofMinutes(1)))));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT", "2 du.cio SENT");
        assertThat(newest().nextAt()).isEqualTo(start.plus(Duration.ofMinutes(1)));
    }

    @Test
    void a_level_that_nobody_holds_says_so_and_brings_the_next_one_forward() {
        start(step(1, "SYSTEM_MANAGER", 0), step(2, "DUTY", 10), step(3, "CIO", 20));
        sweep.run();
        assertThat(told()).containsExactly("1 DUMOIS 기관 시스템 담당자 FAILED", "2 du.duty SENT");
        DeliveryView failed = deliveries.of("INCIDENT", subject).get(0);
        assertThat(failed.failure())
                .isEqualTo(new Failure(
                        "nobody-holds",
                        new LocalizedText(
                                "DUMOIS 기관에 지정된 시스템 담당자 중 연락할 수 있는 사람이 없습니다.",
                                "Nobody who can be reached holds \"System manager\" in Institution DUMOIS.")));
        assertThat(newest().steps().get(0).state()).isEqualTo(StepState.UNREACHED);
        assertThat(newest().nextAt()).isEqualTo(start.plus(Duration.ofMinutes(20)));
    }

    @Test
    void a_missing_holder_beside_one_who_is_reached_is_shown_but_hurries_nothing() {
        start(List.of(
                new CallOutStep(
                        1,
                        List.of(
                                new Callee("DUTY", List.of(DEPUTY, MINISTRY)),
                                new Callee("MINISTER", List.of(DEPUTY, MINISTRY)),
                                new Callee("FUNCTION_OF_TOMORROW", List.of(MINISTRY))),
                        start),
                new CallOutStep(2, callee("CIO", MINISTRY), start.plus(Duration.ofMinutes(10)))));
        sweep.run();
        assertThat(told())
                .containsExactly(
                        "1 du.duty SENT", "1 DUNIRS 기관 외 1개 기관 장관 FAILED", "1 DUMOIS 기관 FUNCTION_OF_TOMORROW FAILED");
        assertThat(newest().nextAt()).isEqualTo(start.plus(Duration.ofMinutes(10)));
    }

    @Test
    void each_owner_of_a_linked_system_is_to_be_told_and_one_who_is_not_is_named() {
        start(List.of(new CallOutStep(1, List.of(new Callee("LINKED_OWNERS", List.of(DEPUTY, MINISTRY))), start)));
        sweep.run();
        assertThat(told()).containsExactly("1 DUNIRS 기관 연계 시스템 소유 기관 FAILED", "1 du.duty SENT", "1 du.cio SENT");
    }

    @Test
    void the_systems_of_an_institution_are_told_with_its_people() {
        As.admin()
                .body("{\"institution\":\"DUMOIS\",\"channel\":\"RELAY\",\"name\":\"관제\",\"address\":\"du-mois\"}")
                .post("/api/v1/endpoints");
        start(step(1, "DUTY", 0));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT", "1 관제 (DUMOIS 기관) PENDING");
        As.admin()
                .get("/api/v1/endpoints")
                .<List<String>>path("items.findAll { it.institution == 'DUMOIS' }.id")
                .forEach(id -> As.admin().delete("/api/v1/endpoints/" + id));
    }

    @Test
    void a_worse_grade_takes_the_place_of_the_former_call_out_and_tells_again() {
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        clock.advance(Duration.ofMinutes(5));
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT", "1 du.duty SENT");
        List<Escalation> all = escalations.of("INCIDENT", subject);
        assertThat(all).extracting(Escalation::state).containsExactly(State.RUNNING, State.SUPERSEDED);
        clock.setTo(start.plus(Duration.ofMinutes(15)));
        sweep.run();
        assertThat(told()).hasSize(2);
    }

    @Test
    void an_acknowledgement_of_a_message_from_before_the_worse_grade_does_not_answer_the_new_one() {
        start(step(1, "DUTY", 0));
        sweep.run();
        UUID old = deliveries.of("INCIDENT", subject).get(0).id();
        clock.advance(Duration.ofMinutes(5));
        start(step(1, "CIO", 0), step(2, "DUTY", 5));
        As.person("du.duty")
                .put("/api/v1/deliveries/" + old + "/acknowledgement")
                .then()
                .statusCode(200);
        sweep.run();
        assertThat(newest().state()).isEqualTo(State.RUNNING);
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED", "1 du.cio SENT");
    }

    @Test
    void a_person_may_have_the_next_level_called_now() {
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        escalations.escalateNow("INCIDENT", subject);
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT", "2 du.cio SENT");
        assertThatThrownBy(() -> escalations.escalateNow("INCIDENT", subject))
                .isInstanceOf(Refusal.class)
                .hasMessage("duty.nothing-to-hurry");
    }

    @Test
    void an_answer_that_has_lapsed_calls_the_same_levels_again_to_the_instant() {
        lasts = Duration.ofHours(2);
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        clock.advance(Duration.ofMinutes(3));
        Instant answered = clock.instant();
        acknowledge("du.duty");
        assertThat(newest().lapsesAt()).isEqualTo(answered.plus(lasts));
        clock.setTo(answered.plus(lasts).minusNanos(1_000));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED");

        clock.setTo(answered.plus(lasts));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED", "1 du.duty SENT");
        assertThat(newest().state()).isEqualTo(State.RUNNING);
        assertThat(newest().nextAt()).isEqualTo(answered.plus(lasts).plus(Duration.ofMinutes(15)));
        assertThat(escalations.of("INCIDENT", subject)).hasSize(2);
        assertThat(journal("duty.answer-lapsed")).isEqualTo(1);
        clock.advance(Duration.ofMinutes(15));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED", "1 du.duty SENT", "2 du.cio SENT");
    }

    @Test
    void an_answer_does_not_lapse_once_the_matter_is_over_and_lapses_later_when_it_is_renewed() {
        lasts = Duration.ofHours(1);
        start(step(1, "DUTY", 0));
        sweep.run();
        acknowledge("du.duty");
        clock.advance(Duration.ofMinutes(50));
        acknowledge("du.duty");
        clock.advance(Duration.ofMinutes(50));
        sweep.run();
        assertThat(told()).hasSize(1);
        QuarkusTransaction.requiringNew().run(() -> escalations.end("INCIDENT", subject, "recovered"));
        clock.advance(Duration.ofDays(60));
        sweep.run();
        assertThat(told()).hasSize(1);
        assertThat(newest().state()).isEqualTo(State.ACKNOWLEDGED);
    }

    @Test
    void two_replicas_resume_a_lapsed_answer_once() throws Exception {
        lasts = Duration.ofHours(1);
        for (int i = 0; i < 50; i++) {
            subject = "DUTY-LAPSE-" + NUMBER.incrementAndGet();
            start(step(1, "DUTY", 0));
            acknowledge("du.duty");
        }
        clock.advance(Duration.ofHours(1));
        Thread other = new Thread(sweep::run);
        other.start();
        sweep.run();
        other.join();
        assertThat(sql.list(
                        "select count(*) as n, count(distinct subject_id) as subjects from duty_chain"
                                + " where subject_id like 'DUTY-LAPSE-%' and resumes is not null",
                        row -> row.getInt("n") + " " + row.getInt("subjects")))
                .containsExactly("50 50");
    }

    @Test
    void a_worse_grade_calls_again_although_somebody_had_answered() {
        start(step(1, "DUTY", 0));
        sweep.run();
        acknowledge("du.duty");
        clock.advance(Duration.ofMinutes(1));
        start(step(1, "DUTY", 0), step(2, "CIO", 15));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty ACKNOWLEDGED", "1 du.duty SENT");
        assertThat(newest().state()).isEqualTo(State.RUNNING);
    }

    @Test
    void a_roll_call_is_answered_when_each_of_those_called_has_answered() {
        As.create("du.second", "OPERATOR", MINISTRY);
        start(List.of(
                new CallOutStep(1, true, callee("DUTY", MINISTRY), start),
                new CallOutStep(2, callee("CIO", MINISTRY), start.plus(Duration.ofMinutes(15)))));
        sweep.run();
        assertThat(newest().rollCall()).extracting(Escalation.RollCall::name).containsExactly("du.duty", "du.second");
        acknowledge("du.duty");
        assertThat(newest().state()).isEqualTo(State.RUNNING);
        assertThat(newest().answered()).isEqualTo(1);
        clock.advance(Duration.ofMinutes(15));
        sweep.run();
        assertThat(told()).containsExactlyInAnyOrder("1 du.duty ACKNOWLEDGED", "1 du.second SENT", "2 du.cio SENT");
        UUID message = deliveries.of("INCIDENT", subject).stream()
                .filter(each -> each.to().equals("du.second"))
                .findFirst()
                .orElseThrow()
                .id();
        As.person("du.second")
                .put("/api/v1/deliveries/" + message + "/acknowledgement")
                .then()
                .statusCode(200);
        sweep.run();
        assertThat(newest().state()).isEqualTo(State.ACKNOWLEDGED);
        assertThat(newest().answered()).isEqualTo(2);
        sql.update("update identity_person set active = false where username = 'du.second'");
    }

    @Test
    void everybody_can_be_told_why_he_was_called_or_was_not() {
        start(step(1, "DUTY", 0), step(2, "SYSTEM_MANAGER", 5), step(3, "CIO", 15), step(4, "DUTY", 30));
        sweep.run();
        clock.advance(Duration.ofMinutes(6));
        sweep.run();
        assertThat(verdicts("du.duty")).containsExactly("TOLD", "NOBODY_HELD_IT", "OTHERS_HELD_IT", "TO_COME");
        assertThat(verdicts("du.cio")).containsExactly("OTHERS_HELD_IT", "NOBODY_HELD_IT", "TOLD", "TO_COME");
        acknowledge("du.cio");
        assertThat(verdicts("du.cio")).containsExactly("OTHERS_HELD_IT", "NOBODY_HELD_IT", "TOLD", "ANSWERED_BEFORE");
        WhyTold last = why.why("INCIDENT", subject, id("du.cio")).get(3);
        assertThat(last.why())
                .isEqualTo(new LocalizedText(
                        "이 단계(2026-11-23 10:30) 전인 2026-11-23 10:06에 du.cio 님이 응답하였습니다.",
                        "du.cio answered at 2026-11-23 10:06, before this level was due (2026-11-23 10:30)."));
        assertThat(why.why("INCIDENT", subject, id("du.duty")).get(0).messages())
                .extracting(WhyTold.Message::channel)
                .containsExactly("IN_APP");
    }

    @Test
    void a_call_out_that_has_ended_calls_nobody_and_a_late_answer_changes_nothing() {
        start(step(1, "DUTY", 5));
        QuarkusTransaction.requiringNew().run(() -> escalations.end("INCIDENT", subject, "closed"));
        clock.advance(Duration.ofHours(1));
        sweep.run();
        assertThat(told()).isEmpty();
        assertThat(newest().endedWhy()).isEqualTo("closed");
        boolean open = QuarkusTransaction.requiringNew()
                .call(() -> escalations.acknowledge("INCIDENT", subject, id("du.duty"), clock.instant()));
        assertThat(open).isFalse();
    }

    @Test
    void two_replicas_call_each_person_once() throws Exception {
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            subject = "DUTY-TWICE-" + i;
            subjects.add(subject);
            start(step(1, "DUTY", 0), step(2, "CIO", 15));
        }
        clock.advance(Duration.ofMinutes(15));
        ExecutorService replicas = Executors.newFixedThreadPool(2);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<?>> runs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            runs.add(replicas.submit(() -> {
                together.await();
                sweep.run();
                return null;
            }));
        }
        together.countDown();
        for (Future<?> run : runs) {
            run.get();
        }
        replicas.shutdown();
        assertThat(sql.list(
                        "select action, count(*) as n, count(distinct (subject_id, data ->> 'level')) as once"
                                + " from audit_entry where subject_id like 'DUTY-TWICE-%' and action = 'duty.step-told'"
                                + " group by action",
                        row -> row.getString("action") + " " + row.getInt("n") + " " + row.getInt("once")))
                .containsExactly("duty.step-told 1400 1400");
        assertThat(sql.list(
                        "select count(*) as n from notify_delivery where subject_id like 'DUTY-TWICE-%'",
                        row -> row.getInt("n")))
                .containsExactly(1400);
    }

    @Test
    void a_call_out_that_cannot_be_read_does_not_hold_up_the_others() {
        start(step(1, "DUTY", 0));
        String broken = subject;
        sql.update(
                "update duty_step set callees = '{\"not\": \"a list\"}' where chain ="
                        + " (select id from duty_chain where subject_id = ?)",
                broken);
        subject = "DUTY-TEST-" + NUMBER.incrementAndGet();
        start(step(1, "DUTY", 0));
        sweep.run();
        assertThat(told()).containsExactly("1 du.duty SENT");

        sql.update(
                "update duty_step set callees = '[{\"function\": \"CIO\", \"institutions\": [\"DUMOIS\"]}]' where chain ="
                        + " (select id from duty_chain where subject_id = ?)",
                broken);
        clock.advance(Duration.ofSeconds(30));
        sweep.run();
        subject = broken;
        assertThat(told()).containsExactly("1 du.cio SENT");
    }

    @Test
    void whoever_holds_the_post_is_called_instead_of_the_role_that_stands_in() {
        As.create("du.night", "OPERATOR", DEPUTY);
        As.create("du.backup", "OPERATOR", DEPUTY);
        As.create("du.day", "OPERATOR", DEPUTY);
        post("du.backup", 2, start.minusSeconds(60), null);
        post("du.night", 1, start.minusSeconds(60), start.plusSeconds(3_600));
        post("du.day", 1, start.plusSeconds(3_600), null);
        start(List.of(
                new CallOutStep(1, callee("DUTY", DEPUTY), start),
                new CallOutStep(2, callee("DUTY", DEPUTY), start.plusSeconds(3_600))));
        sweep.run();
        assertThat(told()).containsExactly("1 du.night SENT", "1 du.backup SENT");
        clock.advance(Duration.ofHours(1));
        sweep.run();
        assertThat(told()).containsExactly("1 du.night SENT", "1 du.backup SENT", "2 du.day SENT", "2 du.backup SENT");
        sql.update("delete from duty_post where institution = ?", DEPUTY);
    }

    private void post(String username, int rank, Instant from, @Nullable Instant until) {
        String end = until == null ? "null" : "\"" + until + "\"";
        As.admin()
                .body("{\"institution\":\"DUNIRS\",\"function\":\"DUTY\",\"person\":\"" + username + "\",\"rank\":"
                        + rank + ",\"from\":\"" + from + "\",\"until\":" + end + "}")
                .post("/api/v1/rosters")
                .then()
                .statusCode(201);
    }

    private void acknowledge(String username) {
        QuarkusTransaction.requiringNew()
                .run(() -> escalations.acknowledge("INCIDENT", subject, id(username), clock.instant()));
    }

    private List<String> verdicts(String username) {
        return why.why("INCIDENT", subject, id(username)).stream()
                .map(each -> each.verdict().name())
                .toList();
    }

    private void start(CallOutStep... steps) {
        start(List.of(steps));
    }

    private void start(List<CallOutStep> steps) {
        LocalizedText text = new LocalizedText("정부24 접속 불가", "Government24 cannot be reached");
        CallOut callOut = new CallOut(
                "INCIDENT",
                subject,
                Set.of(MINISTRY),
                "reporting-clock/product-default",
                "1",
                1,
                text,
                text,
                false,
                lasts,
                steps);
        QuarkusTransaction.requiringNew().run(() -> escalations.start(callOut));
    }

    private CallOutStep step(int level, String function, int minutes) {
        return new CallOutStep(
                level, callee(function, MINISTRY), clock.instant().plus(Duration.ofMinutes(minutes)));
    }

    private static List<Callee> callee(String function, String institution) {
        return List.of(new Callee(function, List.of(institution)));
    }

    private List<String> told() {
        return deliveries.of("INCIDENT", subject).stream()
                .map(each -> each.level() + " " + each.to() + " " + each.state())
                .toList();
    }

    private Escalation newest() {
        return escalations.of("INCIDENT", subject).get(0);
    }

    private UUID id(String username) {
        return people.findByUsername(username).orElseThrow().id();
    }

    private int journal(String action) {
        return sql.list(
                        "select count(*) as n from audit_entry where subject_id = ? and action = ?",
                        row -> row.getInt("n"),
                        subject,
                        action)
                .get(0);
    }
}

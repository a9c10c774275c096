package io.haetae.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.rule.FailureFacts.Data;
import io.haetae.rule.FailureFacts.Deadline;
import io.haetae.rule.FailureFacts.Facility;
import io.haetae.rule.FailureFacts.Group;
import io.haetae.rule.FailureFacts.Kind;
import io.haetae.rule.FailureFacts.Security;
import io.haetae.rule.FailureFacts.Service;
import io.haetae.rule.FailureFacts.Spread;
import io.haetae.rule.FailureFacts.Substitute;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureGradingIT {

    @Inject
    RuleSets rules;

    private static FailureFacts facts(Kind kind, @Nullable Long people, long minutes) {
        Group group = new Group(
                1,
                true,
                Service.STOPPED,
                minutes,
                minutes,
                Substitute.AVAILABLE,
                Data.NONE,
                false,
                false,
                0,
                1,
                List.of("GOV24"));
        return new FailureFacts(
                kind,
                List.of(group),
                new Spread(1, 1, 1),
                people,
                false,
                Deadline.UNKNOWN,
                Substitute.UNKNOWN,
                new Facility(false, false),
                Security.NONE);
    }

    @Test
    void a_failure_gets_its_grade_with_version_hash_and_reasons() {
        FailureGradeEvaluation evaluation = rules.evaluateFailureGrade(facts(Kind.FAILURE, null, 119));

        assertThat(evaluation.ruleSet()).isEqualTo("failure-grade/product-default");
        assertThat(evaluation.version()).isEqualTo("1");
        assertThat(evaluation.sha256()).hasSize(64);
        assertThat(evaluation.failure()).isNull();
        assertThat(evaluation.result()).isNotNull();
        assertThat(evaluation.facts()).doesNotContainKey("people");
        FailureGradeResult result = Objects.requireNonNull(evaluation.result());
        assertThat(result.grade()).isEqualTo(2);
        assertThat(result.reasons().get(0).criterion()).isEqualTo("gradeOneService");
        assertThat(result.nextGrade().worse()).extracting("grade", "inMinutes").containsExactly(1, 1L);
        assertThat(result.nextLimitAfter(119)).contains(120L);
        assertThat(result.nextLimitAfter(4320)).isEmpty();
    }

    @Test
    void without_such_a_version_there_is_no_grade_but_a_reason() {
        FailureGradeEvaluation evaluation = rules.evaluateFailureGrade(
                RuleRef.pinned("failure-grade/product-default", "99"), facts(Kind.FEARED, 5L, 0));

        assertThat(evaluation.result()).isNull();
        assertThat(evaluation.failure()).isNotNull();
        assertThat(evaluation.facts()).containsEntry("people", 5L);
    }

    @Test
    void facts_the_rules_cannot_read_give_no_grade_but_a_reason() {
        FailureGradeEvaluation evaluation = rules.evaluateFailureGrade(facts(Kind.FAILURE, -5L, 0));

        assertThat(evaluation.result()).isNull();
        assertThat(Objects.requireNonNull(evaluation.failure()).en())
                .contains("failure-grade/product-default@1 could not be applied")
                .contains("/people");
    }

    @Test
    void the_clocks_of_a_grade_come_with_their_version() {
        ReportingClocks clocks = rules.reportingClocks(2);

        assertThat(clocks.ruleSet()).isEqualTo("reporting-clock/product-default");
        assertThat(clocks.callOut().levels())
                .extracting(ReportingClocks.Level::afterMinutes)
                .containsExactly(0L, 5L, 10L, 15L, 20L);
        assertThat(clocks.clocks())
                .filteredOn(clock -> clock.kind().equals("NOTIFY_DISASTER_ROOM"))
                .singleElement()
                .isEqualTo(new ReportingClocks.Clock(
                        "NOTIFY_DISASTER_ROOM",
                        clocks.clocks().get(7).name(),
                        ReportingClocks.From.RECOGNITION,
                        30,
                        ReportingClocks.Unit.MINUTES,
                        null,
                        ReportingClocks.Condition.FROM_CAUTION_STAGE,
                        "재난 및 안전관리 기본법 제20조",
                        null));
        assertThat(rules.failureGradeLimits()).containsExactly(60L, 120L, 180L, 480L, 720L, 4320L);
    }
}

package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.LocalizedText;
import io.haetae.rule.engine.RecurrenceRules.Common;
import io.haetae.rule.engine.RecurrenceRules.Failure;
import io.haetae.rule.engine.RecurrenceRules.Finding;
import io.haetae.rule.engine.RecurrenceRules.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecurrenceRulesTest {

    private static final LocalizedText SAYS =
            new LocalizedText("{system} {count}건 {months}개월", "{system} {count} in {months}");
    private static final Instant NOW = Instant.parse("2026-08-31T03:00:00Z");

    private static RecurrenceRules rules(int atLeast, Common... same) {
        Rule rule = new Rule("r", SAYS, "product default", Set.of(same), atLeast, 6, SAYS, SAYS);
        RuleSet.Header header = new RuleSet.Header("recurrence", "x", "1", "", SAYS);
        return new RecurrenceRules(header, List.of(rule));
    }

    private static Failure failure(String number, String at, @Nullable String cause, String... systems) {
        return new Failure(number, Instant.parse(at), cause, Set.of(systems));
    }

    private static final Failure PRESENT = new Failure("N", NOW, "NETWORK", Set.of("A", "B"));

    @Test
    void six_months_before_the_last_of_august_is_the_last_of_february() {
        RecurrenceRules rules = rules(2, Common.SYSTEM, Common.CAUSE);

        assertThat(rules.find(PRESENT, List.of(failure("1", "2026-02-28T03:00:00Z", "NETWORK", "A"))))
                .extracting(Finding::system)
                .containsExactly("A");
        assertThat(rules.find(PRESENT, List.of(failure("1", "2026-02-28T02:59:59Z", "NETWORK", "A"))))
                .isEmpty();
    }

    @Test
    void each_system_is_counted_for_itself_and_the_words_are_filled_in() {
        List<Finding> found = rules(3, Common.SYSTEM)
                .find(
                        PRESENT,
                        List.of(
                                failure("1", "2026-07-01T00:00:00Z", null, "A", "B"),
                                failure("2", "2026-07-02T00:00:00Z", "SOFTWARE", "B"),
                                failure("3", "2026-07-03T00:00:00Z", null, "C")));

        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.system()).isEqualTo("B");
            assertThat(one.earlier()).containsExactly("1", "2");
            assertThat(one.says().en()).isEqualTo("B 3 in 6");
        });
    }

    @Test
    void a_cause_that_nobody_has_named_is_like_no_other_and_one_does_not_count_itself_or_what_came_later() {
        RecurrenceRules rules = rules(2, Common.CAUSE);
        Failure unknown = new Failure("N", NOW, null, Set.of("A"));

        assertThat(rules.find(unknown, List.of(failure("1", "2026-08-01T00:00:00Z", null, "A"))))
                .isEmpty();
        assertThat(rules.find(PRESENT, List.of(PRESENT, failure("2", "2026-09-01T00:00:00Z", "NETWORK", "A"))))
                .isEmpty();
        assertThat(rules.find(PRESENT, List.of(failure("1", "2026-08-01T00:00:00Z", "NETWORK", "Z"))))
                .singleElement()
                .satisfies(one -> assertThat(one.system()).isNull());
    }
}

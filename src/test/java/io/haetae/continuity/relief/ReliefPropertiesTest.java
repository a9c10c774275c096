package io.haetae.continuity.relief;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.continuity.relief.Relief.Outcome;
import io.haetae.rule.DeadlineRules.Rule;
import io.haetae.rule.DeadlineRules.Unit;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of every rule, whatever the outages: they are what decides whether people lose a right. */
class ReliefPropertiesTest {

    private static final Instant BEGIN = ReliefCases.at("2025-09-01T00:00");
    private static final int MINUTES = 60 * 24 * 60;

    @Provide
    Arbitrary<List<Outage>> outages() {
        Arbitrary<Integer> from = Arbitraries.integers().between(0, MINUTES);
        Arbitrary<Integer> length = Arbitraries.integers().between(0, 20 * 24 * 60);
        return Combinators.combine(from, length)
                .as((start, minutes) -> new Outage(minute(start), minute(start).plusSeconds(60L * minutes)))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    @Provide
    Arbitrary<Rule> rules() {
        return Arbitraries.of(ReliefCases.RULES.all());
    }

    @Provide
    Arbitrary<Filing> filings() {
        Arbitrary<Due> due = Combinators.combine(Arbitraries.integers().between(0, 60), Arbitraries.of(true, false))
                .as((day, whole) -> whole
                        ? Due.on(LocalDate.of(2025, 9, 1).plusDays(day))
                        : Due.until(minute(day * 24 * 60 + 18 * 60)));
        Arbitrary<LocalDate> begun = Arbitraries.integers()
                .between(0, 60)
                .map(day -> LocalDate.of(2025, 8, 15).plusDays(day))
                .injectNull(0.5);
        Arbitrary<Instant> sent = Arbitraries.integers()
                .between(0, MINUTES)
                .map(ReliefPropertiesTest::minute)
                .injectNull(0.3);
        Arbitrary<Extension> decided = Combinators.combine(
                        Arbitraries.integers().between(1, 60),
                        Arbitraries.of(Unit.class),
                        Arbitraries.integers().between(0, 72))
                .as((amount, unit, within) -> new Extension(Due.parse("2025-10-15"), amount, unit, within));
        return Combinators.combine(due, begun, sent, decided).as(Filing::new);
    }

    @Property
    void a_deadline_is_never_earlier_than_the_original(
            @ForAll("rules") Rule rule, @ForAll("filings") Filing filing, @ForAll("outages") List<Outage> outages) {
        assertThat(of(rule, filing, outages).deadline()).isGreaterThanOrEqualTo(filing.deadline());
    }

    @Property
    void a_longer_outage_never_gives_an_earlier_deadline(
            @ForAll("rules") Rule rule,
            @ForAll("filings") Filing filing,
            @ForAll("outages") List<Outage> outages,
            @ForAll @IntRange(max = 30_000) int longer) {
        List<Outage> extended = new ArrayList<>(outages);
        Outage first = extended.get(0);
        extended.set(
                0,
                new Outage(first.from(), Objects.requireNonNull(first.until()).plusSeconds(60L * longer)));

        Relief before = of(rule, filing, outages);
        Relief after = of(rule, filing, extended);

        assertThat(after.deadline()).isGreaterThanOrEqualTo(before.deadline());
        if (before.outcome() == Outcome.NOT_COUNTED) {
            assertThat(after.excusedUntil()).isAfterOrEqualTo(before.excusedUntil());
        }
    }

    @Property
    void another_outage_never_gives_an_earlier_deadline(
            @ForAll("rules") Rule rule,
            @ForAll("filings") Filing filing,
            @ForAll("outages") List<Outage> outages,
            @ForAll("outages") List<Outage> more) {
        List<Outage> all = new ArrayList<>(outages);
        all.addAll(more);

        assertThat(of(rule, filing, all).deadline())
                .isGreaterThanOrEqualTo(of(rule, filing, outages).deadline());
    }

    @Property
    void overlapping_outages_count_once(
            @ForAll("rules") Rule rule, @ForAll("filings") Filing filing, @ForAll("outages") List<Outage> outages) {
        List<Outage> twice = new ArrayList<>(outages);
        twice.addAll(outages);

        assertThat(of(rule, filing, twice)).isEqualTo(of(rule, filing, outages));
        assertThat(of(rule, filing, Outage.merged(outages))).isEqualTo(of(rule, filing, outages));
    }

    @Property
    void a_moved_deadline_ends_on_a_working_day_where_the_rule_says_so(
            @ForAll("rules") Rule rule, @ForAll("filings") Filing filing, @ForAll("outages") List<Outage> outages) {
        Relief relief = of(rule, filing, outages);
        boolean byTheHour = relief.deadline().time() != null;
        if (relief.outcome() == Outcome.MOVED && rule.moves() && !byTheHour && !hours(rule, filing)) {
            assertThat(ReliefCases.KOREA.isWorkingDay(relief.deadline().day())).isTrue();
        }
    }

    private static boolean hours(Rule rule, Filing filing) {
        return rule.effect().isDecided()
                && Objects.requireNonNull(filing.extension()).unit() == Unit.HOURS;
    }

    private static Relief of(Rule rule, Filing filing, List<Outage> outages) {
        return ReliefCases.of(rule.id(), filing, outages);
    }

    private static Instant minute(int minute) {
        return BEGIN.plusSeconds(60L * minute);
    }
}

package io.haetae.continuity.relief;

import static io.haetae.continuity.relief.ReliefCases.at;
import static io.haetae.continuity.relief.ReliefCases.outages;
import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.continuity.relief.Relief.Outcome;
import io.haetae.rule.DeadlineRules.Unit;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table of cases per rule: holidays, midnight, ends of months and years, two outages. */
class ReliefTest {

    @ParameterizedTest(name = "{0}: {1} hit by {2} becomes {3}")
    @CsvSource(delimiter = '|', textBlock = """
            two days lost, the third working day after        | 2023-11-17 | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-20
            one day lost on a Friday moves over the weekend   | 2023-11-17 | 2023-11-17T08:46/2023-11-17T21:00 | 2023-11-20
            lost days before the deadline are given back      | 2023-11-24 | 2023-11-17T08:46/2023-11-20T09:00 | 2023-11-28
            an outage that ends at midnight touches one day   | 2023-11-14 | 2023-11-14T10:00/2023-11-15T00:00 | 2023-11-15
            one minute past midnight touches two              | 2023-11-14 | 2023-11-14T10:00/2023-11-15T00:01 | 2023-11-16
            over the end of February in a leap year           | 2024-02-28 | 2024-02-28T10:00/2024-02-28T11:00 | 2024-02-29
            over the end of the year and New Year's Day       | 2024-12-31 | 2024-12-31T10:00/2024-12-31T20:00 | 2025-01-02
            a temporary holiday and Seollal 2025              | 2025-01-24 | 2025-01-24T10:00/2025-01-24T20:00 | 2025-01-31
            Chuseok 2025 with its substitute day              | 2025-10-02 | 2025-09-26T20:20/2025-10-01T09:00 | 2025-10-10
            a time of day stays                               | 2023-11-14T18:00:00+09:00 | 2023-11-14T10:00/2023-11-14T20:00 | 2023-11-15T18:00:00+09:00
            overlapping outages count once                    | 2023-11-14 | 2023-11-13T10:00/2023-11-14T11:00 2023-11-14T09:00/2023-11-14T15:00 | 2023-11-16
            an outage on a given-back day counts too          | 2023-11-14 | 2023-11-14T10:00/2023-11-14T11:00 2023-11-15T09:00/2023-11-15T15:00 | 2023-11-16
            one after the given-back days does not            | 2023-11-14 | 2023-11-14T10:00/2023-11-14T11:00 2023-11-16T09:00/2023-11-16T15:00 | 2023-11-15
            an outage on the Monday a Saturday moves to       | 2023-11-17 | 2023-11-17T10:00/2023-11-17T11:00 2023-11-20T09:00/2023-11-20T15:00 | 2023-11-21
            """)
    void a_period_stands_still(String name, String deadline, String outages, String becomes) {
        Relief relief = ReliefCases.of("suspension", Filing.due(Due.parse(deadline)), outages(outages));

        assertThat(relief.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(relief.deadline()).hasToString(becomes);
    }

    @Test
    void only_days_of_the_period_itself_are_given_back() {
        Filing begunOnThe16th = new Filing(Due.parse("2023-11-24"), LocalDate.parse("2023-11-16"), null, null);

        Relief relief = ReliefCases.of("suspension", begunOnThe16th, outages("2023-11-13T09:00/2023-11-17T09:00"));

        assertThat(relief.deadline()).hasToString("2023-11-27"); // the 17th alone: 25 Nov is a Saturday
    }

    @Test
    void a_period_that_began_after_recovery_is_not_touched() {
        Filing later = new Filing(Due.parse("2023-11-24"), LocalDate.parse("2023-11-20"), null, null);

        Relief relief = ReliefCases.of("suspension", later, outages("2023-11-17T09:00/2023-11-18T09:00"));

        assertThat(relief.outcome()).isEqualTo(Outcome.NOT_AFFECTED);
        assertThat(relief.whyNot()).extracting("ko").isEqualTo("장애가 끝난 뒤에 시작된 기간입니다.");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            sent during the outage, the day after recovery    | 2023-11-17 | 2023-11-17T17:00 | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-20
            recovered on a weekday                            | 2023-11-14 | 2023-11-14T17:00 | 2023-11-14T08:46/2023-11-14T20:00 | 2023-11-15
            recovered at midnight is recovered the next day   | 2023-11-14 | 2023-11-14T17:00 | 2023-11-14T08:46/2023-11-15T00:00 | 2023-11-16
            the day after is the last day before Chuseok      | 2025-09-30 | 2025-09-30T17:00 | 2025-09-26T20:20/2025-10-01T09:00 | 2025-10-02
            the day after is a holiday                        | 2025-10-01 | 2025-10-01T17:00 | 2025-09-26T20:20/2025-10-02T09:00 | 2025-10-10
            year end                                          | 2024-12-31 | 2024-12-31T17:00 | 2024-12-31T08:00/2024-12-31T23:00 | 2025-01-02
            two overlapping outages, the later recovery       | 2023-11-14 | 2023-11-14T17:00 | 2023-11-14T08:00/2023-11-14T18:00 2023-11-14T16:00/2023-11-16T10:00 | 2023-11-17
            the original is later                             | 2023-11-30 | 2023-11-14T17:00 | 2023-11-14T08:00/2023-11-14T18:00 | 2023-11-30
            sent too late                                     | 2023-11-14 | 2023-11-15T00:00 | 2023-11-14T08:00/2023-11-15T18:00 | 2023-11-14
            sent when it ran                                  | 2023-11-14 | 2023-11-14T07:59 | 2023-11-14T08:00/2023-11-15T18:00 | 2023-11-14
            sent at the instant of recovery                   | 2023-11-14 | 2023-11-14T18:00 | 2023-11-14T08:00/2023-11-14T18:00 | 2023-11-14
            never sent                                        | 2023-11-14 | -                | 2023-11-14T08:00/2023-11-15T18:00 | 2023-11-14
            """)
    void documents_sent_in_time(String name, String deadline, String sent, String outages, String becomes) {
        Filing filing = new Filing(Due.parse(deadline), null, sent == null ? null : at(sent), null);

        assertThat(ReliefCases.of("sent-in-time", filing, outages(outages)).deadline())
                .hasToString(becomes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the day after recovery                            | 2023-11-14 | 2023-11-14T08:46/2023-11-15T09:00 | 2023-11-16
            down on the last day only for a while             | 2023-11-14 | 2023-11-14T08:46/2023-11-14T09:00 | 2023-11-15
            over a weekend                                    | 2023-11-17 | 2023-11-17T08:46/2023-11-17T09:00 | 2023-11-20
            Labour Day before it was a public holiday         | 2024-04-30 | 2024-04-30T08:46/2024-04-30T21:00 | 2024-05-02
            month end over the Chuseok holidays               | 2025-09-30 | 2025-09-26T20:20/2025-10-02T09:00 | 2025-10-10
            fails again on the new last day                   | 2023-11-14 | 2023-11-14T08:46/2023-11-14T21:00 2023-11-15T10:00/2023-11-16T10:00 | 2023-11-17
            down the day before only                          | 2023-11-14 | 2023-11-13T08:46/2023-11-14T00:00 | 2023-11-14
            down the day after only                           | 2023-11-14 | 2023-11-15T00:00/2023-11-15T09:00 | 2023-11-14
            """)
    void national_tax(String name, String deadline, String outages, String becomes) {
        assertThat(ReliefCases.of("national-tax", Filing.due(Due.parse(deadline)), outages(outages))
                        .deadline())
                .hasToString(becomes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            down when the deadline passed                     | 2023-11-14 | 2023-11-14T20:00/2023-11-15T09:00 | 2023-11-16
            recovered at the very end of the day              | 2023-11-14 | 2023-11-14T20:00/2023-11-15T00:00 | 2023-11-16
            recovered before the deadline passed              | 2023-11-14 | 2023-11-14T08:00/2023-11-14T23:59 | 2023-11-14
            a deadline at six in the evening                  | 2023-11-14T18:00:00+09:00 | 2023-11-14T17:00/2023-11-14T19:00 | 2023-11-15
            failed after six in the evening                   | 2023-11-14T18:00:00+09:00 | 2023-11-14T18:00/2023-11-14T19:00 | 2023-11-14T18:00:00+09:00
            Labour Day                                        | 2025-04-30 | 2025-04-30T20:00/2025-04-30T23:59 | 2025-04-30
            over Labour Day                                   | 2025-04-29 | 2025-04-29T20:00/2025-04-30T09:00 | 2025-05-02
            year end                                          | 2024-12-31 | 2024-12-31T20:00/2025-01-01T09:00 | 2025-01-02
            two that overlap                                  | 2023-11-14 | 2023-11-14T20:00/2023-11-15T09:00 2023-11-15T08:00/2023-11-16T09:00 | 2023-11-17
            """)
    void customs(String name, String deadline, String outages, String becomes) {
        assertThat(ReliefCases.of("customs", Filing.due(Due.parse(deadline)), outages(outages))
                        .deadline())
                .hasToString(becomes);
    }

    @Test
    void the_tax_tribunal_of_2025_two_weeks_after_recovery() {
        Filing appeal = new Filing(Due.parse("2025-10-10"), null, null, Extension.after(14, Unit.DAYS));

        Relief relief =
                ReliefCases.of("extension-after-recovery", appeal, outages("2025-09-26T20:20/2025-10-23T09:00"));

        assertThat(relief.outcome()).isEqualTo(Outcome.MOVED);
        assertThat(relief.deadline()).hasToString("2025-11-06");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            hours run by the clock                            | 2023-11-17 | 6  | HOURS        | 0  | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-18T15:00:00+09:00
            hours that end at midnight end a day              | 2023-11-17 | 15 | HOURS        | 0  | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-18
            recovered before the deadline, not extended       | 2023-11-17 | 1  | DAYS         | 0  | 2023-11-17T08:46/2023-11-17T09:00 | 2023-11-17
            days after a recovery the deadline did not see    | 2023-11-17 | 1  | DAYS         | 0  | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-20
            working days are counted without holidays         | 2025-10-01 | 3  | WORKING_DAYS | 0  | 2025-09-26T20:20/2025-10-02T09:00 | 2025-10-14
            soon after recovery, within the hours decided     | 2023-11-18 | 3  | DAYS         | 48 | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-21
            later than the hours decided                      | 2023-11-21 | 30 | DAYS         | 48 | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-21
            passed before the failure                         | 2023-11-16 | 3  | DAYS         | 48 | 2023-11-17T08:46/2023-11-18T09:00 | 2023-11-16
            the later of two that overlap                     | 2023-11-14 | 1  | DAYS         | 0  | 2023-11-14T09:00/2023-11-15T09:00 2023-11-15T08:00/2023-11-16T09:00 | 2023-11-17
            """)
    void an_extension_by_a_time_after_recovery(
            String name, String deadline, int amount, Unit unit, int within, String outages, String becomes) {
        Extension decided = Extension.after(amount, unit).alsoWithin(within);
        Filing filing = new Filing(Due.parse(deadline), null, null, decided);

        assertThat(ReliefCases.of("extension-after-recovery", filing, outages(outages))
                        .deadline())
                .hasToString(becomes);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            local tax of September 2025, to 15 October        | 2025-09-30 | 2025-10-15 | 2025-09-26T20:20/                 | 2025-10-15
            the date stands as decided, even on a holiday     | 2025-09-30 | 2025-10-09 | 2025-09-26T20:20/2025-10-20T09:00 | 2025-10-09
            a later original stays                            | 2025-10-31 | 2025-10-15 | 2025-09-26T20:20/                 | 2025-10-31
            passed before the failure                         | 2025-09-25 | 2025-10-15 | 2025-09-26T20:20/                 | 2025-09-25
            recovered before the deadline                     | 2025-09-30 | 2025-10-15 | 2025-09-26T20:20/2025-09-27T09:00 | 2025-09-30
            """)
    void an_extension_to_a_fixed_date(String name, String deadline, String until, String outages, String becomes) {
        Filing filing = new Filing(Due.parse(deadline), null, null, Extension.to(Due.parse(until)));

        assertThat(ReliefCases.of("extension-until", filing, outages(outages)).deadline())
                .hasToString(becomes);
    }

    @Test
    void lateness_by_force_majeure_is_not_counted_until_recovery() {
        Relief relief = ReliefCases.of(
                "force-majeure",
                Filing.due(Due.parse("2025-09-30")),
                outages("2025-09-26T20:20/2025-10-01T09:00 2025-09-30T23:00/2025-10-02T10:00"));

        assertThat(relief.outcome()).isEqualTo(Outcome.NOT_COUNTED);
        assertThat(relief.deadline()).hasToString("2025-09-30");
        assertThat(relief.excusedUntil()).isEqualTo(at("2025-10-02T10:00"));
    }

    @Test
    void lateness_is_counted_when_the_system_ran_at_the_deadline() {
        Relief relief = ReliefCases.of(
                "force-majeure", Filing.due(Due.parse("2025-09-30")), outages("2025-09-26T20:20/2025-09-30T23:59"));

        assertThat(relief.outcome()).isEqualTo(Outcome.NOT_AFFECTED);
        assertThat(relief.excusedUntil()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"suspension", "sent-in-time", "national-tax", "customs", "extension-after-recovery", "force-majeure"})
    void as_long_as_it_lasts_the_new_day_is_not_known(String rule) {
        Filing filing =
                new Filing(Due.parse("2025-09-30"), null, at("2025-09-30T10:00"), Extension.after(14, Unit.DAYS));

        Relief relief = ReliefCases.of(rule, filing, outages("2025-09-26T20:20/"));

        assertThat(relief.outcome()).isEqualTo(Outcome.AWAITING_RECOVERY);
        assertThat(relief.deadline()).hasToString("2025-09-30");
    }
}

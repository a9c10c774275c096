package io.haetae.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JournalListIT {

    private static final Instant AT = Instant.parse("2031-03-01T00:00:00Z");

    @Inject
    Journal journal;

    @Inject
    JournalService entries;

    @Inject
    JournalCsv csv;

    @Inject
    SealSweep sweep;

    @Inject
    CurrentActor reader;

    @Inject
    MovableClock clock;

    private String subject;

    @BeforeEach
    void three_entries_a_minute_apart() {
        subject = "LIST-" + System.nanoTime();
        clock.setTo(AT);
        for (String action : new String[] {"trial.begun", "trial.done", "verdict.given"}) {
            QuarkusTransaction.requiringNew().run(() -> journal.record(action, "TRIAL", subject, Map.of("글", "값")));
            clock.advance(Duration.ofMinutes(1));
        }
        clock.setTo(MovableClock.START);
    }

    @Test
    void entries_of_a_subject_come_newest_first() {
        assertThat(list(null, null, null).items())
                .extracting(JournalRow::action)
                .containsExactly("verdict.given", "trial.done", "trial.begun");
    }

    @Test
    void a_room_or_one_rule_can_be_asked_for() {
        assertThat(list("trial", null, null).items())
                .extracting(JournalRow::action)
                .containsExactly("trial.done", "trial.begun");
        assertThat(list("trial.done", null, null).items())
                .extracting(JournalRow::action)
                .containsExactly("trial.done");
        assertThat(list("tri", null, null).items()).isEmpty();
    }

    @Test
    void the_first_instant_counts_and_the_last_does_not() {
        assertThat(list(null, AT.plusSeconds(60), AT.plusSeconds(120)).items())
                .extracting(JournalRow::action)
                .containsExactly("trial.done");
    }

    @Test
    void pages_join_without_gap_or_overlap() {
        JournalFilter filter = new JournalFilter(subject, null, null, null, null);
        Page<JournalRow> first = entries.list(filter, 2, null);
        Page<JournalRow> second = entries.list(filter, 2, first.next());

        assertThat(first.items()).extracting(JournalRow::action).containsExactly("verdict.given", "trial.done");
        assertThat(second.items()).extracting(JournalRow::action).containsExactly("trial.begun");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_cursor_nobody_gave_is_refused() {
        JournalFilter all = new JournalFilter(null, null, null, null, null);
        assertThatThrownBy(() -> entries.list(all, 2, "bm90LWEtbnVtYmVy"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("kernel.bad-cursor");
    }

    @Test
    void an_entry_says_whether_it_is_sealed() {
        sweep.run();
        assertThat(list(null, null, null).items())
                .extracting(JournalRow::sealed)
                .containsOnly(true);
    }

    @Test
    void the_table_for_spreadsheets_keeps_hangul_and_runs_no_formula() {
        reader.set(new Actor(UUID.randomUUID(), "a", "감사", "", Set.of(Role.AUDITOR), Scope.NONE));
        QuarkusTransaction.requiringNew().run(() -> journal.record("trial.odd", "TRIAL", "=cmd()", Map.of()));
        String table = csv.write(entries.list(new JournalFilter("=cmd()", null, null, null, null), 1, null)
                        .items())
                + csv.write(list("trial.done", null, null).items());

        assertThat(table)
                .startsWith("\ufeffid,at,actor,institution,action,subjectKind,subject,data,sealed,hash\n")
                .contains(",\"'=cmd()\",")
                .contains("\"2031-03-01T09:01+09:00\",haetae,")
                .contains("{\"\"글\"\":\"\"값\"\"}");
    }

    private Page<JournalRow> list(@Nullable String action, @Nullable Instant from, @Nullable Instant to) {
        return entries.list(new JournalFilter(subject, null, action, from, to), 50, null);
    }
}

package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import io.haetae.notify.Channel;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of swaps, and telling the other one. */
@ApplicationScoped
class SwapRecords {

    private static final String SELECT = """
            select s.id, s.roster, r.name as roster_name, s.give_from, s.give_until, s.take_from, s.take_until, s.note,
                s.state, s.asked_at, s.answered_at, a.id as asker, a.username as asker_username, a.name as asker_name,
                b.id as asked, b.username as asked_username, b.name as asked_name
            from duty_swap s join duty_roster r on r.id = s.roster
            join identity_person a on a.id = s.asker join identity_person b on b.id = s.asked\s""";

    private final Sql sql;
    private final Outbox outbox;
    private final Journal journal;
    private final Texts texts;
    private final Clock clock;

    SwapRecords(Sql sql, Outbox outbox, Journal journal, Texts texts, Clock clock) {
        this.sql = sql;
        this.outbox = outbox;
        this.journal = journal;
        this.texts = texts;
        this.clock = clock;
    }

    void insert(UUID id, UUID roster, UUID asker, UUID asked, Shift give, @Nullable Shift take, @Nullable String note) {
        int made = sql.update(
                """
                insert into duty_swap (id, roster, asker, asked, give_from, give_until, take_from, take_until, note,
                    state, asked_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'ASKED', ?) on conflict do nothing
                """,
                id,
                roster,
                asker,
                asked,
                give.from(),
                give.until(),
                take == null ? null : take.from(),
                take == null ? null : take.until(),
                note,
                clock.instant());
        if (made == 0) {
            throw new Refusal(DutyError.SWAP_ASKED);
        }
        SwapView swap = get(id);
        record("duty.swap-asked", swap);
        tell(swap, swap.asked(), swap.asker(), "asked");
    }

    /** Each stands in for the other. */
    void exchange(SwapView swap, Instant now) {
        standIn(swap, swap.give(), swap.asked(), swap.asker(), now);
        SwapView.Span take = swap.take();
        if (take != null) {
            standIn(swap, take, swap.asker(), swap.asked(), now);
        }
    }

    private void standIn(SwapView swap, SwapView.Span span, DutyPerson person, DutyPerson instead, Instant now) {
        sql.update(
                """
                insert into duty_override (id, roster, from_at, until_at, person, instead_of, reason, swap, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                Ids.at(now),
                swap.roster(),
                span.from(),
                span.until(),
                person.id(),
                instead.id(),
                swap.note() == null ? "" : swap.note(),
                swap.id(),
                now);
    }

    void answered(SwapView swap, SwapView.State state, Instant now) {
        sql.update(
                "update duty_swap set state = ?, answered_at = ? where id = ? and state = 'ASKED'",
                state,
                now,
                swap.id());
        switch (state) {
            case ACCEPTED -> {
                record("duty.swap-accepted", swap);
                tell(swap, swap.asker(), swap.asked(), "accepted");
            }
            case DECLINED -> {
                record("duty.swap-declined", swap);
                tell(swap, swap.asker(), swap.asked(), "declined");
            }
            default -> record("duty.swap-withdrawn", swap);
        }
    }

    SwapView get(UUID id) {
        return sql.first(SELECT + "where s.id = ?", SwapRecords::view, id).orElseThrow(Refusal::notFound);
    }

    List<SwapView> of(UUID person) {
        return sql.list(
                SELECT + "where s.asker = ? or s.asked = ? order by s.asked_at desc, s.id desc limit 50",
                SwapRecords::view,
                person,
                person);
    }

    private void tell(SwapView swap, DutyPerson to, DutyPerson from, String what) {
        LocalizedText title = texts.both("duty.swap." + what, Map.of("name", from.name(), "roster", swap.rosterName()));
        LocalizedText body = texts.both(
                "duty.swap.body",
                Map.of(
                        "from",
                        DutyTimes.shown(swap.give().from()),
                        "until",
                        DutyTimes.shown(swap.give().until())));
        outbox.enqueue(List.of(new NewDelivery(
                "SWAP",
                swap.id().toString(),
                Set.of(),
                to.id(),
                to.name(),
                Channel.IN_APP,
                to.username(),
                0,
                title,
                body,
                "swap:" + swap.id() + ":" + what,
                false,
                null)));
    }

    private void record(String action, SwapView swap) {
        SwapView.Span take = swap.take();
        journal.record(
                action,
                "ROSTER",
                swap.roster().toString(),
                Map.of(
                        "swap", swap.id().toString(),
                        "asker", swap.asker().username(),
                        "asked", swap.asked().username(),
                        "give", swap.give().from() + "/" + swap.give().until(),
                        "take", take == null ? "" : take.from() + "/" + take.until()));
    }

    private static SwapView view(ResultSet row) throws SQLException {
        Instant takeFrom = Sql.instant(row, "take_from");
        return new SwapView(
                row.getObject("id", UUID.class),
                row.getObject("roster", UUID.class),
                row.getString("roster_name"),
                new DutyPerson(
                        row.getObject("asker", UUID.class),
                        row.getString("asker_username"),
                        row.getString("asker_name")),
                new DutyPerson(
                        row.getObject("asked", UUID.class),
                        row.getString("asked_username"),
                        row.getString("asked_name")),
                new SwapView.Span(Sql.requiredInstant(row, "give_from"), Sql.requiredInstant(row, "give_until")),
                takeFrom == null ? null : new SwapView.Span(takeFrom, Sql.requiredInstant(row, "take_until")),
                row.getString("note"),
                SwapView.State.valueOf(row.getString("state")),
                Sql.requiredInstant(row, "asked_at"),
                Sql.instant(row, "answered_at"));
    }
}

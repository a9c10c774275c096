package io.haetae.duty.handover;

import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads hand-overs: the two, and whoever reaches the institution whose shift it is. */
@ApplicationScoped
public class HandOverReadService {

    private final HandOverStore store;
    private final HandOverContents contents;
    private final InstitutionService institutions;
    private final Sql sql;
    private final CurrentActor current;
    private final Clock clock;

    HandOverReadService(
            HandOverStore store,
            HandOverContents contents,
            InstitutionService institutions,
            Sql sql,
            CurrentActor current,
            Clock clock) {
        this.store = store;
        this.contents = contents;
        this.institutions = institutions;
        this.sql = sql;
        this.current = current;
        this.clock = clock;
    }

    /** One of them, or a refusal (404). To its giver it shows what stands there now until he has signed. */
    @Transactional
    public HandOverView get(UUID id) {
        return view(seen(store.find(id).orElse(null)));
    }

    /**
     * One page of those the reader may see, the newest first.
     *
     * @param open only those that are not over, or only those that are; both when null
     */
    @Transactional
    public Page<HandOverRow> list(@Nullable Boolean open, int limit, @Nullable String cursor) {
        Actor reader = current.get();
        StringBuilder where = new StringBuilder("""
                (? or h.giver = ? or h.taker = ? or exists (select 1 from identity_ancestry a
                    where a.code = h.institution and a.ancestor = any(?)))
                """);
        List<@Nullable Object> parameters = new ArrayList<>(List.of(
                seesAll(reader), reader.id(), reader.id(), reader.scope().keyArray()));
        if (open != null) {
            where.append(" and (h.state in ('DRAFT', 'SIGNED', 'ASKED')) = ?");
            parameters.add(open);
        }
        if (cursor != null) {
            where.append(" and (h.begun_at, h.id) < (?::timestamptz, ?::uuid)");
            parameters.addAll(Cursor.parse(cursor, 2));
        }
        parameters.add(limit + 1);
        List<HandOverRow> rows = sql.list(
                """
                select h.*, (select a.at from duty_hand_over_act a
                        where a.hand_over = h.id and a.rule = 'duty.hand-over-taken') as taken_at
                  from duty_hand_over h where
                """ + where + " order by h.begun_at desc, h.id desc limit ?",
                row -> {
                    HandOverState state = HandOverState.valueOf(row.getString("state"));
                    UUID due = row.getObject(state == HandOverState.SIGNED ? "taker" : "giver", UUID.class);
                    return new HandOverRow(
                            row.getObject("id", UUID.class),
                            row.getString("institution"),
                            state,
                            row.getString("giver_name"),
                            row.getString("taker_name"),
                            row.getString("giver_post"),
                            Sql.requiredInstant(row, "begun_at"),
                            Sql.instant(row, "taken_at"),
                            !state.isOver() && due.equals(reader.id()));
                },
                parameters.toArray());
        return Page.of(rows, limit, last -> Cursor.of(last.begunAt(), last.id()));
    }

    HandOver seen(@Nullable HandOver found) {
        Actor reader = current.get();
        boolean may = found != null
                && (found.side(reader) != null
                        || seesAll(reader)
                        || reader.scope().reaches(institutions.selfAndAbove(found.institution())));
        if (found == null || !may) {
            throw Refusal.notFound();
        }
        return found;
    }

    HandOverView view(HandOver h) {
        Actor reader = current.get();
        HandOverMove.Side side = h.side(reader);
        Instant now = clock.instant();
        boolean live = side == HandOverMove.Side.GIVER
                && (h.state() == HandOverState.DRAFT || h.state() == HandOverState.ASKED);
        HandOverView.Contents shown =
                live ? contents.now(h, reader, now) : store.signed(h).orElse(null);
        if (shown != null && side == null) {
            shown = HandOverContents.visible(shown, reader);
        }
        return new HandOverView(
                h.id(),
                h.institution(),
                h.state(),
                h.giver(),
                h.taker(),
                h.begunAt(),
                h.endsAt(),
                h.edition(),
                live,
                shown,
                store.acts(h.id()),
                side == null ? List.of() : HandOverMove.allowed(h.state(), side),
                h.version());
    }

    /** Whoever reaches every thing, and administrators, who keep every roster. */
    private static boolean seesAll(Actor reader) {
        return reader.scope().all() || reader.hasAny(Role.ADMIN);
    }
}

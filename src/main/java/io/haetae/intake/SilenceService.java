package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Silences: made and ended by those who watch, and ended by their time in any case. */
@ApplicationScoped
public class SilenceService {

    private static final String SUBJECT = "SILENCE";
    private static final Role[] WATCHERS = {Role.OPERATOR, Role.SITUATION, Role.OFFICER};

    private static final String SELECT = """
            select s.*, (select count(*) from intake_quiet q where q.by_id = s.id) as alerts
              from intake_silence s where (? or s.scope && ?)""";

    private final Sql sql;
    private final SilenceCheck check;
    private final InstitutionService institutions;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    SilenceService(
            Sql sql,
            SilenceCheck check,
            InstitutionService institutions,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.sql = sql;
        this.check = check;
        this.institutions = institutions;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Makes one (OPERATOR, SITUATION, OFFICER). It quietens only what its maker reaches. */
    @Transactional
    public SilenceView make(@Valid SilenceCommand said) {
        Actor by = current.require(WATCHERS);
        Instant now = clock.instant();
        Instant from = Objects.requireNonNullElse(said.from(), now);
        SystemView system = check.require(said, from, now, by);
        Set<String> scope = new TreeSet<>(institutions.selfAndAbove(by.institution()));
        if (system != null) {
            scope.addAll(system.scopeKeys());
        }
        UUID id = Ids.at(now);
        sql.update(
                """
                insert into intake_silence (id, reason, source, system, code, site, label, value, from_at, until_at,
                       institution, made_by, maker, made_at, reach, reach_all, scope)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                said.reason().strip(),
                said.source(),
                system == null ? null : system.id(),
                system == null ? null : system.code(),
                said.site(),
                said.label(),
                said.value(),
                from,
                said.until(),
                by.institution(),
                by.id(),
                by.name(),
                now,
                by.scope().keyArray(),
                by.scope().all(),
                scope.toArray(String[]::new));
        journal.record("intake.silence-made", SUBJECT, id.toString(), data(said, from));
        return get(id, by);
    }

    /** Ends one before its time: what it kept quiet and is still there takes its course. */
    @Transactional
    public SilenceView end(UUID id) {
        Actor by = current.require(WATCHERS);
        get(id, by);
        Instant now = clock.instant();
        int ended = sql.update(
                "update intake_silence set ended_at = ?, ended_by = ? where id = ? and ended_at is null and until_at > ?",
                now,
                by.name(),
                id,
                now);
        if (ended == 0) {
            throw new Refusal(IntakeError.SILENCE_OVER);
        }
        sql.update("update intake_quiet set check_at = ? where by_id = ? and returned_at is null", now, id);
        journal.record("intake.silence-ended", SUBJECT, id.toString(), Map.of());
        return get(id, by);
    }

    /** The silence, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public SilenceView get(UUID id, Actor reader) {
        return sql.first(
                        SELECT + " and s.id = ?",
                        row -> view(row, reader, clock.instant()),
                        reader.scope().all(),
                        reader.scope().keyArray(),
                        id)
                .orElseThrow(Refusal::notFound);
    }

    /** One page, the newest first; only those not over when {@code open}. */
    @Transactional
    public Page<SilenceView> list(Actor reader, boolean open, int limit, @Nullable String cursor) {
        Instant now = clock.instant();
        StringBuilder query = new StringBuilder(SELECT);
        List<Object> parameters =
                new ArrayList<>(List.of(reader.scope().all(), reader.scope().keyArray()));
        if (open) {
            query.append(" and s.ended_at is null and s.until_at > ?");
            parameters.add(now);
        }
        if (cursor != null) {
            query.append(" and s.id < ?");
            parameters.add(id(cursor));
        }
        query.append(" order by s.id desc limit ").append(limit + 1);
        List<SilenceView> rows = sql.list(query.toString(), row -> view(row, reader, now), parameters.toArray());
        return Page.of(rows, limit, view -> Cursor.of(view.id()));
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.parse(cursor, 1).get(0));
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    private static Map<String, @Nullable Object> data(SilenceCommand said, Instant from) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("reason", said.reason());
        data.put("from", from.toString());
        data.put("until", said.until().toString());
        data.put("source", said.source());
        data.put("system", said.system());
        data.put("site", said.site());
        data.put("label", said.label());
        data.put("value", said.value());
        return data;
    }

    private static SilenceView view(ResultSet row, Actor reader, Instant now) throws SQLException {
        Instant from = Sql.requiredInstant(row, "from_at");
        Instant until = Sql.requiredInstant(row, "until_at");
        Instant ended = Sql.instant(row, "ended_at");
        SilenceView.State state = ended != null || !now.isBefore(until)
                ? SilenceView.State.OVER
                : now.isBefore(from) ? SilenceView.State.PLANNED : SilenceView.State.ACTIVE;
        return new SilenceView(
                row.getObject("id", UUID.class),
                state,
                row.getString("reason"),
                row.getString("source"),
                row.getString("code"),
                row.getString("site"),
                row.getString("label"),
                row.getString("value"),
                from,
                until,
                row.getString("institution"),
                row.getString("maker"),
                Sql.requiredInstant(row, "made_at"),
                ended,
                row.getString("ended_by"),
                row.getLong("alerts"),
                state != SilenceView.State.OVER && reader.hasAny(WATCHERS));
    }
}

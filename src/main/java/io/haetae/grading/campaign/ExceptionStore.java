package io.haetae.grading.campaign;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Exceptions from full reviews in the database. */
@ApplicationScoped
class ExceptionStore {

    private static final String FROM = """
             from grading_exception x join grading_campaign c on c.id = x.campaign
             join register_system s on s.id = x.system""";

    private static final String COLUMNS = "select x.*, c.number, c.title, c.closed_at, s.code, s.owner " + FROM;

    private final Sql sql;

    ExceptionStore(Sql sql) {
        this.sql = sql;
    }

    /** An exception as it is kept. */
    record Kept(
            UUID id,
            UUID campaign,
            String number,
            String title,
            boolean closed,
            String system,
            String owner,
            String reason,
            ExceptionCommand.Decider decidedBy,
            @Nullable String documentNumber,
            Instant grantedAt,
            String grantor,
            Instant untilAt,
            @Nullable Instant warnedAt,
            @Nullable Instant endedAt,
            @Nullable String ending) {

        ExceptionView view() {
            return new ExceptionView(
                    number, system, reason, decidedBy, documentNumber, grantedAt, grantor, untilAt, endedAt, ending);
        }
    }

    /** Keeps one; false when the system has one that holds. */
    boolean add(
            UUID id,
            UUID campaign,
            UUID system,
            ExceptionCommand command,
            Instant at,
            UUID by,
            String name,
            Instant next) {
        return sql.update(
                        """
                        insert into grading_exception (id, campaign, system, reason, decider_name, decider_position,
                                                       document_number, granted_at, person, grantor, until_at, next_at)
                        values (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?, ?)
                        on conflict (campaign, system) where ended_at is null do nothing""",
                        id,
                        campaign,
                        system,
                        command.reason().strip(),
                        command.decidedBy().name().strip(),
                        command.decidedBy().position().strip(),
                        Objects.requireNonNullElse(command.documentNumber(), "").strip(),
                        at,
                        by,
                        name,
                        command.until(),
                        next)
                == 1;
    }

    Optional<Kept> open(UUID campaign, String system) {
        return sql.first(
                COLUMNS + " where x.campaign = ? and s.code = ? and x.ended_at is null",
                ExceptionStore::kept,
                campaign,
                system);
    }

    /** All there were in a review, of these owners or of all, the newest first. */
    List<Kept> of(UUID campaign, boolean all, String[] owners) {
        return sql.list(
                COLUMNS + " where x.campaign = ? and (? or s.owner = any (?)) order by x.id desc",
                ExceptionStore::kept,
                campaign,
                all,
                owners);
    }

    /** Claims those of which something is due, until the transaction ends. */
    List<Kept> claim(Instant now, int most) {
        return sql.list(
                COLUMNS + " where x.next_at <= ? order by x.next_at limit ? for update of x skip locked",
                ExceptionStore::kept,
                now,
                most);
    }

    void warned(Kept exception, Instant at) {
        sql.update("update grading_exception set warned_at = ?, next_at = until_at where id = ?", at, exception.id());
    }

    void end(Kept exception, String ending, Instant at) {
        sql.update(
                "update grading_exception set ended_at = ?, ending = ?, next_at = null where id = ?",
                at,
                ending,
                exception.id());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getObject("campaign", UUID.class)),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("title")),
                Sql.instant(row, "closed_at") != null,
                Objects.requireNonNull(row.getString("code")),
                Objects.requireNonNull(row.getString("owner")),
                Objects.requireNonNull(row.getString("reason")),
                new ExceptionCommand.Decider(row.getString("decider_name"), row.getString("decider_position")),
                row.getString("document_number"),
                Sql.requiredInstant(row, "granted_at"),
                Objects.requireNonNull(row.getString("grantor")),
                Sql.requiredInstant(row, "until_at"),
                Sql.instant(row, "warned_at"),
                Sql.instant(row, "ended_at"),
                row.getString("ending"));
    }
}

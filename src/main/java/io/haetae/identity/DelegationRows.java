package io.haetae.identity;

import io.haetae.identity.DelegationView.State;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Delegations in the database. One counts as long as its holder acts for the institution and holds the role. */
@ApplicationScoped
class DelegationRows {

    private static final String SELECT = """
            select d.*, h.name as holder_name, g.name as giver_name, p.username, p.name as person_name,
                   h.active and h.institution = d.institution and g.active as stands,
                   array(select r.role from identity_person_role r where r.person = d.holder) as holder_roles
              from identity_delegation d
              join identity_person h on h.id = d.holder
              join identity_person g on g.id = d.giver
              left join identity_person p on p.id = d.person""";

    private final Sql sql;

    DelegationRows(Sql sql) {
        this.sql = sql;
    }

    /**
     * A delegation as it is kept.
     *
     * @param to who received it, null when an institution did
     * @param roles what its holder may do now
     * @param stands whether holder and giver are there and the holder acts for the institution
     */
    record Kept(
            UUID id,
            String act,
            String institution,
            UUID holder,
            String holderName,
            UUID giver,
            String giverName,
            @Nullable UUID to,
            @Nullable String username,
            @Nullable String personName,
            @Nullable String toInstitution,
            Instant from,
            Instant until,
            boolean mayPassOn,
            @Nullable UUID source,
            String reason,
            @Nullable String document,
            @Nullable Instant revokedAt,
            @Nullable String revokedBy,
            @Nullable String revokedWhy,
            boolean stands,
            List<String> roles) {

        State state(@Nullable Role needed, Instant now) {
            if (revokedAt != null) {
                return State.REVOKED;
            }
            if (!until.isAfter(now)) {
                return State.ENDED;
            }
            if (!stands || needed == null || !roles.contains(needed.name())) {
                return State.LAPSED;
            }
            return from.isAfter(now) ? State.PLANNED : State.IN_FORCE;
        }

        /** Whether it was handed to the actor: by name, or to those of his institution with the role. */
        boolean isFor(Actor actor, @Nullable Role needed) {
            return actor.id().equals(to)
                    || needed != null
                            && actor.hasAny(needed)
                            && actor.institution().equals(toInstitution);
        }
    }

    /** The right is the holder's for the institution; the giver hands it over. */
    void insert(
            UUID id,
            DelegationCommand command,
            String institution,
            UUID holder,
            UUID giver,
            DelegationReceivers.Receiver to,
            Instant from,
            Instant at) {
        sql.update(
                """
                insert into identity_delegation (id, act, institution, holder, giver, person, to_institution, from_at,
                    until_at, may_pass_on, source, reason, document, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                command.act(),
                institution,
                holder,
                giver,
                to.person(),
                to.institution(),
                from,
                command.until(),
                command.mayPassOn(),
                command.source(),
                command.reason().strip(),
                command.document(),
                at);
    }

    /** What counts for the actor at that time. */
    List<Mandate> inForce(Actor actor, String act, Role needed, Instant now) {
        return sql.list(
                """
                select d.id, d.act, d.institution, h.name from identity_delegation d
                  join identity_person h on h.id = d.holder and h.active and h.institution = d.institution
                  join identity_person_role r on r.person = h.id and r.role = ?
                  join identity_person g on g.id = d.giver and g.active
                 where d.act = ? and d.revoked_at is null and d.from_at <= ? and d.until_at > ?
                   and (d.person = ? or ? and d.to_institution = ?)
                 order by d.institution, d.id""",
                row -> new Mandate(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        row.getString("act"),
                        row.getString("institution"),
                        row.getString("name")),
                needed,
                act,
                now,
                now,
                actor.id(),
                actor.hasAny(needed),
                actor.institution());
    }

    Optional<Kept> find(UUID id) {
        return sql.first(SELECT + " where d.id = ?", DelegationRows::kept, id);
    }

    /** The same, locked: whoever passes it on and whoever revokes it follow one another. */
    Optional<Kept> lock(UUID id) {
        return sql.first(SELECT + " where d.id = ? for update of d", DelegationRows::kept, id);
    }

    /** Those that concern the actor, the newest first. */
    List<Kept> concerning(Actor actor, boolean all, int most) {
        return sql.list(
                SELECT + " where ? or d.giver = ? or d.holder = ? or d.person = ? or d.to_institution = ?"
                        + " or d.institution = ? order by d.id desc limit ?",
                DelegationRows::kept,
                all,
                actor.id(),
                actor.id(),
                actor.id(),
                actor.institution(),
                actor.institution(),
                most);
    }

    /** Revokes one and all that was passed on from it. */
    List<UUID> revoke(UUID id, Instant at, String by, String why) {
        return sql.list("""
                with recursive chain (id) as (
                    select cast(? as uuid)
                    union
                    select d.id from identity_delegation d join chain c on d.source = c.id)
                update identity_delegation d set revoked_at = ?, revoked_by = ?, revoked_why = ?
                  from chain c where d.id = c.id and d.revoked_at is null returning d.id""", row -> Objects.requireNonNull(row.getObject("id", UUID.class)), id, at, by, why);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getString("act"),
                row.getString("institution"),
                Objects.requireNonNull(row.getObject("holder", UUID.class)),
                row.getString("holder_name"),
                Objects.requireNonNull(row.getObject("giver", UUID.class)),
                row.getString("giver_name"),
                row.getObject("person", UUID.class),
                row.getString("username"),
                row.getString("person_name"),
                row.getString("to_institution"),
                Sql.requiredInstant(row, "from_at"),
                Sql.requiredInstant(row, "until_at"),
                row.getBoolean("may_pass_on"),
                row.getObject("source", UUID.class),
                row.getString("reason"),
                row.getString("document"),
                Sql.instant(row, "revoked_at"),
                row.getString("revoked_by"),
                row.getString("revoked_why"),
                row.getBoolean("stands"),
                Arrays.asList((String[]) row.getArray("holder_roles").getArray()));
    }
}

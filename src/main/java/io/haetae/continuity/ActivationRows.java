package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import io.haetae.incident.IncidentOutages;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.rule.DeadlineRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Activations in the database, for those in whose scope their systems are. */
@ApplicationScoped
class ActivationRows {

    private static final String SELECT =
            "select a.*, s.code from continuity_activation a" + " join register_system s on s.id = a.system ";

    private static final String COUNTS = """
            select a.id,
                   (select coalesce(sum(last_no - first_no + 1), 0) from continuity_issue where activation = a.id) as issued,
                   count(*) filter (where r.state = 'UNUSED') as unused,
                   count(*) filter (where r.state = 'RECEIVED') as received,
                   count(*) filter (where r.state = 'PROCESSED') as processed,
                   count(*) filter (where r.state = 'REJECTED') as rejected,
                   count(*) filter (where r.state in ('PROCESSED', 'REJECTED') and r.checked_at is null) as unchecked,
                   count(*) filter (where r.state = 'VOID') as voided
              from continuity_activation a left join continuity_receipt r on r.activation = a.id
             where a.id = any (?) group by a.id""";

    private final Sql sql;
    private final IncidentOutages incidents;

    ActivationRows(Sql sql, IncidentOutages incidents) {
        this.sql = sql;
        this.incidents = incidents;
    }

    /** Adds one unless there is an open one of the system for the incident; true when it was added. */
    boolean add(Activation a) {
        return sql.update(
                        """
                        insert into continuity_activation (id, system, incident, exercise, plan_version, rule_set,
                            rule_version, opened_at, opened_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (system, incident) where closed_at is null do nothing""",
                        a.id(),
                        a.system(),
                        a.incident(),
                        a.exercise(),
                        a.planVersion(),
                        a.ruleSet(),
                        a.ruleVersion(),
                        a.openedAt(),
                        a.openedBy())
                == 1;
    }

    /** The activation for reading; refuses (404) what the actor may not know of. */
    Activation read(UUID id, Actor actor) {
        return require(id, actor, "");
    }

    /** The activation, so that it stays as it is while something is taken or processed under it; many may do so. */
    Activation share(UUID id, Actor actor) {
        return require(id, actor, " for share of a");
    }

    /** The activation for changing it: nothing is taken or processed meanwhile. */
    Activation lock(UUID id, Actor actor) {
        return require(id, actor, " for update of a");
    }

    private Activation require(UUID id, Actor actor, String locking) {
        Scope scope = actor.scope();
        Activation found = sql.first(
                        SELECT + "where a.id = ? and (? or s.scope && ?)" + locking,
                        ActivationRows::activation,
                        id,
                        scope.all(),
                        scope.keyArray())
                .orElseThrow(Refusal::notFound);
        if (incidents.visible(Set.of(found.incident()), actor).isEmpty()) {
            throw Refusal.notFound();
        }
        return found;
    }

    /** One for the sweep, locked unless another replica has it. */
    Optional<Activation> claim(UUID id) {
        return sql.first(SELECT + "where a.id = ? for update of a skip locked", ActivationRows::activation, id);
    }

    /** Open ones, and those closed lately: the recovery may still be corrected. */
    List<UUID> watched(Instant closedSince) {
        return sql.list(
                "select id from continuity_activation where closed_at is null or closed_at > ? order by id",
                row -> row.getObject("id", UUID.class),
                closedSince);
    }

    /**
     * Those the actor may know of, open ones first, the newest first; of one incident when it is given. A page is empty
     * only when there are no more.
     */
    Page<Activation> list(
            Actor actor, @Nullable String incident, @Nullable String system, int limit, @Nullable String cursor) {
        Page<Activation> page = page(actor, incident, system, limit, cursor);
        while (page.items().isEmpty() && page.next() != null) {
            page = page(actor, incident, system, limit, page.next());
        }
        return page;
    }

    private Page<Activation> page(
            Actor actor, @Nullable String incident, @Nullable String system, int limit, @Nullable String cursor) {
        Scope scope = actor.scope();
        List<String> after = cursor == null ? Arrays.asList(null, null) : Cursor.parse(cursor, 2);
        List<Activation> found = sql.list(
                SELECT + """
                        where (? or s.scope && ?) and (cast(? as text) is null or a.incident = ?)
                          and (cast(? as text) is null or s.code = ?)
                          and (cast(? as text) is null
                               or (a.closed_at is null, a.id) < (cast(? as boolean), cast(? as uuid)))
                        order by a.closed_at is null desc, a.id desc limit ?""",
                ActivationRows::activation,
                scope.all(),
                scope.keyArray(),
                incident,
                incident,
                system,
                system,
                cursor,
                after.get(0),
                after.get(1),
                limit + 1);
        Page<Activation> page = Page.of(found, limit, one -> Cursor.of(one.isOpen(), one.id()));
        Set<String> visible = incidents.visible(
                page.items().stream().map(Activation::incident).collect(Collectors.toSet()), actor);
        return new Page<>(
                page.items().stream()
                        .filter(activation -> visible.contains(activation.incident()))
                        .toList(),
                page.next());
    }

    /** Every open activation that is no exercise, whoever asks; for what the public is told. */
    List<Activation> open() {
        return sql.list(
                SELECT + "where a.closed_at is null and not a.exercise order by a.id", ActivationRows::activation);
    }

    Optional<Activation> find(UUID id) {
        return sql.first(SELECT + "where a.id = ?", ActivationRows::activation, id);
    }

    /** How many receipts each has. */
    Map<UUID, ReceiptCounts> counts(List<UUID> ids) {
        Map<UUID, ReceiptCounts> counts = new HashMap<>();
        sql.list(COUNTS, row -> counts.put(row.getObject("id", UUID.class), counts(row)), (Object)
                ids.toArray(UUID[]::new));
        return counts;
    }

    static ReceiptCounts counts(ResultSet row) throws SQLException {
        return new ReceiptCounts(
                row.getLong("issued"),
                row.getLong("unused"),
                row.getLong("received"),
                row.getLong("processed"),
                row.getLong("rejected"),
                row.getLong("unchecked"),
                row.getLong("voided"));
    }

    void close(UUID id, Instant at, String by, @Nullable String signOffReason) {
        sql.update(
                "update continuity_activation set closed_at = ?, closed_by = ?, sign_off_reason = ? where id = ?",
                at,
                by,
                signOffReason,
                id);
    }

    void basis(UUID id, String basis) {
        sql.update("update continuity_activation set relief_basis = ? where id = ?", basis, id);
    }

    void add(UUID activation, ActivationView.Decided e) {
        sql.update(
                """
                insert into continuity_extension (id, activation, services, rule, until, amount, unit, within_hours,
                    decided_by, position, document_number, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                e.id(),
                activation,
                e.services().toArray(String[]::new),
                e.rule(),
                e.until() == null ? null : e.until().toString(),
                e.amount(),
                e.unit(),
                e.alsoWithinHours(),
                e.decidedBy().name(),
                e.decidedBy().position(),
                e.documentNumber(),
                e.recordedAt(),
                e.recordedBy());
    }

    /** The decisions of an activation, the latest first. */
    List<ActivationView.Decided> extensions(UUID activation) {
        return sql.list(
                "select * from continuity_extension where activation = ? order by id desc",
                ActivationRows::extension,
                activation);
    }

    private static ActivationView.Decided extension(ResultSet row) throws SQLException {
        String until = row.getString("until");
        String unit = row.getString("unit");
        return new ActivationView.Decided(
                row.getObject("id", UUID.class),
                Arrays.asList((String[]) row.getArray("services").getArray()),
                row.getString("rule"),
                until == null ? null : Due.parse(until),
                row.getObject("amount", Integer.class),
                unit == null ? null : DeadlineRules.Unit.valueOf(unit),
                row.getInt("within_hours"),
                new ExtensionCommand.Decider(row.getString("decided_by"), row.getString("position")),
                row.getString("document_number"),
                Sql.requiredInstant(row, "recorded_at"),
                row.getString("recorded_by"));
    }

    private static Activation activation(ResultSet row) throws SQLException {
        return new Activation(
                row.getObject("id", UUID.class),
                row.getObject("system", UUID.class),
                row.getString("code"),
                row.getString("incident"),
                row.getBoolean("exercise"),
                row.getObject("plan_version", Integer.class),
                row.getString("rule_set"),
                row.getString("rule_version"),
                Sql.requiredInstant(row, "opened_at"),
                row.getString("opened_by"),
                Sql.instant(row, "closed_at"),
                row.getString("closed_by"),
                row.getString("sign_off_reason"),
                Objects.requireNonNull(row.getString("relief_basis")));
    }
}

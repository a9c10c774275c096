package io.haetae.identity;

import io.haetae.identity.InstitutionChangeView.State;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Changes of institutions in the database: what was decided, and whether it holds yet. */
@ApplicationScoped
class InstitutionChanges {

    private static final String SELECT = """
            select c.*, array(select f.institution from identity_change_former f where f.change = c.id order by 1) as former
              from identity_change c""";

    private final Sql sql;

    InstitutionChanges(Sql sql) {
        this.sql = sql;
    }

    void insert(UUID id, String institution, InstitutionChangeCommand command, Instant at, String by) {
        LocalizedText name = command.name();
        sql.update(
                """
                insert into identity_change (id, kind, institution, effective_on, name_ko, name_en, becomes, standard_code,
                    region, parent, central_authority, reason, decided_by, document, recorded_at, recorded_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                command.kind(),
                institution,
                command.effectiveOn(),
                name == null ? null : name.ko(),
                name == null ? null : name.en(),
                command.becomes(),
                command.standardCode(),
                command.region(),
                command.parent(),
                command.centralAuthority(),
                command.reason().strip(),
                command.decidedBy(),
                command.document(),
                at,
                by);
        sql.update(
                "insert into identity_change_former (change, institution) select ?, * from unnest(?)",
                id,
                command.former().toArray(String[]::new));
    }

    Optional<InstitutionChangeView> find(UUID id) {
        return sql.first(SELECT + " where c.id = ?", InstitutionChanges::view, id);
    }

    /** Everything that an institution went on from or ended in, the latest day first. */
    List<InstitutionChangeView> of(String institution) {
        return sql.list(
                SELECT + " where c.institution = ? or c.parent = ? or exists (select 1 from identity_change_former f"
                        + " where f.change = c.id and f.institution = ?) order by c.effective_on desc, c.id desc",
                InstitutionChanges::view,
                institution,
                institution,
                institution);
    }

    /** Those whose day has come, in the order of their days. */
    List<UUID> due(LocalDate today) {
        return sql.list(
                "select id from identity_change where effective_on <= ? and effected_at is null and withdrawn_at is null"
                        + " order by effective_on, id",
                row -> row.getObject("id", UUID.class),
                today);
    }

    /** Takes a planned one for writing, if it is still planned and nobody else has it. */
    Optional<InstitutionChangeView> claim(UUID id) {
        return sql.first(
                SELECT + " where c.id = ? and c.effected_at is null and c.withdrawn_at is null for update skip locked",
                InstitutionChanges::view,
                id);
    }

    void effected(UUID id, Instant at) {
        sql.update("update identity_change set effected_at = ?, failed_at = null, failure = null where id = ?", at, id);
    }

    /** Remembers why it could not take effect; true when that is news. */
    boolean failed(UUID id, Instant at, String why) {
        return sql.update(
                        "update identity_change set failed_at = ?, failure = ? where id = ? and failure is distinct from ?",
                        at,
                        why,
                        id,
                        why)
                == 1;
    }

    boolean withdraw(UUID id, Instant at, String by) {
        return sql.update(
                        "update identity_change set withdrawn_at = ?, withdrawn_by = ?"
                                + " where id = ? and effected_at is null and withdrawn_at is null",
                        at,
                        by,
                        id)
                == 1;
    }

    private static InstitutionChangeView view(ResultSet row) throws SQLException {
        Instant effectedAt = Sql.instant(row, "effected_at");
        Array former = row.getArray("former");
        String becomes = row.getString("becomes");
        return new InstitutionChangeView(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                InstitutionChangeCommand.Kind.valueOf(row.getString("kind")),
                row.getString("institution"),
                effectedAt != null
                        ? State.EFFECTIVE
                        : Sql.instant(row, "withdrawn_at") != null ? State.WITHDRAWN : State.PLANNED,
                row.getObject("effective_on", LocalDate.class),
                row.getString("name_ko") == null ? null : Sql.text(row, "name"),
                becomes == null ? null : InstitutionKind.valueOf(becomes),
                row.getString("standard_code"),
                row.getString("region"),
                row.getString("parent"),
                row.getString("central_authority"),
                Arrays.asList((String[]) former.getArray()),
                row.getString("reason"),
                row.getString("decided_by"),
                row.getString("document"),
                Sql.requiredInstant(row, "recorded_at"),
                row.getString("recorded_by"),
                effectedAt,
                row.getString("failure"));
    }
}

package io.haetae.continuity;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What continuity leaves to the next shift: the substitutes and receipts by hand that are at work. */
@ApplicationScoped
class ContinuityUnfinished implements Unfinished {

    private final Sql sql;

    ContinuityUnfinished(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return sql.list(
                """
                select a.id, a.opened_at, a.exercise, a.incident, s.code, s.name_ko, s.name_en, s.scope
                  from continuity_activation a join register_system s on s.id = a.system
                 where a.closed_at is null and (? or s.scope && ?) order by a.opened_at, a.id limit ?
                """,
                row -> {
                    LocalizedText name = Sql.text(row, "name");
                    String id = row.getString("id");
                    return new Matter(
                            Sort.OPEN,
                            "activation",
                            "",
                            "ACTIVATION",
                            id,
                            row.getString("code"),
                            new LocalizedText(
                                    name.ko() + " · " + row.getString("incident"),
                                    name.en() + " · " + row.getString("incident")),
                            null,
                            Sql.requiredInstant(row, "opened_at"),
                            row.getBoolean("exercise"),
                            "/continuity/" + id,
                            Arrays.asList((String[]) Objects.requireNonNull(row.getArray("scope"))
                                    .getArray()));
                },
                reader.scope().all(),
                reader.scope().keyArray(),
                most);
    }
}

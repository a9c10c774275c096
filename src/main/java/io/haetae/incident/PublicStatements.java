package io.haetae.incident;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What people have approved to be said about failures. */
@ApplicationScoped
public class PublicStatements {

    private final Sql sql;
    private final Statements statements;

    PublicStatements(Sql sql, Statements statements) {
        this.sql = sql;
        this.statements = statements;
    }

    /**
     * An approved statement.
     *
     * @param incident id of the incident, or of the one that has taken it in
     * @param others the same in other languages
     */
    public record Told(
            UUID id, UUID incident, LocalizedText title, LocalizedText body, Map<String, String> others, Instant at) {

        public Told {
            others = Map.copyOf(others);
        }
    }

    /**
     * The newest first: nothing of an exercise, nothing of an incident known to few unless it was approved in that
     * knowledge, and nothing of one that was closed before {@code since} or cancelled.
     */
    @Transactional
    public List<Told> since(Instant since) {
        return sql.list(
                """
                select s.id, i.id as incident, s.title_ko, s.title_en, s.body_ko, s.body_en, s.others, s.approved_at
                  from incident_statement s
                  join incident o on o.id = s.incident join incident i on i.id = coalesce(o.merged_into, o.id)
                 where s.approved_at is not null and s.withdrawn_at is null and not i.exercise and i.state <> 'CANCELLED'
                   and (s.approved_knowing or i.security = 'NONE' and i.visibility = 'NORMAL')
                   and (i.closed_at is null or i.closed_at > ?)
                 order by s.approved_at desc, s.id
                """,
                row -> new Told(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("incident", UUID.class)),
                        Sql.text(row, "title"),
                        Sql.text(row, "body"),
                        statements.read(Objects.requireNonNull(row.getString("others"))),
                        Sql.requiredInstant(row, "approved_at")),
                since);
    }
}

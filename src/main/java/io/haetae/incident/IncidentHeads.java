package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What rooms that group incidents need to know of each. */
@ApplicationScoped
public class IncidentHeads {

    private final Sql sql;

    IncidentHeads(Sql sql) {
        this.sql = sql;
    }

    /**
     * The head of an incident.
     *
     * @param failureGrade the one in force, null while there is none
     * @param needToKnow whether only those concerned may know of it
     * @param scope who reaches it
     */
    public record Head(
            String number,
            String title,
            IncidentState state,
            @Nullable Integer failureGrade,
            boolean exercise,
            boolean needToKnow,
            List<String> scope) {

        public Head {
            scope = List.copyOf(scope);
        }

        /** Whether this actor may know of it. */
        public boolean visibleTo(Actor actor) {
            return needToKnow
                    ? Incidents.seesAll(actor)
                            || scope.stream().anyMatch(actor.scope().keys()::contains)
                    : actor.scope().reaches(scope);
        }
    }

    /** The heads of those incidents that there are, in order of their numbers; of a merged one the head of what took it in. */
    @Transactional
    public List<Head> heads(Collection<String> incidents) {
        return sql.list(
                """
                select number, title, state, failure_grade, exercise, visibility = 'NEED_TO_KNOW' as need_to_know, scope
                  from incident
                 where id in (select coalesce(n.merged_into, n.id) from incident n where n.number = any (?)) order by seq
                """,
                row -> new Head(
                        row.getString("number"),
                        row.getString("title"),
                        IncidentState.valueOf(row.getString("state")),
                        row.getObject("failure_grade", Integer.class),
                        row.getBoolean("exercise"),
                        row.getBoolean("need_to_know"),
                        Arrays.asList((String[])
                                Objects.requireNonNull(row.getArray("scope")).getArray())),
                (Object) incidents.toArray(String[]::new));
    }
}

package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All incidents that are not closed, the worst first, for boards: one statement, however many. */
@ApplicationScoped
public class BoardIncidents {

    /** More than all systems of the government's data centres together; a board says when it leaves some out. */
    private static final int MOST = 3_000;

    private static final String SELECT = """
            select i.*, s.sites, s.owners, l.places
              from (select number, id, seq, state, kind, title, failure_grade, grade_provisional, detected_at, recorded_at,
                           acknowledged_at, recovered_at, major, exercise, systems_affected, systems_recovered, codes,
                           next_due_at, next_clock, next_clock_ko, next_clock_en, count(*) over () as whole
                      from incident i
                     where i.state in ('OPEN', 'RECOVERED') and (? or i.scope && ?)
                       and (? or i.visibility = 'NORMAL' or i.scope && ?)
                       and (?::text is null or lower(i.title) like ? or i.number = upper(?))
                     order by i.state, i.exercise, i.failure_grade nulls last, coalesce(i.detected_at, i.recorded_at), i.seq
                     limit ?) i
              left join lateral (
                   select array_remove(array_agg(distinct y.site), null) as sites, array_agg(distinct y.owner) as owners
                     from incident_system s join register_system y on y.id = s.system where s.incident = i.id) s on true
              left join lateral (
                   select array_agg(distinct site) as places from incident_location
                    where incident = i.id and state = 'OUT') l on true
             order by i.state, i.exercise, i.failure_grade nulls last, coalesce(i.detected_at, i.recorded_at), i.seq
            """;

    private final Sql sql;

    BoardIncidents(Sql sql) {
        this.sql = sql;
    }

    /**
     * What is not closed.
     *
     * @param items open ones, then those that have recovered; the worst first
     * @param whole how many there are, also those beyond {@link #MOST}
     */
    public record All(List<BoardIncident> items, int whole) {

        public All {
            items = List.copyOf(items);
        }

        /** How many are left out. */
        public int hidden() {
            return whole - items.size();
        }
    }

    private record Counted(BoardIncident incident, int whole) {}

    /**
     * What is not closed, as far as the reader may know of it.
     *
     * @param words of the title, or a number; null for all
     */
    @Transactional
    public All all(Actor reader, @Nullable String words) {
        String asked = words == null || words.isBlank() ? null : words.strip();
        String like =
                asked == null ? null : "%" + asked.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
        List<Counted> rows = sql.list(
                SELECT,
                row -> new Counted(incident(row), row.getInt("whole")),
                reader.scope().all(),
                reader.scope().keyArray(),
                Incidents.seesAll(reader),
                reader.scope().keyArray(),
                asked,
                like,
                asked,
                MOST);
        return new All(
                rows.stream().map(Counted::incident).toList(),
                rows.isEmpty() ? 0 : rows.get(0).whole());
    }

    private static BoardIncident incident(ResultSet row) throws SQLException {
        return new BoardIncident(
                IncidentRows.row(row),
                Stream.concat(texts(row, "sites").stream(), texts(row, "places").stream())
                        .distinct()
                        .toList(),
                texts(row, "owners"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}

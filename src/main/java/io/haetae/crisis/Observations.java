package io.haetae.crisis;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps observations. Only ever added to. */
@ApplicationScoped
class Observations {

    private final Sql sql;

    Observations(Sql sql) {
        this.sql = sql;
    }

    void add(UUID crisis, Observation seen, Instant at, Instant now, String by) {
        sql.update(
                """
                insert into crisis_observation (id, crisis, lead_agency, at, recorded_at, recorded_by, peak_percent,
                    counters_out_since, taken_over, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.at(now),
                crisis,
                seen.leadAgency(),
                at,
                now,
                by,
                seen.peakPercent(),
                seen.countersOutSince(),
                seen.isTakenOver(),
                seen.note());
    }

    /** The latest of each lead agency. */
    Map<String, Observation> latest(UUID crisis) {
        return sql
                .list(
                        """
                        select distinct on (lead_agency) * from crisis_observation where crisis = ?
                         order by lead_agency, at desc, id desc""",
                        row -> new Observation(
                                row.getString("lead_agency"),
                                Sql.instant(row, "at"),
                                row.getObject("peak_percent", Integer.class),
                                Sql.instant(row, "counters_out_since"),
                                row.getBoolean("taken_over"),
                                row.getString("note")),
                        crisis)
                .stream()
                .collect(Collectors.toMap(Observation::leadAgency, Function.identity()));
    }
}

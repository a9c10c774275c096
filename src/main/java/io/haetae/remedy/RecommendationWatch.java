package io.haetae.remedy;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Recommendations whose reminder was not sent. */
@ApplicationScoped
class RecommendationWatch implements Watched {

    private final Sql sql;

    RecommendationWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                "select number, next_at from remedy_recommendation where next_at < ? order by next_at limit ?",
                row -> new Late(
                        "reminder",
                        "",
                        "RECOMMENDATION",
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                most);
    }
}

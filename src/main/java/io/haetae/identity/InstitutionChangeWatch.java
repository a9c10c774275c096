package io.haetae.identity;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Changes of institutions whose day came without them. */
@ApplicationScoped
class InstitutionChangeWatch implements Watched {

    private final Sql sql;

    InstitutionChangeWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select institution, effective_on from identity_change
                 where cast(effective_on as timestamp) at time zone 'Asia/Seoul' < ? and effected_at is null
                   and withdrawn_at is null order by effective_on limit ?""",
                row -> new Late(
                        "institution-change",
                        "",
                        "INSTITUTION",
                        row.getString("institution"),
                        row.getObject("effective_on", LocalDate.class)
                                .atStartOfDay(Zones.SEOUL)
                                .toInstant(),
                        true),
                before,
                most);
    }
}

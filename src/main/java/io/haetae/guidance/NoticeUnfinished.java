package io.haetae.guidance;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What notices leave to the next shift: those that nobody has approved yet. */
@ApplicationScoped
class NoticeUnfinished implements Unfinished {

    private final Sql sql;

    NoticeUnfinished(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Matter> matters(Actor reader, Instant now, Instant until, int most) {
        return sql.list(
                """
                select n.id, n.title_ko, n.title_en, n.drafted_at, n.exercise, s.code, s.scope
                  from guidance_notice n join register_system s on s.id = n.system
                 where n.state = 'DRAFT' and (? or s.scope && ?) order by n.drafted_at, n.id limit ?
                """,
                row -> {
                    LocalizedText title = Sql.text(row, "title");
                    String id = row.getString("id");
                    return new Matter(
                            Sort.OPEN,
                            "notice",
                            "",
                            "NOTICE",
                            id,
                            row.getString("code"),
                            title,
                            null,
                            Sql.requiredInstant(row, "drafted_at"),
                            row.getBoolean("exercise"),
                            "/notices/" + id,
                            Arrays.asList((String[]) Objects.requireNonNull(row.getArray("scope"))
                                    .getArray()));
                },
                reader.scope().all(),
                reader.scope().keyArray(),
                most);
    }
}

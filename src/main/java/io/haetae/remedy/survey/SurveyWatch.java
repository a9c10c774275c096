package io.haetae.remedy.survey;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reminders of answers that were not sent. */
@ApplicationScoped
class SurveyWatch implements Watched {

    private final Sql sql;

    SurveyWatch(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<Late> late(Instant before, int most) {
        return sql.list(
                """
                select s.number, p.institution, p.next_at
                  from remedy_survey_institution p join remedy_survey s on s.id = p.survey
                 where p.next_at < ? order by p.next_at limit ?""",
                row -> new Late(
                        "survey",
                        row.getString("institution"),
                        SurveyViews.SUBJECT,
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                most);
    }
}

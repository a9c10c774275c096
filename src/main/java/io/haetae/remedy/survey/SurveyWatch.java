package io.haetae.remedy.survey;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Watched;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Reminders of answers and visits that were not sent. */
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
                select s.number, d.institution, d.next_at
                  from (select survey, institution, next_at from remedy_survey_institution where next_at < ?
                        union all
                        select survey, institution, visit_next_at from remedy_survey_institution
                         where visit_next_at < ?) d
                  join remedy_survey s on s.id = d.survey
                 order by d.next_at limit ?""",
                row -> new Late(
                        "survey",
                        row.getString("institution"),
                        SurveyViews.SUBJECT,
                        row.getString("number"),
                        Sql.requiredInstant(row, "next_at"),
                        true),
                before,
                before,
                most);
    }
}

package io.haetae.grading;

import io.haetae.audit.Journal;
import io.haetae.grading.DutyView.Said;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Date;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What was said of duties, the last word of each. */
@ApplicationScoped
class DutyStatements {

    private final Sql sql;
    private final Journal journal;

    DutyStatements(Sql sql, Journal journal) {
        this.sql = sql;
        this.journal = journal;
    }

    void add(SystemView system, String duty, DutyStatement said, Actor who, Instant now) {
        sql.update(
                "insert into grading_duty_statement (id, system, duty, met, done_on, evidence, at, person, name)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.at(now),
                system.id(),
                duty,
                said.met(),
                said.doneOn() == null ? null : Date.valueOf(said.doneOn()),
                said.evidence(),
                now,
                who.id(),
                who.name());
        Map<String, Object> data = new HashMap<>();
        data.put("duty", duty);
        data.put("met", said.met() == null ? "" : said.met());
        data.put("doneOn", said.doneOn() == null ? "" : said.doneOn().toString());
        data.put("evidence", said.evidence());
        journal.record("grading.duty-stated", "SYSTEM", system.code(), data);
    }

    /** The last word on each duty of a system. */
    Map<String, Said> of(UUID system) {
        Map<String, Said> said = new HashMap<>();
        sql.list(
                """
                select distinct on (duty) duty, met, done_on, evidence, name, at from grading_duty_statement
                 where system = ? order by duty, at desc, id desc""",
                row -> said.put(
                        row.getString("duty"),
                        new Said(
                                row.getObject("met", Boolean.class),
                                row.getDate("done_on") == null
                                        ? null
                                        : row.getDate("done_on").toLocalDate(),
                                row.getString("evidence"),
                                row.getString("name"),
                                Sql.requiredInstant(row, "at"))),
                system);
        return said;
    }
}

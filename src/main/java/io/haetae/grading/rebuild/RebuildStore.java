package io.haetae.grading.rebuild;

import io.haetae.grading.rebuild.RebuildView.Answered;
import io.haetae.grading.rebuild.RebuildView.Reviewed;
import io.haetae.grading.rebuild.RebuildView.Step;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rebuilds with their answers, reviews and steps in the database. */
@ApplicationScoped
class RebuildStore {

    private static final String COLUMNS =
            "select id, number, system, title, budget_won, rule_set, rule_version, phase, begun_at, version"
                    + " from grading_rebuild where number = ?";

    private final Sql sql;

    RebuildStore(Sql sql) {
        this.sql = sql;
    }

    /** A rebuild as it is kept. */
    record Rebuild(
            UUID id,
            String number,
            UUID system,
            String title,
            @Nullable Long budgetWon,
            String ruleSet,
            String ruleVersion,
            Phase phase,
            Instant begunAt,
            int version) {}

    /** The last answer of an item, and who gave it. */
    record Given(UUID id, UUID person) {}

    long nextNumber() {
        return sql.first("select nextval('grading_rebuild_seq') as n", row -> row.getLong("n"))
                .orElseThrow();
    }

    /** False when the system is being rebuilt already. */
    boolean add(Rebuild rebuild) {
        return sql.update(
                        """
                insert into grading_rebuild (id, number, system, title, budget_won, rule_set, rule_version, phase, begun_at, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1) on conflict (system) where phase not in ('OPENED', 'STOPPED') do nothing""",
                        rebuild.id(),
                        rebuild.number(),
                        rebuild.system(),
                        rebuild.title(),
                        rebuild.budgetWon(),
                        rebuild.ruleSet(),
                        rebuild.ruleVersion(),
                        rebuild.phase(),
                        rebuild.begunAt())
                == 1;
    }

    Optional<Rebuild> find(String number) {
        return sql.first(COLUMNS, RebuildStore::rebuild, number);
    }

    /** The same, locked until the transaction ends. */
    Optional<Rebuild> lock(String number) {
        return sql.first(COLUMNS + " for update", RebuildStore::rebuild, number);
    }

    /** Writes down what was done and where it stands. */
    void step(
            Rebuild of, String rule, Phase phase, @Nullable Long budget, @Nullable String note, Actor by, Instant at) {
        sql.update(
                "insert into grading_rebuild_step (id, rebuild, rule, phase, budget_won, note, at, person, name, institution)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.at(at),
                of.id(),
                rule,
                phase,
                budget,
                note,
                at,
                by.id(),
                by.name(),
                by.institution());
    }

    void set(Rebuild of, Phase phase, @Nullable Long budget) {
        sql.update(
                "update grading_rebuild set phase = ?, budget_won = ?, version = version + 1 where id = ?",
                phase,
                budget,
                of.id());
    }

    void answer(Rebuild of, String item, ItemAnswer said, Actor by, Instant at) {
        sql.update(
                "insert into grading_rebuild_answer (id, rebuild, item, answer, reason, evidence, at, person, name, institution)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.at(at),
                of.id(),
                item,
                said.answer(),
                said.reason().strip(),
                said.evidence(),
                at,
                by.id(),
                by.name(),
                by.institution());
        set(of, of.phase(), of.budgetWon());
    }

    /** The last answer of an item. */
    Optional<Given> last(Rebuild of, String item) {
        return sql.first(
                "select id, person from grading_rebuild_answer where rebuild = ? and item = ? order by at desc, id desc limit 1",
                row -> new Given(row.getObject("id", UUID.class), row.getObject("person", UUID.class)),
                of.id(),
                item);
    }

    void review(Rebuild of, Given answer, ItemReview said, Actor by, Instant at) {
        sql.update(
                "insert into grading_rebuild_review (id, answer, outcome, note, at, person, name, institution)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.at(at),
                answer.id(),
                said.outcome(),
                said.note().strip(),
                at,
                by.id(),
                by.name(),
                by.institution());
        set(of, of.phase(), of.budgetWon());
    }

    /** The last answer of each item, with its last review. */
    Map<String, Answered> answers(UUID rebuild) {
        Map<String, Answered> answers = new HashMap<>();
        sql.list("""
                select distinct on (a.item) a.item, a.answer, a.reason, a.evidence, a.at, a.name, a.institution,
                       r.outcome, r.note, r.at as reviewed_at, r.name as reviewer, r.institution as authority
                  from grading_rebuild_answer a
                  left join lateral (select * from grading_rebuild_review w where w.answer = a.id
                                      order by w.at desc, w.id desc limit 1) r on true
                 where a.rebuild = ? order by a.item, a.at desc, a.id desc""", row -> answers.put(row.getString("item"), answered(row)), rebuild);
        return answers;
    }

    /** What was done, in order. */
    List<Step> steps(UUID rebuild) {
        return sql.list(
                "select rule, phase, budget_won, note, at, name, institution from grading_rebuild_step"
                        + " where rebuild = ? order by at, id",
                row -> new Step(
                        row.getString("rule"),
                        Phase.valueOf(row.getString("phase")),
                        row.getObject("budget_won", Long.class),
                        row.getString("note"),
                        Sql.requiredInstant(row, "at"),
                        row.getString("name"),
                        row.getString("institution")),
                rebuild);
    }

    /** Those of systems in scope, the newest first. */
    List<RebuildRow> list(
            Scope scope,
            @Nullable String system,
            @Nullable String institution,
            boolean open,
            @Nullable String before,
            int most) {
        return sql.list(
                """
                select b.number, b.title, s.code, s.name_ko, s.name_en, s.owner, b.budget_won, b.phase, b.begun_at
                  from grading_rebuild b join register_system s on s.id = b.system
                 where (? or s.scope && ?) and (cast(? as text) is null or s.code = ?)
                   and (cast(? as text) is null or s.owner in (select code from identity_ancestry where ancestor = ?))
                   and (not ? or b.phase not in ('OPENED', 'STOPPED'))
                   and (cast(? as text) is null or b.number < ?)
                 order by b.number desc limit ?""",
                row -> new RebuildRow(
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("code"),
                        Sql.text(row, "name"),
                        row.getString("owner"),
                        row.getObject("budget_won", Long.class),
                        Phase.valueOf(row.getString("phase")),
                        Sql.requiredInstant(row, "begun_at")),
                scope.all(),
                scope.keyArray(),
                system,
                system,
                institution,
                institution,
                open,
                before,
                before,
                most);
    }

    private static Answered answered(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        Reviewed review = outcome == null
                ? null
                : new Reviewed(
                        ItemReview.Outcome.valueOf(outcome),
                        row.getString("note"),
                        Sql.requiredInstant(row, "reviewed_at"),
                        row.getString("reviewer"),
                        row.getString("authority"));
        return new Answered(
                ItemAnswer.Answer.valueOf(row.getString("answer")),
                row.getString("reason"),
                row.getString("evidence"),
                Sql.requiredInstant(row, "at"),
                row.getString("name"),
                row.getString("institution"),
                review);
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        return new Rebuild(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getObject("system", UUID.class)),
                Objects.requireNonNull(row.getString("title")),
                row.getObject("budget_won", Long.class),
                Objects.requireNonNull(row.getString("rule_set")),
                Objects.requireNonNull(row.getString("rule_version")),
                Phase.valueOf(row.getString("phase")),
                Sql.requiredInstant(row, "begun_at"),
                row.getInt("version"));
    }
}

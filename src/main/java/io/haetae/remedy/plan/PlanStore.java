package io.haetae.remedy.plan;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.remedy.Steps.Move;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Plans with the steps taken. */
@ApplicationScoped
class PlanStore {

    private static final String COLUMNS = """
            select p.*, g.number as guideline_number, g.title, g.authority, g.plans_due_at, g.exercise, i.name_ko, i.name_en
              from remedy_plan p
              join remedy_guideline g on g.id = p.guideline
              join identity_institution i on i.code = p.institution""";

    private static final String ROWS = """
            select p.*, g.number as guideline_number, g.title, g.exercise, i.name_ko, i.name_en,
                   p.due_at <= ? as overdue,
                   coalesce(e.editions, 0) as editions, e.handed_in_at, coalesce(e.late, false) as handed_in_late
              from remedy_plan p
              join remedy_guideline g on g.id = p.guideline
              join identity_institution i on i.code = p.institution
              left join lateral (
                  select count(*) as editions, max(handed_in_at) as handed_in_at,
                         (array_agg(d.late order by d.number desc))[1] as late
                    from remedy_plan_edition d where d.plan = p.id and d.handed_in_at is not null) e on true""";

    private final Sql sql;

    PlanStore(Sql sql) {
        this.sql = sql;
    }

    /** A plan as it is kept. */
    record Plan(
            UUID id,
            String number,
            UUID guideline,
            String guidelineNumber,
            String title,
            String authority,
            String institution,
            LocalizedText institutionName,
            PlanState state,
            @Nullable Instant dueAt,
            Instant firstDueAt,
            boolean exercise,
            List<String> former,
            int version) {

        boolean isOverdue(Instant now) {
            return dueAt != null && !now.isBefore(dueAt);
        }
    }

    /**
     * What a step said.
     *
     * @param edition that was handed in with it
     */
    record Said(
            @Nullable String text,
            @Nullable LocalDate dueOn,
            @Nullable Integer edition,
            boolean late) {

        static Said of(@Nullable String text) {
            return new Said(text == null || text.isBlank() ? null : text.strip(), null, null, false);
        }
    }

    Optional<Plan> find(String number) {
        return sql.first(COLUMNS + " where p.number = ?", PlanStore::plan, number);
    }

    /** The same, locked until the transaction ends: steps follow one another. */
    Optional<Plan> lock(String number) {
        return sql.first(COLUMNS + " where p.number = ? for update of p", PlanStore::plan, number);
    }

    /** Those that an authority asked for and those of some institutions, the newest guideline first. */
    List<PlanRow> list(
            boolean all,
            String authority,
            String[] own,
            PlanFilter filter,
            @Nullable Long before,
            int most,
            Instant now) {
        StringBuilder query = new StringBuilder(ROWS + " where (? or g.authority = ? or p.institution = any (?))");
        List<@Nullable Object> parameters = new ArrayList<>(List.of(now, all, authority, own));
        and(query, parameters, "g.number = ?", filter.guideline());
        and(query, parameters, "p.state = ?", filter.state());
        and(
                query,
                parameters,
                "p.institution in (select code from identity_ancestry where ancestor = ?)",
                filter.institution());
        and(query, parameters, "p.due_at <= ?", filter.overdue() ? now : null);
        and(query, parameters, "p.seq < ?", before);
        query.append(" order by p.seq desc limit ").append(most);
        return sql.list(query.toString(), PlanStore::row, parameters.toArray());
    }

    /** What these institutions still owe, and what an authority has to look at; what is due first on top. */
    List<PlanRow> waiting(String[] owing, String authority, int most, Instant now) {
        return sql.list(ROWS + " " + """
                 where (p.due_at is not null and p.institution = any (?)) or (p.state = 'HANDED_IN' and g.authority = ?)
                 order by p.due_at nulls last, p.seq limit ?""", PlanStore::row, now, owing, authority, most);
    }

    /** Takes a step. */
    void take(
            Plan of,
            Move<PlanStep, PlanState> move,
            @Nullable Instant dueAt,
            @Nullable Instant nextAt,
            Said said,
            Actor by,
            Instant at) {
        sql.update("""
                update remedy_plan set state = ?, due_at = ?::timestamptz, next_at = ?::timestamptz, version = version + 1
                 where id = ?""", move.to(), dueAt, nextAt, of.id());
        if (move.step() == PlanStep.DRAFT) {
            return; // who saved it last stands beside the draft; the journal has each time
        }
        sql.update(
                """
                insert into remedy_plan_act (id, plan, rule, at, person, name, institution, text, due_on, edition, late)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                Ids.at(at),
                of.id(),
                move.rule(),
                at,
                by.id(),
                by.name(),
                by.institution(),
                said.text(),
                said.dueOn(),
                said.edition(),
                said.late());
    }

    List<PlanView.Act> acts(UUID plan) {
        return sql.list(
                "select * from remedy_plan_act where plan = ? order by at, id",
                row -> new PlanView.Act(
                        Objects.requireNonNull(row.getString("rule")),
                        Sql.requiredInstant(row, "at"),
                        Objects.requireNonNull(row.getString("name")),
                        Objects.requireNonNull(row.getString("institution")),
                        row.getString("text"),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("edition", Integer.class),
                        row.getBoolean("late")),
                plan);
    }

    /** Claims plans whose office is to be reminded, until the transaction ends. */
    List<Plan> claim(Instant now, int most) {
        return sql.list(
                COLUMNS + " where p.next_at <= ? order by p.next_at limit ? for update of p skip locked",
                PlanStore::plan,
                now,
                most);
    }

    void reminded(UUID plan, Instant next) {
        sql.update("update remedy_plan set next_at = ? where id = ?", next, plan);
    }

    private static void and(
            StringBuilder query, List<@Nullable Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            query.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static Plan plan(ResultSet row) throws SQLException {
        return new Plan(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getObject("guideline", UUID.class)),
                Objects.requireNonNull(row.getString("guideline_number")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("authority")),
                Objects.requireNonNull(row.getString("institution")),
                Sql.text(row, "name"),
                PlanState.valueOf(row.getString("state")),
                Sql.instant(row, "due_at"),
                Sql.requiredInstant(row, "plans_due_at"),
                row.getBoolean("exercise"),
                Sql.texts(row, "former"),
                row.getInt("version"));
    }

    private static PlanRow row(ResultSet row) throws SQLException {
        return new PlanRow(
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("guideline_number")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("institution")),
                Sql.text(row, "name"),
                PlanState.valueOf(row.getString("state")),
                Sql.instant(row, "due_at"),
                row.getBoolean("overdue"),
                row.getInt("editions"),
                Sql.instant(row, "handed_in_at"),
                row.getBoolean("handed_in_late"),
                row.getBoolean("exercise"),
                Sql.texts(row, "former"),
                row.getLong("seq"));
    }
}

package io.haetae.grading.designation;

import io.haetae.grading.DecisionCommand.Decider;
import io.haetae.grading.designation.DesignationRow.Standing;
import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Designations in the database, and the list that the register and the grades make of them. */
@ApplicationScoped
class DesignationStore {

    private static final String LIST = """
            select s.code, s.name_ko, s.name_en, s.owner, s.system_grade, d.on_day, d.basis, d.document,
                   case when not s.major then 'CANDIDATE' when coalesce(s.system_grade, 9) <= g.most then 'DESIGNATED'
                        else 'REVIEW' end as standing,
                   (select count(distinct e.system) from register_dependency e
                     where e.on_system = s.id and upper_inf(e.period)) as dependents
              from register_system s
              join identity_institution i on i.code = s.owner and i.central_authority = ?
             cross join (select cast(? as int) as most) g
              left join lateral (select x.on_day, x.basis, x.document from grading_designation x
                                  where x.system = s.id and s.major order by x.at desc, x.id desc limit 1) d on true
             where s.ended_at is null and (s.major or s.system_grade <= g.most) and (? or s.scope && ?)""";

    private final Sql sql;
    private final Texts texts;
    private final DesignationConfig config;

    DesignationStore(Sql sql, Texts texts, DesignationConfig config) {
        this.sql = sql;
        this.texts = texts;
        this.config = config;
    }

    void add(UUID id, SystemView system, boolean designated, DesignationCommand command, Actor by, Instant at) {
        Decider decider = command.decidedBy();
        sql.update(
                """
                insert into grading_designation (id, system, designated, on_day, basis, document, decider_name,
                    decider_position, system_grade, at, person, recorder, institution)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                system.id(),
                designated,
                command.on(),
                command.grounds().strip(),
                command.document(),
                decider == null ? null : decider.name(),
                decider == null ? null : decider.position(),
                system.systemGrade(),
                at,
                by.id(),
                by.name(),
                by.institution());
    }

    List<Designation> history(UUID system) {
        return sql.list(
                "select * from grading_designation where system = ? order by at desc, id desc",
                DesignationStore::designation,
                system);
    }

    private static Designation designation(ResultSet row) throws SQLException {
        String name = row.getString("decider_name");
        return new Designation(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getBoolean("designated"),
                row.getObject("on_day", LocalDate.class),
                row.getString("basis"),
                row.getString("document"),
                name == null ? null : new Decider(name, row.getString("decider_position")),
                row.getObject("system_grade", Integer.class),
                Sql.requiredInstant(row, "at"),
                row.getString("recorder"),
                row.getString("institution"));
    }

    /** One page by code of what is designated or due for a decision, as far as the scope reaches. */
    List<DesignationRow> list(
            Scope scope, @Nullable Standing standing, @Nullable String institution, String after, int most) {
        List<Object> parameters = new ArrayList<>(
                List.of(config.designatingAuthority(), config.candidateGrade(), scope.all(), scope.keyArray()));
        StringBuilder query = new StringBuilder("select * from (").append(LIST);
        if (institution != null) {
            query.append(" and s.owner in (select code from identity_ancestry where ancestor = ?)");
            parameters.add(institution);
        }
        query.append(" and s.code > ?) t");
        parameters.add(after);
        if (standing != null) {
            query.append(" where t.standing = ?");
            parameters.add(standing);
        }
        query.append(" order by t.code limit ?");
        parameters.add(most);
        return sql.list(query.toString(), this::row, parameters.toArray());
    }

    private DesignationRow row(ResultSet row) throws SQLException {
        Standing standing = Standing.valueOf(row.getString("standing"));
        Integer grade = row.getObject("system_grade", Integer.class);
        return new DesignationRow(
                row.getString("code"),
                Sql.text(row, "name"),
                row.getString("owner"),
                grade,
                standing,
                row.getInt("dependents"),
                why(standing, grade, row.getString("basis")),
                row.getObject("on_day", LocalDate.class),
                row.getString("document"));
    }

    private LocalizedText why(Standing standing, @Nullable Integer grade, @Nullable String basis) {
        Map<String, Object> facts = Map.of(
                "grade",
                grade == null ? "–" : grade,
                "most",
                config.candidateGrade(),
                "basis",
                basis == null ? "" : basis);
        String key =
                switch (standing) {
                    case CANDIDATE -> "candidate";
                    case REVIEW -> grade == null ? "without-grade" : "review";
                    case DESIGNATED -> basis == null ? "loaded" : "designated";
                };
        return texts.both("grading.designation.why." + key, facts);
    }
}

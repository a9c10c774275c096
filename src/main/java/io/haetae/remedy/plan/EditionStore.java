package io.haetae.remedy.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What plans say: the editions handed in, the one being written, and what the register says of their systems. */
@ApplicationScoped
class EditionStore {

    private final Sql sql;
    private final ObjectMapper json;

    EditionStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * An edition as it is kept.
     *
     * @param handedInAt null while it is being written
     */
    record Edition(
            int number,
            PlanText text,
            Instant savedAt,
            String saver,
            @Nullable Instant handedInAt,
            @Nullable UUID person,
            @Nullable String name,
            @Nullable String document,
            boolean late,
            @Nullable Covered covered) {}

    /** Every edition of a plan, the newest first; the one being written is the first, if there is one. */
    List<Edition> of(UUID plan) {
        return sql.list("select * from remedy_plan_edition where plan = ? order by number desc", this::edition, plan);
    }

    /** Writes the draft, or begins one. */
    void save(UUID plan, PlanText text, Actor by, Instant at) {
        List<@Nullable Object> values = new ArrayList<>();
        text.parts()
                .forEach(part ->
                        values.add(part.text() == null ? null : part.text().strip()));
        values.add(at);
        values.add(by.name());
        values.add(plan);
        int written = sql.update("""
                update remedy_plan_edition set goals = ?, importance = ?, prevention = ?, power = ?, cooling = ?,
                       response = ?, other = ?, saved_at = ?, saver = ? where plan = ? and handed_in_at is null""", values.toArray());
        if (written == 0) {
            values.add(plan);
            sql.update("""
                    insert into remedy_plan_edition (goals, importance, prevention, power, cooling, response, other,
                           saved_at, saver, plan, number)
                    select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, coalesce(max(number), 0) + 1
                      from remedy_plan_edition where plan = ?""", values.toArray());
        }
    }

    /** Begins a draft with what the last edition says, when none is being written. Says the number of the draft. */
    int begin(UUID plan, Actor by, Instant at) {
        Optional<Edition> newest = of(plan).stream().findFirst();
        if (newest.isPresent() && newest.get().handedInAt() == null) {
            return newest.get().number();
        }
        save(plan, newest.map(Edition::text).orElse(PlanText.NONE), by, at);
        return newest.map(Edition::number).orElse(0) + 1;
    }

    /** Hands the draft in. */
    void handIn(UUID plan, @Nullable String document, boolean late, Covered covered, Actor by, Instant at) {
        sql.update("""
                update remedy_plan_edition set handed_in_at = ?, person = ?, name = ?, document = ?, late = ?,
                       covered = ?::jsonb where plan = ? and handed_in_at is null""", at, by.id(), by.name(), document, late, write(covered), plan);
    }

    /** What the register says now of the systems of an institution and those below it. */
    Covered covered(String institution) {
        String systems = """
                 from register_system s join identity_ancestry a on a.code = s.owner
                where a.ancestor = ? and s.ended_at is null""";
        List<Covered.Site> sites = sql.list(
                "select s.site, count(*) as n" + systems + " group by s.site order by count(*) desc, s.site",
                row -> new Covered.Site(row.getString("site"), row.getInt("n")),
                institution);
        List<Integer> byGrade = new ArrayList<>(List.of(0, 0, 0, 0, 0));
        sql.list(
                "select coalesce(s.system_grade, 5) as grade, count(*) as n" + systems + " group by 1",
                row -> byGrade.set(row.getInt("grade") - 1, row.getInt("n")),
                institution);
        return new Covered(byGrade.stream().mapToInt(Integer::intValue).sum(), byGrade, sites);
    }

    private Edition edition(ResultSet row) throws SQLException {
        String covered = row.getString("covered");
        return new Edition(
                row.getInt("number"),
                new PlanText(
                        row.getString("goals"),
                        row.getString("importance"),
                        row.getString("prevention"),
                        row.getString("power"),
                        row.getString("cooling"),
                        row.getString("response"),
                        row.getString("other")),
                Sql.requiredInstant(row, "saved_at"),
                Objects.requireNonNull(row.getString("saver")),
                Sql.instant(row, "handed_in_at"),
                row.getObject("person", UUID.class),
                row.getString("name"),
                row.getString("document"),
                row.getBoolean("late"),
                covered == null ? null : read(covered));
    }

    private String write(Covered covered) {
        try {
            return json.writeValueAsString(covered);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Covered read(String text) {
        try {
            return json.readValue(text, Covered.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

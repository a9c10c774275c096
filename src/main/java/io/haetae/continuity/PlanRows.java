package io.haetae.continuity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans in the database: versions are only ever added. */
@ApplicationScoped
class PlanRows {

    private static final TypeReference<List<PlanCommand.Service>> SERVICES = new TypeReference<>() {};
    private static final String SELECT =
            "select p.*, s.code from continuity_plan p join register_system s on s.id = p.system ";

    private final Sql sql;
    private final ObjectMapper json;

    PlanRows(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** The versions of a system's plan, the newest first. */
    List<PlanView> of(UUID system) {
        return sql.list(SELECT + "where p.system = ? order by p.version desc", this::plan, system);
    }

    Optional<PlanView> version(UUID system, int version) {
        return sql.first(SELECT + "where p.system = ? and p.version = ?", this::plan, system, version);
    }

    /** The newest plan of each system that has one, by the system's code. */
    Map<String, PlanView> newest() {
        Map<String, PlanView> plans = new HashMap<>();
        sql.list(
                        "select distinct on (p.system) p.*, s.code from continuity_plan p"
                                + " join register_system s on s.id = p.system order by p.system, p.version desc",
                        this::plan)
                .forEach(plan -> plans.put(plan.system(), plan));
        return plans;
    }

    /** Lets plans of one system follow one another. */
    void lock(UUID system) {
        sql.list("select 1 from register_system where id = ? for no key update", row -> true, system);
    }

    void add(UUID system, int version, PlanCommand plan, Instant at, String by) {
        sql.update(
                """
                insert into continuity_plan (system, version, kept_by, review_on, valid_from, valid_until, guidance_ko,
                    guidance_en, services, offices, made_at, made_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""",
                system,
                version,
                plan.keptBy(),
                plan.reviewOn(),
                plan.validFrom(),
                plan.validUntil(),
                plan.guidance().ko(),
                plan.guidance().en(),
                write(plan.services()),
                plan.offices().toArray(String[]::new),
                at,
                by);
    }

    private PlanView plan(ResultSet row) throws SQLException {
        try {
            return new PlanView(
                    row.getString("code"),
                    row.getInt("version"),
                    row.getString("kept_by"),
                    row.getObject("review_on", LocalDate.class),
                    row.getObject("valid_from", LocalDate.class),
                    row.getObject("valid_until", LocalDate.class),
                    Sql.text(row, "guidance"),
                    Arrays.asList((String[]) row.getArray("offices").getArray()),
                    json.readValue(row.getString("services"), SERVICES),
                    Sql.requiredInstant(row, "made_at"),
                    row.getString("made_by"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored plan cannot be read", e);
        }
    }

    private String write(List<PlanCommand.Service> services) {
        try {
            return json.writeValueAsString(services);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan cannot be written as JSON", e);
        }
    }
}

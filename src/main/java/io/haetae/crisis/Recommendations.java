package io.haetae.crisis;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.rule.StageResult;
import io.haetae.rule.StageRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Computes recommendations and keeps those that say something new. */
@ApplicationScoped
class Recommendations {

    private static final TypeReference<List<StageResult.Reason>> REASONS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final StageFacts facts;
    private final StageRules rules;
    private final CrisisIncidents incidents;
    private final StageRecords stages;
    private final Observations observations;
    private final Sql sql;
    private final ObjectMapper json;

    Recommendations(
            StageFacts facts,
            StageRules rules,
            CrisisIncidents incidents,
            StageRecords stages,
            Observations observations,
            Sql sql,
            ObjectMapper json) {
        this.facts = facts;
        this.rules = rules;
        this.incidents = incidents;
        this.stages = stages;
        this.observations = observations;
        this.sql = sql;
        this.json = json;
    }

    /** A kept recommendation with its number among those of its lead agency. */
    record Kept(int n, Instant at, Recommendation recommendation) {}

    /** What is recommended now, by lead agency. Keeps nothing. */
    List<Recommendation> now(UUID crisis, Instant now) {
        Map<String, Stage> standing = StageRecords.standing(stages.of(crisis), now);
        List<Recommendation> recommended = new ArrayList<>();
        facts.now(incidents.numbers(crisis), standing, observations.latest(crisis), now)
                .forEach((agency, known) -> recommended.add(Recommendation.of(
                        agency, Objects.requireNonNullElse(standing.get(agency), Stage.NONE), rules.evaluate(known))));
        return recommended;
    }

    /** Keeps one unless it says the same as the latest of its lead agency; its number, or 0 when it was left out. */
    int keep(UUID crisis, Recommendation said, @Nullable Kept latest, Instant now) {
        if (latest != null && latest.recommendation().gist().equals(said.gist())) {
            return 0;
        }
        int n = latest == null ? 1 : latest.n() + 1;
        LocalizedText failure = said.failure();
        int kept = sql.update(
                """
                insert into crisis_recommendation (id, crisis, lead_agency, n, at, standing, stage, rule_set, version, sha256,
                    facts, reasons, failure_ko, failure_en)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?) on conflict do nothing""",
                Ids.at(now),
                crisis,
                said.leadAgency(),
                n,
                now,
                said.standing(),
                said.stage(),
                said.ruleSet(),
                said.version(),
                said.sha256(),
                write(said.facts()),
                write(said.reasons()),
                failure == null ? null : failure.ko(),
                failure == null ? null : failure.en());
        return kept == 0 ? 0 : n;
    }

    /** Every one that was kept, the latest first. */
    List<Kept> kept(UUID crisis) {
        return sql.list(
                "select * from crisis_recommendation where crisis = ? order by at desc, n desc", this::kept, crisis);
    }

    private Kept kept(ResultSet row) throws SQLException {
        String stage = row.getString("stage");
        return new Kept(
                row.getInt("n"),
                Sql.requiredInstant(row, "at"),
                new Recommendation(
                        row.getString("lead_agency"),
                        stage == null ? null : Stage.valueOf(stage),
                        Stage.valueOf(row.getString("standing")),
                        row.getString("rule_set"),
                        row.getString("version"),
                        row.getString("sha256"),
                        read(row.getString("reasons"), REASONS),
                        null,
                        read(row.getString("facts"), FACTS),
                        stage == null ? Sql.text(row, "failure") : null));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recommendation cannot be written as JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recommendation cannot be read", e);
        }
    }
}

package io.haetae.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.rule.engine.ScheduleRules;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the entries of schedules into their records, once each. */
@ApplicationScoped
class Schedules {

    private static final TypeReference<List<ReportingClocks.Clock>> CLOCKS = new TypeReference<>() {};

    private final ObjectMapper json;
    private final ConcurrentHashMap<String, ReportingClocks> read = new ConcurrentHashMap<>();

    Schedules(ObjectMapper json) {
        this.json = json;
    }

    ReportingClocks of(ScheduleRules schedule, int grade) {
        return read.computeIfAbsent(schedule.header().sha256() + "/" + grade, key -> read(schedule, grade));
    }

    private ReportingClocks read(ScheduleRules schedule, int grade) {
        JsonNode entry = schedule.grades().get(grade);
        if (entry == null) {
            throw new IllegalArgumentException("there is no failure grade " + grade);
        }
        try {
            return new ReportingClocks(
                    schedule.header().ruleSet(),
                    schedule.header().version(),
                    schedule.header().sha256(),
                    grade,
                    json.treeToValue(entry.get("callOut"), ReportingClocks.CallOut.class),
                    json.treeToValue(entry.get("clocks"), CLOCKS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the schema let through what the record cannot hold", e);
        }
    }
}

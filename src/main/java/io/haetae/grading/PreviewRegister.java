package io.haetae.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.register.DependencyChains;
import io.haetae.rule.BulkGrader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole register with the facts behind each grade, in three queries. */
@ApplicationScoped
class PreviewRegister {

    /** The facts are those of the last submission that was decided: what owners are writing is nobody else's. */
    private static final String SYSTEMS = """
            with behind as (
                select distinct on (a.system) a.system, n.evaluation -> 'facts' as facts
                  from grading_assessment a join grading_submission n on n.assessment = a.id and n.at <= a.notified_at
                 where a.notified_at is not null order by a.system, a.notified_at desc, n.number desc
            )
            select s.id, s.code, s.name_ko, s.name_en, s.owner, s.system_grade, s.audience, s.major, b.facts,
                   cast(s.detail -> 'recovery' ->> 'rtoMinutes' as int) as rto,
                   coalesce(jsonb_path_exists(s.detail, '$.services[*] ? (@.emergency == true)'), false) as emergency,
                   (? or s.scope && ?) as reached
              from register_system s left join behind b on b.system = s.id
             where s.ended_at is null order by s.code""";

    private static final String COUNT = "select count(*) from register_system where ended_at is null";

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final Sql sql;
    private final DependencyChains chains;
    private final ObjectReader facts;

    PreviewRegister(Sql sql, DependencyChains chains, ObjectMapper json) {
        this.sql = sql;
        this.chains = chains;
        this.facts = json.readerFor(FACTS);
    }

    /**
     * One system.
     *
     * @param reached whether the reader's scope reaches it
     */
    record Entry(
            UUID id,
            String code,
            LocalizedText name,
            String owner,
            @Nullable Integer grade,
            Map<String, Object> facts,
            boolean reached) {}

    List<Entry> systems(Scope scope, PreviewSteps steps) {
        int systems = sql.first(COUNT, row -> row.getInt(1)).orElse(0);
        AtomicInteger read = new AtomicInteger();
        return sql.list(
                SYSTEMS,
                row -> {
                    Entry entry = entry(row);
                    steps.read(systems, read.incrementAndGet());
                    return entry;
                },
                scope.all(),
                scope.keyArray());
    }

    /** The dependencies that one of the floors looks at. */
    List<WhatIf.Lean> leans(List<BulkGrader.Floor> floors) {
        Set<String> types =
                floors.stream().flatMap(floor -> floor.types().stream()).collect(Collectors.toSet());
        return types.isEmpty() ? List.of() : leans(types);
    }

    private List<WhatIf.Lean> leans(Set<String> types) {
        return chains.present(types).stream()
                .map(edge ->
                        new WhatIf.Lean(edge.system(), edge.on(), edge.type().name()))
                .toList();
    }

    private Entry entry(ResultSet row) throws SQLException {
        Map<String, Object> known = new HashMap<>();
        String audience = row.getString("audience");
        if (audience != null) {
            known.put(RegisterFacts.AUDIENCE, audience);
        }
        known.put(RegisterFacts.MAJOR, row.getBoolean("major"));
        known.put(RegisterFacts.EMERGENCY, row.getBoolean("emergency"));
        Integer rto = row.getObject("rto", Integer.class);
        if (rto != null) {
            known.put(RegisterFacts.RECOVERY, rto);
        }
        known.putAll(stored(row.getString("facts")));
        return new Entry(
                row.getObject("id", UUID.class),
                row.getString("code"),
                Sql.text(row, "name"),
                row.getString("owner"),
                row.getObject("system_grade", Integer.class),
                known,
                row.getBoolean("reached"));
    }

    private Map<String, Object> stored(@Nullable String text) {
        if (text == null) {
            return Map.of();
        }
        try {
            return facts.readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment cannot be read", e);
        }
    }
}

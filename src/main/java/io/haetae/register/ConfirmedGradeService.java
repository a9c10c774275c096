package io.haetae.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.kernel.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sets confirmed grades (확정·통보, 시행령 제70조의3). The register only keeps them: who may decide one, and on what
 * grounds, is checked by grading, which calls this within its own transaction.
 */
@ApplicationScoped
public class ConfirmedGradeService {

    private static final String SET = "with wanted as ("
            + " select x.code, x.grade, s.system_grade as before, s.id from register_system s"
            + " join jsonb_to_recordset(cast(:grades as jsonb)) as x(code text, grade smallint) on x.code = s.code"
            + " where s.system_grade is distinct from x.grade for update of s)"
            + " update register_system s set system_grade = w.grade, system_grade_since = cast(:at as timestamptz),"
            + " version = s.version + 1, changed_at = cast(:at as timestamptz), changed_by = :by"
            + " from wanted w where w.id = s.id returning s.code, w.before, w.grade";

    private final EntityManager database;
    private final ObjectMapper json;
    private final Journal journal;
    private final CurrentActor actor;

    ConfirmedGradeService(EntityManager database, ObjectMapper json, Journal journal, CurrentActor actor) {
        this.database = database;
        this.json = json;
        this.journal = journal;
        this.actor = actor;
    }

    /** Sets the confirmed grade of one system; one that has it already keeps its date. */
    @Transactional
    public void confirm(String code, int grade, Instant at) {
        confirmAll(Map.of(code, grade), at);
    }

    /** Sets confirmed grades by code. Returns the codes of those whose grade changed. */
    @Transactional
    public List<String> confirmAll(Map<String, Integer> grades, Instant at) {
        List<Wanted> wanted = grades.entrySet().stream()
                .map(entry -> new Wanted(entry.getKey(), entry.getValue()))
                .toList();
        List<?> rows = database.createNativeQuery(SET)
                .setParameter("grades", write(wanted))
                .setParameter("at", at)
                .setParameter("by", actor.get().username())
                .getResultList();
        List<String> changed = new ArrayList<>();
        List<JournalEntry> entries = new ArrayList<>();
        for (Object row : rows) {
            Object[] set = (Object[]) row;
            String code = (String) set[0];
            changed.add(code);
            entries.add(new JournalEntry(
                    "register.system-grade-set",
                    "SYSTEM",
                    code,
                    Map.of("from", set[1] == null ? 0 : set[1], "to", set[2])));
        }
        if (!entries.isEmpty()) {
            journal.recordAll(entries);
        }
        return changed;
    }

    private String write(List<Wanted> wanted) {
        try {
            return json.writeValueAsString(wanted);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("grades cannot be written as JSON", e);
        }
    }

    record Wanted(String code, int grade) {}
}

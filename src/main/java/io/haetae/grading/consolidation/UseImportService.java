package io.haetae.grading.consolidation;

import io.haetae.audit.Journal;
import io.haetae.grading.consolidation.UseTable.Column;
import io.haetae.grading.consolidation.UseTable.Line;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Violations;
import io.haetae.kernel.Zones;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Brings the use of many systems of an institution from a file. Nothing is written unless every row is right, or the caller asks for part. */
@ApplicationScoped
public class UseImportService {

    private final UseStore store;
    private final ConsolidationAccess access;
    private final SystemService systems;
    private final Validator validator;
    private final Journal journal;
    private final Words words;
    private final Clock clock;

    UseImportService(
            UseStore store,
            ConsolidationAccess access,
            SystemService systems,
            Validator validator,
            Journal journal,
            Words words,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.systems = systems;
        this.validator = validator;
        this.journal = journal;
        this.words = words;
        this.clock = clock;
    }

    /** What is wrong, in the caller's language. */
    @ApplicationScoped
    static class Words {

        private final Texts texts;
        private final RequestLanguage language;

        Words(Texts texts, RequestLanguage language) {
            this.texts = texts;
            this.language = language;
        }

        UseReport.Wrong of(Line line, FieldError error) {
            String key = "field." + error.code();
            String field = error.pointer().startsWith("/") ? error.pointer().substring(1) : error.pointer();
            return new UseReport.Wrong(
                    line.number(),
                    line.cells().getOrDefault(Column.SYSTEM, ""),
                    field,
                    error.code(),
                    texts.text(language.get(), texts.knows(key) ? key : "field.invalid", error.facts()));
        }
    }

    /** Brings a file (OFFICER or OPERATOR, systems of their institution and those below it). */
    @Transactional
    public UseReport bring(byte[] file, boolean dryRun, boolean partial) {
        Set<String> own = access.own();
        UseTable table = UseTable.read(file);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Zones.SEOUL);
        Map<String, SystemView> known = known(table, own);
        List<UseStore.Said> right = new ArrayList<>();
        List<UseReport.Wrong> wrong = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        int refused = 0;
        for (Line line : table.lines()) {
            UseRow row = UseRow.read(line);
            List<FieldError> errors = new ArrayList<>(row.errors());
            SystemView system = known.get(row.system());
            if (system == null) {
                errors.add(FieldError.of("/system", "unknown-system", row.system()));
            } else if (!seen.add(row.system() + " " + row.year())) {
                errors.add(FieldError.of("/year", "duplicate", row.system() + " " + row.year()));
            }
            errors.addAll(check(row, today));
            if (errors.isEmpty() && system != null) {
                right.add(new UseStore.Said(system.id(), row.year(), Objects.requireNonNull(row.said())));
            } else {
                refused++;
                errors.forEach(error -> wrong.add(words.of(line, error)));
            }
        }
        boolean applies = !dryRun && !right.isEmpty() && (refused == 0 || partial);
        if (applies) {
            store.add(right, access.actor(), now);
            journal.record(
                    "grading.use-imported",
                    "INSTITUTION",
                    access.actor().institution(),
                    Map.of("rows", right.size(), "refused", refused, "partial", partial));
        }
        return new UseReport(dryRun, partial, applies, right.size(), refused, wrong);
    }

    private List<FieldError> check(UseRow row, LocalDate today) {
        UseStatement said = row.said();
        if (said == null) {
            return List.of();
        }
        List<FieldError> errors = new ArrayList<>(UseService.check(row.year(), said, today));
        errors.addAll(Violations.of(new ConstraintViolationException(validator.validate(said))));
        return errors;
    }

    /** The living systems of the institution that the file names, in one query. */
    private Map<String, SystemView> known(UseTable table, Set<String> own) {
        Set<String> codes = new HashSet<>();
        table.lines()
                .forEach(line ->
                        codes.add(line.cells().getOrDefault(Column.SYSTEM, "").strip()));
        Map<String, SystemView> known = new HashMap<>();
        systems.find(codes).stream()
                .filter(system -> system.endedAt() == null && own.contains(system.owner()))
                .forEach(system -> known.put(system.code(), system));
        return known;
    }
}

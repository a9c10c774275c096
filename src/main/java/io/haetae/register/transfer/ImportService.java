package io.haetae.register.transfer;

import io.haetae.audit.Journal;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.register.SystemBatchService.Fate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Brings a file into the register: looks at every row first, then writes all of them, or the right ones if asked. */
@ApplicationScoped
class ImportService {

    private final Import importing;
    private final Journal journal;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    ImportService(Import importing, Journal journal, CurrentActor actor, Texts texts, RequestLanguage language) {
        this.importing = importing;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    /** Reads, judges and, unless it is a dry run or a row is wrong while not partial, writes a file. */
    @Transactional
    public ImportReport bring(byte[] file, boolean dryRun, boolean partial) {
        actor.require(Role.ADMIN, Role.OFFICER);
        CsvTable table = CsvTable.read(file);
        List<Import.Judged> judged = importing.judge(table);
        boolean allRight = judged.stream().noneMatch(Import.Judged::refused);
        boolean applies = !dryRun && (allRight || partial);
        if (applies) {
            importing.write(judged);
        }
        ImportReport report = report(table, judged, dryRun, partial, applies);
        if (applies) {
            journal.record(
                    "register.systems-imported",
                    "REGISTER",
                    "systems",
                    Map.of("rows", judged.size(), "counts", report.counts(), "partial", partial));
        }
        return report;
    }

    private ImportReport report(
            CsvTable table, List<Import.Judged> judged, boolean dryRun, boolean partial, boolean applied) {
        Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
        for (Fate fate : Fate.values()) {
            counts.put(fate, 0);
        }
        List<ImportReport.Row> rows = new ArrayList<>();
        for (Import.Judged one : judged) {
            counts.merge(one.fate(), 1, Integer::sum);
            List<ImportReport.Wrong> wrong =
                    one.errors().stream().map(error -> wrong(table, error)).toList();
            rows.add(new ImportReport.Row(one.read().line().number(), one.read().code(), one.fate(), wrong));
        }
        return new ImportReport(dryRun, partial, applied, counts, rows);
    }

    private ImportReport.Wrong wrong(CsvTable table, FieldError error) {
        String key = "field." + error.code();
        String message = texts.text(language.get(), texts.knows(key) ? key : "field.invalid", error.facts());
        String path = error.pointer().isEmpty()
                ? Columns.CODE
                : error.pointer().substring(1).replace('/', '.');
        return new ImportReport.Wrong(table.header(path), error.pointer(), error.code(), message);
    }
}

package io.haetae.register.transfer;

import io.haetae.audit.Journal;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.register.transfer.Import.Judged;
import io.haetae.register.transfer.ImportReport.Fault;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;

/** Brings a file into the register in one request: looks at every row first, then writes all, or the right ones if asked. */
@ApplicationScoped
class ImportService {

    private final Import importing;
    private final Likenesses likenesses;
    private final Journal journal;
    private final CurrentActor actor;
    private final Texts texts;
    private final RequestLanguage language;

    ImportService(
            Import importing,
            Likenesses likenesses,
            Journal journal,
            CurrentActor actor,
            Texts texts,
            RequestLanguage language) {
        this.importing = importing;
        this.likenesses = likenesses;
        this.journal = journal;
        this.actor = actor;
        this.texts = texts;
        this.language = language;
    }

    /**
     * Reads, judges and, unless it is a dry run or a row is wrong while not partial, writes a file.
     *
     * @param columns fields of columns that are not known by name, by header; an empty field leaves the column out
     */
    @Transactional
    @TransactionConfiguration(timeout = Import.LONGEST_SECONDS)
    public ImportReport bring(byte[] file, Map<String, String> columns, boolean dryRun, boolean partial) {
        actor.require(Role.ADMIN, Role.OFFICER);
        Table table = Table.of(TableFile.read(file), columns);
        List<Judged> judged = importing.judge(table, Map.of(), Steps.UNHEARD);
        Map<Integer, List<Likeness>> alike = likenesses.of(judged);
        boolean allRight = judged.stream().noneMatch(Judged::refused);
        boolean applies = !dryRun && (allRight || partial);
        if (applies) {
            importing.write(judged, Steps.UNHEARD);
        }
        ImportReport report =
                new ImportReport(dryRun, partial, applies, Import.counts(judged), rows(table, judged, alike));
        if (applies) {
            journal.record(
                    "register.systems-imported",
                    "REGISTER",
                    "systems",
                    Map.of("rows", judged.size(), "counts", report.counts(), "partial", partial));
        }
        return report;
    }

    private List<ImportReport.Row> rows(Table table, List<Judged> judged, Map<Integer, List<Likeness>> alike) {
        return judged.stream()
                .map(one -> new ImportReport.Row(
                        one.number(),
                        one.read().code(),
                        one.fate(),
                        one.errors().stream()
                                .map(error -> Fault.of(table, error).in(texts, language.get()))
                                .toList(),
                        alike.getOrDefault(one.number(), List.of())))
                .toList();
    }
}

package io.haetae.grading;

import io.haetae.grading.EvidenceFile.Withdrawal;
import io.haetae.kernel.KeptFile;
import io.haetae.kernel.KeptFiles;
import io.haetae.kernel.Sql;
import io.haetae.kernel.TakenFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Files of evidence, which criterion each shows, and which were withdrawn. */
@ApplicationScoped
class EvidenceFiles {

    private static final KeptFiles.Shelf SHELF = new KeptFiles.Shelf("grading_file", "assessment");

    private final KeptFiles files;
    private final Sql sql;

    EvidenceFiles(KeptFiles files, Sql sql) {
        this.files = files;
        this.sql = sql;
    }

    /** What is said of a file beside the file itself. */
    private record Word(
            UUID file, @Nullable String criterion, @Nullable Withdrawal withdrawal) {}

    UUID add(
            UUID assessment, TakenFile file, @Nullable String note, @Nullable String criterion, String by, Instant at) {
        UUID id = files.add(SHELF, assessment, file, note, by, at);
        if (criterion != null) {
            sql.update("insert into grading_file_criterion (file, criterion) values (?, ?)", id, criterion);
        }
        return id;
    }

    void withdraw(UUID file, Withdrawal withdrawal) {
        sql.update(
                "insert into grading_file_withdrawal (file, at, person_name, reason) values (?, ?, ?, ?)",
                file,
                withdrawal.at(),
                withdrawal.by(),
                withdrawal.reason());
    }

    /**
     * The files of an assessment, the oldest first.
     *
     * @param asOf as they were then, null for as they are
     * @param handedIn when the assessment was handed in: a file that was there then can be read for good
     */
    List<EvidenceFile> of(UUID assessment, @Nullable Instant asOf, List<Instant> handedIn) {
        Map<UUID, Word> words = words(assessment);
        return files.of(SHELF, assessment, "/api/v1/assessments/" + assessment + "/files").stream()
                .filter(file -> asOf == null || !file.at().isAfter(asOf))
                .map(file -> shown(file, Objects.requireNonNull(words.get(file.id())), asOf, handedIn))
                .toList();
    }

    private static EvidenceFile shown(KeptFile file, Word word, @Nullable Instant asOf, List<Instant> handedIn) {
        Withdrawal withdrawal = word.withdrawal();
        if (withdrawal == null || asOf != null && withdrawal.at().isAfter(asOf)) {
            return EvidenceFile.of(file, word.criterion(), null, true);
        }
        boolean wasHandedIn = handedIn.stream().anyMatch(at -> !at.isBefore(file.at()) && at.isBefore(withdrawal.at()));
        return EvidenceFile.of(file, word.criterion(), withdrawal, wasHandedIn);
    }

    private Map<UUID, Word> words(UUID assessment) {
        return sql
                .list(
                        """
                        select f.id, c.criterion, w.at, w.person_name, w.reason
                          from grading_file f
                          left join grading_file_criterion c on c.file = f.id
                          left join grading_file_withdrawal w on w.file = f.id
                         where f.assessment = ?""",
                        row -> {
                            Instant at = Sql.instant(row, "at");
                            return new Word(
                                    Objects.requireNonNull(row.getObject("id", UUID.class)),
                                    row.getString("criterion"),
                                    at == null
                                            ? null
                                            : new Withdrawal(
                                                    at,
                                                    Objects.requireNonNull(row.getString("person_name")),
                                                    Objects.requireNonNull(row.getString("reason"))));
                        },
                        assessment)
                .stream()
                .collect(Collectors.toMap(Word::file, Function.identity()));
    }

    Optional<TakenFile> content(UUID assessment, UUID file) {
        return files.content(SHELF, assessment, file);
    }
}

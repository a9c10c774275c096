package io.haetae.register.transfer;

import io.haetae.kernel.Texts;
import io.haetae.register.transfer.ImportRow.Show;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The report of an import as a file that spreadsheets open. Whoever calls has looked whether the reader may have it. */
@ApplicationScoped
class ReportService {

    private static final int PAGE = 1_000;

    private final ImportRows rows;
    private final Texts texts;

    ReportService(ImportRows rows, Texts texts) {
        this.rows = rows;
        this.texts = texts;
    }

    /** Writes every row. */
    void write(UUID id, Locale locale, OutputStream out) throws IOException {
        try (CsvOut lines = new CsvOut(out)) {
            lines.row(Stream.of("row", "code", "name", "outcome", "why-refused", "alike", "decision")
                    .map(name -> texts.text(locale, "register." + name))
                    .toList());
            int after = 0;
            while (true) {
                List<ImportRow> page = rows.list(id, Show.ALL, after, PAGE, locale);
                if (page.isEmpty()) {
                    return;
                }
                for (ImportRow row : page) {
                    lines.row(cells(row, locale));
                }
                after = page.get(page.size() - 1).row();
            }
        }
    }

    private String row(Likeness one, Locale locale) {
        return one.row() == null ? "" : " " + texts.text(locale, "register.alike.in-file", Map.of("row", one.row()));
    }

    private List<String> cells(ImportRow row, Locale locale) {
        String errors = row.errors().stream()
                .map(wrong -> wrong.field() + ": " + wrong.message())
                .collect(Collectors.joining(" / "));
        String alike = row.alike().stream()
                .map(one -> one.code() + " " + one.name().in(locale) + " (" + one.percent() + "%)" + row(one, locale))
                .collect(Collectors.joining(" / "));
        String decision = row.decision() == null
                ? ""
                : texts.text(locale, "register.decision." + row.decision())
                        + (row.sameAs() == null ? "" : " " + Objects.requireNonNull(row.sameAs()));
        return List.of(
                String.valueOf(row.row()),
                row.code(),
                row.name(),
                texts.text(locale, "register.fate." + row.outcome()),
                errors,
                alike,
                decision);
    }
}

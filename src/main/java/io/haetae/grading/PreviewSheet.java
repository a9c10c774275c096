package io.haetae.grading;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes what moves as a file that spreadsheets open, in the reader's language. */
@ApplicationScoped
class PreviewSheet {

    /** What a spreadsheet would take for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final Texts texts;
    private final RequestLanguage language;

    PreviewSheet(Texts texts, RequestLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    void write(List<PreviewRow> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF'); // without it a Korean spreadsheet reads the file as CP949
        Locale locale = language.get();
        try (SequenceWriter lines = new CsvMapper().writerFor(List.class).writeValues(writer)) {
            lines.write(List.of(
                    texts.text(locale, "grading.system-code"),
                    texts.text(locale, "grading.system"),
                    texts.text(locale, "grading.owner"),
                    texts.text(locale, "grading.what-if.from"),
                    texts.text(locale, "grading.what-if.to"),
                    texts.text(locale, "grading.why")));
            for (PreviewRow row : rows) {
                lines.write(List.of(
                        guard(row.system()),
                        guard(row.systemName().in(locale)),
                        guard(row.owner()),
                        row.from() == null ? "" : row.from().toString(),
                        String.valueOf(row.to()),
                        guard(why(row.why(), locale))));
            }
        }
    }

    private static String why(List<LocalizedText> why, Locale locale) {
        return why.stream().map(one -> one.in(locale)).collect(Collectors.joining("; "));
    }

    private static String guard(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}

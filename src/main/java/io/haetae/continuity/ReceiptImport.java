package io.haetae.continuity;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes a file of receipts: looks at every row first, then takes all of them, or the right ones if asked. */
@ApplicationScoped
class ReceiptImport {

    private final ReceiptService receipts;
    private final Texts texts;
    private final RequestLanguage language;

    ReceiptImport(ReceiptService receipts, Texts texts, RequestLanguage language) {
        this.receipts = receipts;
        this.texts = texts;
        this.language = language;
    }

    ReceiptReport bring(UUID activation, byte[] file, boolean dryRun, boolean partial) {
        List<ReceiptFile.Line> lines = ReceiptFile.read(file, activation);
        List<ReceiptCommand> readable = lines.stream()
                .filter(line -> line.errors().isEmpty())
                .map(ReceiptFile.Line::receipt)
                .toList();
        boolean allReadable = readable.size() == lines.size();
        List<ReceiptService.Judged> judged =
                receipts.takeAll(activation, readable, dryRun || !partial && !allReadable, partial);
        List<ReceiptReport.Row> rows = new ArrayList<>();
        int next = 0;
        for (ReceiptFile.Line line : lines) {
            if (line.errors().isEmpty()) {
                ReceiptService.Judged one = judged.get(next++);
                rows.add(row(line, one.number(), one.errors()));
            } else {
                rows.add(row(line, null, line.errors()));
            }
        }
        return ReceiptReport.of(dryRun, partial, rows);
    }

    private ReceiptReport.Row row(ReceiptFile.Line line, @Nullable String number, List<FieldError> errors) {
        List<ReceiptReport.Wrong> wrong = errors.stream()
                .map(error -> new ReceiptReport.Wrong(
                        error.pointer(),
                        error.code(),
                        texts.text(language.get(), "field." + error.code(), error.facts())))
                .toList();
        return new ReceiptReport.Row(line.row(), number, wrong);
    }
}

package io.haetae.register.transfer;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comma-separated values as Korean spreadsheets open them. */
final class CsvOut implements SystemSheet {

    private final SequenceWriter rows;

    CsvOut(OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF'); // without it a Korean spreadsheet reads the file as CP949
        rows = new CsvMapper().writerFor(List.class).writeValues(writer);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        List<String> texts = new ArrayList<>();
        for (@Nullable Object cell : cells) {
            texts.add(cell == null ? "" : guard(cell.toString()));
        }
        rows.write(texts);
    }

    /** Keeps a spreadsheet from running a cell as a formula; the import takes the mark off again. */
    static String guard(String cell) {
        return !cell.isEmpty() && Table.FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}

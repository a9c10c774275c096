package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.haetae.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A file of comma-separated values with a header.
 *
 * @param headers as the file has them
 * @param paths what each header names
 */
record CsvTable(List<String> headers, List<String> paths, List<Line> lines) {

    /** Well beyond the number of systems that the whole government has. */
    static final int MAX_ROWS = 50_000;

    /** Spreadsheets run a cell that begins so as a formula. */
    static final String FORMULA = "=+-@\t\r";

    /**
     * One row.
     *
     * @param number as a spreadsheet counts: the header is row 1
     */
    record Line(int number, List<String> cells) {

        /** The cell of a column; rows may be short. */
        String cell(int column) {
            if (column >= cells.size()) {
                return "";
            }
            String cell = Objects.requireNonNullElse(cells.get(column), "").strip();
            boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
            return guarded ? cell.substring(1) : cell;
        }

        boolean blank() {
            return cells.stream().allMatch(cell -> cell == null || cell.isBlank());
        }
    }

    /** Reads a file; refuses one that is no UTF-8, no CSV, or has columns that nobody knows. */
    static CsvTable read(byte[] file) {
        List<List<String>> rows = rows(text(file));
        if (rows.isEmpty()) {
            throw new Refusal(TransferError.NO_ROWS);
        }
        List<String> headers = rows.get(0);
        List<String> paths = paths(headers);
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Line line = new Line(i + 1, rows.get(i));
            if (!line.blank()) {
                lines.add(line);
            }
        }
        if (lines.isEmpty()) {
            throw new Refusal(TransferError.NO_ROWS);
        }
        return new CsvTable(headers, paths, lines);
    }

    /** The header under which the file has a field: the column itself or the one whose list it is part of. */
    String header(String path) {
        String name = path;
        while (true) {
            int column = paths.indexOf(name);
            if (column >= 0) {
                return headers.get(column).strip();
            }
            int dot = name.lastIndexOf('.');
            if (dot < 0) {
                return path;
            }
            name = name.substring(0, dot);
        }
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Refusal(TransferError.NOT_UTF8); // UTF-16, as spreadsheets like to write it
            }
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refusal(TransferError.NOT_UTF8);
        }
    }

    private static List<List<String>> rows(String text) {
        List<List<String>> rows = new ArrayList<>();
        try (MappingIterator<List<String>> read = CsvMapper.builder()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .build()
                .readerForListOf(String.class)
                .readValues(text)) {
            while (read.hasNextValue()) {
                rows.add(read.nextValue());
                if (rows.size() > MAX_ROWS + 1) {
                    throw new Refusal(TransferError.TOO_MANY_ROWS, Map.of("limit", MAX_ROWS));
                }
            }
        } catch (JsonProcessingException e) {
            throw new Refusal(TransferError.NO_CSV, Map.of("row", rows.size() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<String> paths(List<String> headers) {
        List<String> paths = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String header : headers) {
            String path = Columns.path(header);
            if (path == null) {
                throw new Refusal(TransferError.UNKNOWN_COLUMN, Map.of("value", header.strip()));
            }
            if (!seen.add(path)) {
                throw new Refusal(TransferError.REPEATED_COLUMN, Map.of("value", header.strip()));
            }
            paths.add(path);
        }
        if (!seen.contains(Columns.CODE)) {
            throw new Refusal(TransferError.MISSING_COLUMN, Map.of("value", Columns.CODE));
        }
        return paths;
    }
}

package io.haetae.grading.consolidation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import io.haetae.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of comma-separated values with one year of one system in each row.
 *
 * @param lines in order
 */
record UseTable(List<Line> lines) {

    /** As many systems as the whole government has, and more. */
    static final int MOST = 20_000;

    UseTable {
        lines = List.copyOf(lines);
    }

    /** What a column holds; its heading may be Korean too. */
    enum Column {
        SYSTEM("system", "시스템코드"),
        YEAR("year", "연도"),
        USERS("users", "연간이용자"),
        TRANSACTIONS("transactions", "연간처리건수"),
        COST("costWon", "연간운영비"),
        SATISFACTION("satisfaction", "만족도"),
        RESPONSE("responseMillis", "평균응답시간"),
        SOURCE("source", "출처"),
        MEASURED_ON("measuredOn", "측정일");

        final String heading;
        final String korean;

        Column(String heading, String korean) {
            this.heading = heading;
            this.korean = korean;
        }

        static @Nullable Column of(String heading) {
            for (Column column : values()) {
                if (column.heading.equalsIgnoreCase(heading) || column.korean.equals(heading.replace(" ", ""))) {
                    return column;
                }
            }
            return null;
        }

        static String all() {
            List<String> headings = new ArrayList<>();
            for (Column column : values()) {
                headings.add(column.heading);
            }
            return String.join(", ", headings);
        }
    }

    /**
     * One row.
     *
     * @param number as a spreadsheet counts: the header is row 1
     */
    record Line(int number, Map<Column, String> cells) {

        /** The cell without blanks; what is empty, UNKNOWN or 미상 is unknown. */
        @Nullable
        String cell(Column column) {
            String text = cells.getOrDefault(column, "").strip();
            boolean unknown = text.isEmpty() || text.equalsIgnoreCase("UNKNOWN") || text.equals("미상");
            return unknown ? null : text;
        }
    }

    /** Reads a file. Refuses (400) one that is no table, or has a column that is not known. */
    static UseTable read(byte[] file) {
        String text = new String(file, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0 || text.indexOf('\uFFFD') >= 0) {
            throw noTable();
        }
        List<List<String>> rows = rows(text.startsWith("\uFEFF") ? text.substring(1) : text);
        if (rows.size() < 2) {
            throw noTable();
        }
        List<Column> columns = columns(rows.get(0));
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            Map<Column, String> cells = new EnumMap<>(Column.class);
            for (int c = 0; c < Math.min(columns.size(), rows.get(i).size()); c++) {
                cells.put(columns.get(c), rows.get(i).get(c));
            }
            if (cells.values().stream().anyMatch(cell -> !cell.isBlank())) {
                lines.add(new Line(i + 1, cells));
            }
        }
        return new UseTable(lines);
    }

    private static List<Column> columns(List<String> headings) {
        List<Column> columns = new ArrayList<>();
        for (String heading : headings) {
            Column column = Column.of(heading.strip());
            if (column == null || columns.contains(column)) {
                throw noTable();
            }
            columns.add(column);
        }
        if (!columns.containsAll(List.of(Column.SYSTEM, Column.YEAR, Column.SOURCE, Column.MEASURED_ON))) {
            throw noTable();
        }
        return columns;
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
                if (rows.size() > MOST + 1) {
                    throw new Refusal(ConsolidationError.TOO_MANY_ROWS, Map.of("limit", MOST));
                }
            }
        } catch (JsonProcessingException e) {
            throw noTable();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Refusal noTable() {
        return new Refusal(ConsolidationError.NO_TABLE, Map.of("allowed", Column.all()));
    }
}

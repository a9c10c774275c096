package io.haetae.register.transfer;

import io.haetae.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a file under the fields that its columns mean; columns that mean none are left out. */
record Table(List<Column> columns, List<Line> lines) {

    /** Spreadsheets run a cell that begins so as a formula. */
    static final String FORMULA = "=+-@\t\r";

    /**
     * One column.
     *
     * @param index place in the file, from 0
     * @param header as the file has it
     * @param path the field
     */
    record Column(int index, String header, String path) {}

    /**
     * One row.
     *
     * @param number as a spreadsheet counts: the header is row 1
     */
    record Line(int number, List<String> cells) {

        /** The cell of a column; rows may be short. */
        String cell(int column) {
            if (column < 0 || column >= cells.size()) {
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

    /** The rows with the columns that are known by name or that {@code said} names; refuses any other column. */
    static Table of(TableFile file, Map<String, String> said) {
        List<@Nullable String> paths = new ArrayList<>();
        for (String header : file.headers()) {
            String path = said.containsKey(header) ? said.get(header) : Columns.path(header);
            if (path == null) {
                throw new Refusal(TransferError.UNKNOWN_COLUMN, Map.of("value", header));
            }
            paths.add(path.isEmpty() ? null : path);
        }
        return under(file, paths);
    }

    /** The rows with the columns as they are told in their order; null for one that is left out. */
    static Table under(TableFile file, List<@Nullable String> paths) {
        List<Column> columns = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < paths.size(); i++) {
            String path = paths.get(i);
            if (path == null) {
                continue;
            }
            String header = file.headers().get(i);
            if (!Columns.knows(path)) {
                throw new Refusal(TransferError.UNKNOWN_COLUMN, Map.of("value", path));
            }
            if (!seen.add(path)) {
                throw new Refusal(TransferError.REPEATED_COLUMN, Map.of("value", header));
            }
            columns.add(new Column(i, header, path));
        }
        if (!seen.contains(Columns.CODE)) {
            throw new Refusal(TransferError.MISSING_COLUMN, Map.of("value", Columns.CODE));
        }
        return new Table(columns, file.lines());
    }

    boolean has(String path) {
        return index(path) >= 0;
    }

    /** Where the file has a field; -1 where it has not. */
    int index(String path) {
        return columns.stream()
                .filter(column -> column.path().equals(path))
                .mapToInt(Column::index)
                .findFirst()
                .orElse(-1);
    }

    /** The header under which the file has a field: the column itself or the one whose list it is part of. */
    String header(String path) {
        for (String name = path; ; name = name.substring(0, name.lastIndexOf('.'))) {
            int index = index(name);
            if (index >= 0) {
                return columns.stream()
                        .filter(column -> column.index() == index)
                        .findFirst()
                        .orElseThrow()
                        .header();
            }
            if (!name.contains(".")) {
                return path;
            }
        }
    }
}

package io.haetae.grading.consolidation;

import io.haetae.grading.consolidation.UseTable.Column;
import io.haetae.grading.consolidation.UseTable.Line;
import io.haetae.kernel.FieldError;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file as it was understood.
 *
 * @param said null when a cell cannot be read
 * @param errors every cell that cannot
 */
record UseRow(String system, int year, @Nullable UseStatement said, List<FieldError> errors) {

    UseRow {
        errors = List.copyOf(errors);
    }

    static UseRow read(Line line) {
        Cells cells = new Cells(line);
        Integer year = cells.needed(Column.YEAR, "not-a-number", Integer::valueOf);
        Long users = cells.whole(Column.USERS);
        Long transactions = cells.whole(Column.TRANSACTIONS);
        Long cost = cells.whole(Column.COST);
        BigDecimal satisfaction = cells.read(Column.SATISFACTION, "not-a-number", BigDecimal::new);
        Long response = cells.whole(Column.RESPONSE);
        String source = cells.needed(Column.SOURCE, "required", text -> text);
        LocalDate measuredOn = cells.needed(Column.MEASURED_ON, "not-a-date", LocalDate::parse);
        String system = Objects.requireNonNullElse(line.cell(Column.SYSTEM), "");
        if (year == null || source == null || measuredOn == null || !cells.errors.isEmpty()) {
            return new UseRow(system, year == null ? 0 : year, null, cells.errors);
        }
        UseStatement said = new UseStatement(users, transactions, cost, satisfaction, response, source, measuredOn);
        return new UseRow(system, year, said, List.of());
    }

    /** Reads cells, and remembers those that cannot be read. */
    private static final class Cells {

        private final Line line;
        private final List<FieldError> errors = new ArrayList<>();

        Cells(Line line) {
            this.line = line;
        }

        @Nullable
        Long whole(Column column) {
            return read(column, "not-a-number", text -> Long.valueOf(text.replace(",", "")));
        }

        <T> @Nullable T needed(Column column, String code, Function<String, T> reader) {
            if (line.cell(column) == null) {
                errors.add(FieldError.of("/" + column.heading, "required"));
                return null;
            }
            return read(column, code, reader);
        }

        <T> @Nullable T read(Column column, String code, Function<String, T> reader) {
            String text = line.cell(column);
            if (text == null) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (NumberFormatException | DateTimeParseException e) {
                errors.add(FieldError.of("/" + column.heading, code, text));
                return null;
            }
        }
    }
}

package io.haetae.register.transfer;

import io.haetae.register.transfer.Decided.Decision;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people say of an import. */
final class ImportCommands {

    private ImportCommands() {}

    /** What the columns mean. A column that is not named is left out. */
    record Mapping(
            @NotEmpty @Size(max = TableFile.MAX_COLUMNS) List<@Valid @NotNull ColumnField> columns) {

        Mapping {
            columns = columns == null ? List.of() : List.copyOf(columns);
        }
    }

    /**
     * What one column means.
     *
     * @param column as people count, from 1
     * @param field the field by its JSON path, such as {@code name.ko}
     */
    record ColumnField(
            @Min(1) @Max(TableFile.MAX_COLUMNS) int column,
            @NotNull @Size(max = 100) String field) {}

    /** What becomes of rows. */
    record Decisions(@NotEmpty @Size(max = 5_000) List<@Valid @NotNull RowDecision> decisions) {

        Decisions {
            decisions = decisions == null ? List.of() : List.copyOf(decisions);
        }
    }

    /**
     * What becomes of one row.
     *
     * @param decision null takes back what was said
     * @param as code of the system that it is; with {@code SAME} only
     */
    record RowDecision(
            @Min(2) int row,
            @Nullable Decision decision,
            @Nullable @Size(max = 40) String as) {}

    /**
     * Writing what was looked at.
     *
     * @param partial the right rows even when others are wrong
     * @param undecided {@code NEW} or {@code SKIP}: what becomes of rows that look like a system and of which nobody has
     *     said what they are; needed when there are any
     */
    record Application(boolean partial, @Nullable Decision undecided) {}
}

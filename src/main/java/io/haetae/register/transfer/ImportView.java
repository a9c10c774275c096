package io.haetae.register.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.haetae.register.transfer.Decided.Decision;
import io.haetae.register.transfer.TableFile.Format;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the register.
 *
 * @param applying whether it is, or was last, applied; else looked at
 * @param partial whether the right rows are applied even when others are wrong
 * @param undecided what becomes of rows that look like a system and of which nobody has said what they are
 * @param alike rows that look like a system there is
 * @param open those of them of which nobody has said what they are
 */
record ImportView(
        UUID id,
        String fileName,
        Format format,
        State state,
        boolean applying,
        boolean partial,
        @Nullable Decision undecided,
        List<MappedColumn> columns,
        Progress progress,
        Map<RowFate, Integer> counts,
        int alike,
        int open,
        @Nullable Problem problem,
        Instant createdAt,
        String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    ImportView {
        columns = List.copyOf(columns);
        counts = Map.copyOf(counts);
    }

    /** How far it is. */
    enum State {
        /** Its columns are to be told. */
        MAPPING,
        /** A replica will take it up. */
        WAITING,
        RUNNING,
        /** Looked at; nothing is written. */
        CHECKED,
        APPLIED,
        FAILED,
        /** The replica that carried it out is gone; nothing of it was written. */
        BROKEN_OFF
    }

    /**
     * A column of the file.
     *
     * @param column as people count, from 1
     * @param sample the first thing in it
     * @param field the field it means, or null when it is left out
     */
    record MappedColumn(
            int column,
            String header,
            String sample,
            @Nullable String field) {}

    /** Rows in the file and how many of them are read, looked at, written and wrong. */
    record Progress(int rows, int read, int checked, int written, int failed) {}

    /** Why it failed, in the reader's language. */
    record Problem(String code, String title, String detail) {}

    ImportView with(Problem told) {
        return new ImportView(
                id, fileName, format, state, applying, partial, undecided, columns, progress, counts, alike, open, told,
                createdAt, createdBy, startedAt, endedAt);
    }

    /** Whether something is being done with it, or about to be. */
    public boolean busy() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** Whether its columns may be told now. */
    public boolean mappable() {
        return !busy() && state != State.APPLIED;
    }

    /** Whether it was to be applied and was not, because rows are wrong. */
    public boolean refused() {
        return state == State.CHECKED && applying;
    }

    /** How far the work is, of 100: the look counts as half of an application. */
    @JsonProperty
    public int percent() {
        if (!busy()) {
            return 100;
        }
        if (progress.rows() == 0) {
            return 0;
        }
        int done = applying ? progress.checked() + progress.written() : progress.checked();
        return (int) (99L * done / ((applying ? 2L : 1L) * progress.rows()));
    }

    /** The fields in the order of the columns. */
    List<@Nullable String> paths() {
        List<@Nullable String> paths = new ArrayList<>();
        columns.forEach(column -> paths.add(column.field()));
        return paths;
    }
}

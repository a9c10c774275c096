package io.haetae.register.transfer;

import io.haetae.kernel.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A system there is, or an earlier row of the same file, whose name is much like that of a row.
 *
 * @param row the earlier row as a spreadsheet counts; null for a system there is
 * @param sameOwner whether both belong to one institution
 * @param similarity of the names, of 1
 */
record Likeness(
        String code,
        LocalizedText name,
        boolean sameOwner,
        double similarity,
        @Nullable Integer row) {

    /** In hundredths. */
    public int percent() {
        return (int) Math.round(similarity * 100);
    }
}

package io.haetae.register.transfer;

import io.haetae.kernel.LocalizedText;

/**
 * A system there is whose name is much like that of a row.
 *
 * @param sameOwner whether both belong to one institution
 * @param similarity of the names, of 1
 */
record Likeness(String code, LocalizedText name, boolean sameOwner, double similarity) {

    /** In hundredths. */
    public int percent() {
        return (int) Math.round(similarity * 100);
    }
}

package io.haetae.identity;

import java.util.UUID;

/**
 * What somebody may do in another's right, by a delegation in force.
 *
 * @param act such as {@code grading.answer}
 * @param institution code of the institution for which it is done
 * @param holder name of the person whose right it is
 */
public record Mandate(UUID delegation, String act, String institution, String holder) {

    /** For whom, as it stands beside what was done. */
    public String onBehalfOf() {
        return holder + " (" + institution + ")";
    }
}

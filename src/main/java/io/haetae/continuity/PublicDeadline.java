package io.haetae.continuity;

import io.haetae.continuity.relief.Due;
import io.haetae.kernel.LocalizedText;
import java.time.LocalDate;
import java.util.List;

/**
 * What the public is told of the deadlines of one service.
 *
 * @param says in words
 * @param source article, or whose notice
 * @param moved for each day that the failure touched, what a deadline on it has become; empty until the system runs
 *     again, and where it hangs on each person's own document
 */
public record PublicDeadline(LocalizedText service, LocalizedText says, String source, List<Moved> moved) {

    /** A deadline on one day has become another. */
    public record Moved(LocalDate original, String now) {

        static Moved of(LocalDate original, Due now) {
            return new Moved(original, now.toString());
        }
    }
}

package io.haetae.grading.consolidation;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Page;
import io.haetae.kernel.Paged;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The systems that were looked at.
 *
 * @param counts how many there are of each, whatever is listed
 * @param title of the rules, as people read it
 */
public record CandidateList(
        int year,
        String ruleSet,
        String version,
        LocalizedText title,
        Counts counts,
        List<Candidate> items,
        @Nullable String next)
        implements Paged {

    /** Of the systems looked at, those that are candidates, those that are not, and those of which too little is known. */
    public record Counts(int candidates, int others, int unknown) {}

    /** As a page of a list. */
    public Page<Candidate> page() {
        return new Page<>(items, next);
    }
}

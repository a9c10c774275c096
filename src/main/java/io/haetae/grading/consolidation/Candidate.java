package io.haetae.grading.consolidation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.rule.Consolidation.Answer;
import io.haetae.rule.Consolidation.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A system as the rules of consolidation see it.
 *
 * @param systemGrade null while it has none
 * @param candidate whether it is to be looked at for a merge or an abolition
 * @param reasons one per criterion; one whose fact is unknown has no words
 * @param facts what is known of the year
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Candidate(
        String system,
        LocalizedText name,
        String owner,
        @Nullable Integer systemGrade,
        int year,
        Answer candidate,
        Answer lowUse,
        Answer lowPerformance,
        List<Reason> reasons,
        UseYear facts) {

    public Candidate {
        reasons = List.copyOf(reasons);
    }

    /** The criteria by which it is low. */
    public List<Reason> low() {
        return reasons.stream().filter(reason -> reason.low() == Answer.YES).toList();
    }

    /** The criteria of which nobody knows. */
    public List<Reason> open() {
        return reasons.stream().filter(reason -> reason.low() == Answer.UNKNOWN).toList();
    }
}

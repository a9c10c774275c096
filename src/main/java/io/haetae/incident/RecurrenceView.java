package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether this failure is a repeated one, and what is proposed.
 *
 * @param ruleSet that says so, null when none is in force
 * @param causeKind of this failure, null while nobody has said
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RecurrenceView(
        @Nullable String ruleSet,
        @Nullable String version,
        @Nullable CauseKind causeKind,
        List<Found> found) {

    public RecurrenceView {
        found = List.copyOf(found);
    }

    /**
     * A rule that holds.
     *
     * @param system that failed again, or null
     * @param institution that owns it, to which a recommendation would go
     * @param earlier numbers of the failures before it that the reader may see
     * @param count of all of them, with this one
     * @param recommend where the recommendation that is proposed can be made
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Found(
            String rule,
            LocalizedText name,
            String source,
            @Nullable String system,
            @Nullable String institution,
            List<String> earlier,
            int count,
            LocalizedText says,
            LocalizedText recommends,
            String recommend) {

        public Found {
            earlier = List.copyOf(earlier);
        }
    }
}

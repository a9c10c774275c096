package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recorded decision about a stage.
 *
 * @param recommended what the rule set recommended when it was recorded, null when it could not
 * @param consultationDue whether the consultation that follows an urgent decision is still to be held
 * @param corrects the record it corrects
 * @param correctedBy the record that corrects it: then it no longer counts
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StageView(
        UUID id,
        String leadAgency,
        Stage stage,
        Instant at,
        Instant recordedAt,
        String recordedBy,
        String reason,
        @Nullable Stage recommended,
        StageCommand.@Nullable Meeting assessmentMeeting,
        @Nullable Consultation consultation,
        boolean consultationDue,
        StageCommand.Decider decidedBy,
        @Nullable String documentNumber,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy) {

    /** Consultation as it stands: held then, or still to come after an urgent decision. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Consultation(
            @Nullable Instant at, @Nullable String with, boolean urgentFirst) {}

    /** Whether it counts, or a later record replaced it. */
    public boolean counts() {
        return correctedBy == null;
    }

    /** Attendees in one line. */
    public String attendees() {
        return assessmentMeeting == null ? "" : String.join(", ", assessmentMeeting.present());
    }

    static List<StageView> counting(List<StageView> all) {
        return all.stream().filter(StageView::counts).toList();
    }
}

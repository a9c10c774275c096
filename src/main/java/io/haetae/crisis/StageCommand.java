package io.haetae.crisis;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision of people about the stage of one lead agency.
 *
 * @param leadAgency whose stage
 * @param stage the stage; {@code NONE} lifts
 * @param at from when on it stands, which may be before now; now when null
 * @param reason why
 * @param assessmentMeeting the 상황판단회의 that decided, null when there was none
 * @param consultation with the minister of MOIS (재난안전법 제38조)
 * @param decidedBy who decided: deciders do not log in
 * @param documentNumber of the document
 * @param corrects id of the record that this one replaces, null for a decision of its own
 */
public record StageCommand(
        @NotBlank @Size(max = 40) String leadAgency,
        @NotNull Stage stage,
        @Nullable Instant at,
        @NotBlank @Size(max = 4_000) String reason,
        @Nullable @Valid Meeting assessmentMeeting,
        @Nullable @Valid Consultation consultation,
        @NotNull @Valid Decider decidedBy,
        @Nullable @Size(max = 100) String documentNumber,
        @Nullable UUID corrects) {

    /** 상황판단회의. */
    public record Meeting(
            @NotNull Instant heldAt,
            @NotBlank @Size(max = 200) String chair,
            @Nullable @Size(max = 200) List<@NotBlank @Size(max = 200) String> attendees,
            @Nullable @Size(max = 20_000) String minutes) {

        List<String> present() {
            return attendees == null ? List.of() : attendees;
        }
    }

    /** Either a consultation that was held, or the mark that one acted first because it was urgent. */
    public record Consultation(
            @Nullable Instant at,
            @Nullable @Size(max = 40) String with,
            @Nullable Boolean urgentFirst) {

        boolean isUrgent() {
            return Boolean.TRUE.equals(urgentFirst);
        }
    }

    /** Who decided. */
    public record Decider(
            @NotBlank @Size(max = 200) String name,
            @NotBlank @Size(max = 200) String position) {}
}

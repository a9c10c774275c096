package io.haetae.support;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Help as it is asked for or offered.
 *
 * @param system code of a system that is not housed in NIRS
 * @param incident number of a failure of it that is not over
 * @param at when it was asked, such as by telephone; now, when left out
 * @param mode how they are to help
 * @param fields in which somebody has to know the way about
 * @param reason why its own people do not suffice
 * @param what is to be done, and what is known so far
 * @param contact whom to call there
 */
public record SupportCommand(
        @NotBlank @Size(max = 40) String system,
        @NotBlank @Size(max = 40) String incident,
        @Nullable Instant at,
        @NotNull Mode mode,
        @NotEmpty @Size(max = 6) List<@NotNull Field> fields,
        @NotNull Reason reason,
        @NotBlank @Size(max = 4_000) String what,
        @NotBlank @Size(max = 200) String contact) {

    /** How they are to help. */
    public enum Mode {
        REMOTE,
        ON_SITE
    }

    /** Fields of support: those of the team's experts that are published by name, and the rest. */
    public enum Field {
        SERVER,
        STORAGE,
        SOFTWARE,
        SECURITY,
        NETWORK,
        OTHER
    }

    /** Why: experts act on hard, compound and repeated failures; 기타 is for whatever else leaves nobody to help. */
    public enum Reason {
        HARD,
        COMPOUND,
        REPEATED,
        OTHER
    }
}

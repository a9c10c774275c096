package io.haetae.identity;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change of an institution as others see it; the fields asked for are those of {@link InstitutionChangeCommand}.
 *
 * @param institution the one that goes on
 * @param state whether it holds
 * @param effectedAt when it took effect, null before
 * @param failure why it could not take effect on its day, null when it could
 */
public record InstitutionChangeView(
        UUID id,
        InstitutionChangeCommand.Kind kind,
        String institution,
        State state,
        LocalDate effectiveOn,
        @Nullable LocalizedText name,
        @Nullable InstitutionKind becomes,
        @Nullable String standardCode,
        @Nullable String region,
        @Nullable String parent,
        @Nullable String centralAuthority,
        List<String> former,
        String reason,
        @Nullable String decidedBy,
        @Nullable String document,
        Instant recordedAt,
        String recordedBy,
        @Nullable Instant effectedAt,
        @Nullable String failure) {

    public InstitutionChangeView {
        former = List.copyOf(former);
    }

    /** Where a change stands. */
    public enum State {
        /** Its day is to come. */
        PLANNED,
        EFFECTIVE,
        WITHDRAWN
    }

    /** Whether it puts the institution elsewhere in the tree. */
    public boolean move() {
        return kind == InstitutionChangeCommand.Kind.MOVE;
    }

    /** Whether others end in it. */
    public boolean merger() {
        return kind == InstitutionChangeCommand.Kind.MERGER;
    }

    /** Whether it can still be withdrawn. */
    public boolean planned() {
        return state == State.PLANNED;
    }
}

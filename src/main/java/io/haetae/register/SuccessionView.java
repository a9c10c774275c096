package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of systems.
 *
 * @param at from when on the register says so
 */
public record SuccessionView(
        UUID id,
        EndedAs kind,
        Instant at,
        List<Part> former,
        List<Part> latter,
        String reason,
        @Nullable String decidedBy,
        @Nullable String document,
        String recordedBy) {

    public SuccessionView {
        former = List.copyOf(former);
        latter = List.copyOf(latter);
    }

    /** A system, as far as everybody may know it. */
    public record Part(
            String code, LocalizedText name, @Nullable Integer systemGrade) {}
}

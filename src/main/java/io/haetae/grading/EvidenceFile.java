package io.haetae.grading;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.KeptFile;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file of evidence of an assessment.
 *
 * @param criterion which fact it shows, null for the assessment as a whole
 * @param by name of whoever put it there
 * @param withdrawal why it counts no more, null while it does
 * @param href where its content stands, null when it was withdrawn before it was ever handed in
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvidenceFile(
        UUID id,
        String name,
        String contentType,
        int size,
        String sha256,
        @Nullable String criterion,
        @Nullable String note,
        Instant at,
        String by,
        @Nullable Withdrawal withdrawal,
        @Nullable String href) {

    /** That it was put there by mistake or is out of date. */
    public record Withdrawal(Instant at, String by, String reason) {}

    static EvidenceFile of(
            KeptFile file, @Nullable String criterion, @Nullable Withdrawal withdrawal, boolean readable) {
        return new EvidenceFile(
                file.id(),
                file.name(),
                file.contentType(),
                file.size(),
                file.sha256(),
                criterion,
                file.note(),
                file.at(),
                file.by(),
                withdrawal,
                readable ? file.href() : null);
    }
}

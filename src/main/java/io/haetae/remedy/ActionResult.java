package io.haetae.remedy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * 조치결과.
 *
 * @param text what was done
 * @param evidence what shows it: a document, a link, a measurement
 * @param documentNumber under which it was sent
 */
public record ActionResult(
        @NotBlank @Size(max = 4_000) String text,
        @NotBlank @Size(max = 4_000) String evidence,
        @Nullable @Size(max = 200) String documentNumber) {}

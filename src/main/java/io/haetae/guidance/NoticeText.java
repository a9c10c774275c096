package io.haetae.guidance;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/** The words of a notice. */
public record NoticeText(
        @NotNull @Valid LocalizedText title, @NotNull @Valid LocalizedText body) {}

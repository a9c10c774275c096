package io.haetae.guidance;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft. What is left out is drafted from the activation.
 *
 * @param activation the continuity plan at work that it is about
 */
public record NoticeCommand(
        @NotNull UUID activation,
        @Nullable @Valid LocalizedText title,
        @Nullable @Valid LocalizedText body) {}

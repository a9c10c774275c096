package io.haetae.change;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/**
 * What the public reads about a window, once it is approved.
 *
 * @param title in a few words
 * @param text what cannot be used meanwhile, and what to do instead
 */
public record Announcement(
        @NotNull @Valid LocalizedText title, @NotNull @Valid LocalizedText text) {}

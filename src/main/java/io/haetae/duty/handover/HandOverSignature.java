package io.haetae.duty.handover;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A signature: of the giver under what stands there now, of the taker under what the giver signed.
 *
 * @param edition the edition that the taker has read; the giver names none
 * @param note said with it, or null
 */
public record HandOverSignature(
        @Nullable @Min(1) Integer edition,
        @Nullable @Size(max = 2_000) String note) {}

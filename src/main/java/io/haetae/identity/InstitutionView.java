package io.haetae.identity;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An institution as others see it; the fields are those of {@link InstitutionCommand}.
 *
 * @param successor the institution that took its place, null while it lives
 */
public record InstitutionView(
        String code,
        LocalizedText name,
        InstitutionKind kind,
        @Nullable String parent,
        @Nullable String centralAuthority,
        @Nullable String standardCode,
        @Nullable String region,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        @Nullable String successor,
        int version)
        implements Versioned {}

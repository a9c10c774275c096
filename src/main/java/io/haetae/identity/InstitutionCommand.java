package io.haetae.identity;

import io.haetae.kernel.LocalizedText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An institution to create, or its whole new state.
 *
 * @param code short and permanent: capital letters, digits and hyphens
 * @param name in both languages
 * @param kind what it is
 * @param parent code of the institution above, or null
 * @param centralAuthority code of the institution that confirms the grades of its systems
 *     (중앙사무관장기관, 전자정부법 제2조); may be itself
 * @param standardCode 행정표준코드 of the institution
 * @param region 시·도 it belongs to
 * @param validFrom first day it exists
 * @param validUntil last day it exists, or null
 */
public record InstitutionCommand(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Z0-9-]{0,39}")
        String code,

        @NotNull @Valid LocalizedText name,
        @NotNull InstitutionKind kind,
        @Nullable String parent,
        @Nullable String centralAuthority,
        @Nullable @Size(max = 20) String standardCode,
        @Nullable @Size(max = 40) String region,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {}

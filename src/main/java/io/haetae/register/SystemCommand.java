package io.haetae.register;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.SystemParts.Contact;
import io.haetae.register.SystemParts.ExternalId;
import io.haetae.register.SystemParts.Recovery;
import io.haetae.register.SystemParts.Resource;
import io.haetae.register.SystemTraits.Audience;
import io.haetae.register.SystemTraits.Cloud;
import io.haetae.register.SystemTraits.DataClass;
import io.haetae.register.SystemTraits.Zone;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A system to create, or its whole new state. The confirmed grade is no part of it: grading decides that.
 *
 * @param code permanent; the name that monitoring tools and other registers use
 * @param owner code of the institution that answers for it
 * @param operator code of the institution that runs it; the owner when absent
 * @param leadAgency code of the 재난관리주관기관 (재난안전법 제38조), or null when none may lead, as for a court's system
 * @param site code of the site that houses it
 * @param room code of the room within the site
 * @param major 주요 정보시스템, designated by MOIS (전자정부법 제56조의5 제1항); for a new entry no when absent, and
 *     for one that is there as it is: it changes by a designation only
 * @param largeScale 대규모 정보시스템; no when absent
 * @param inServiceFrom first day of service
 * @param inServiceUntil last day of service
 * @param publicText the owner's pre-approved words for a failure
 */
public record SystemCommand(
        @NotNull @Pattern(regexp = "[A-Z0-9][A-Za-z0-9._-]{0,39}")
        String code,

        @NotNull @Valid LocalizedText name,
        @NotBlank @Size(max = 40) String owner,
        @Nullable @Size(max = 40) String operator,
        @Nullable @Size(max = 40) String leadAgency,
        @Nullable @Size(max = 40) String site,
        @Nullable @Size(max = 40) String room,
        @Nullable Audience audience,
        @Nullable Zone zone,
        @Nullable DataClass dataClass,
        @Nullable Boolean major,
        @Nullable Boolean largeScale,
        @Nullable Cloud cloud,
        @Nullable LocalDate inServiceFrom,
        @Nullable LocalDate inServiceUntil,
        @Size(max = 20) List<@Valid @NotNull ExternalId> externalIds,
        @Nullable @Valid LocalizedText publicText,
        @Size(max = 100) List<@Valid @NotNull PublicService> services,
        @Size(max = 50) List<@Valid @NotNull Contact> contacts,
        @Size(max = 500) List<@Valid @NotNull Resource> resources,
        @Nullable @Valid Recovery recovery) {

    public SystemCommand {
        externalIds = List.copyOf(Objects.requireNonNullElse(externalIds, List.of()));
        services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        resources = List.copyOf(Objects.requireNonNullElse(resources, List.of()));
    }

    /**
     * The same with what an absent field stands for, so that two states can be compared.
     *
     * @param designated whether the entry is a major system now: what the command does not mention stays so
     */
    SystemCommand complete(boolean designated) {
        return new SystemCommand(
                code,
                name,
                owner,
                operatorOrOwner(),
                leadAgency,
                site,
                room,
                audience,
                zone,
                dataClass,
                Objects.requireNonNullElse(major, designated),
                isLargeScale(),
                cloud,
                inServiceFrom,
                inServiceUntil,
                externalIds,
                publicText,
                services,
                contacts,
                resources,
                recovery);
    }

    /** The same under another code and name. External ids stay behind: each means one entry. */
    SystemCommand under(String newCode, LocalizedText newName) {
        return new SystemCommand(
                newCode,
                newName,
                owner,
                operator,
                leadAgency,
                site,
                room,
                audience,
                zone,
                dataClass,
                major,
                largeScale,
                cloud,
                inServiceFrom,
                inServiceUntil,
                List.of(),
                publicText,
                services,
                contacts,
                resources,
                recovery);
    }

    /** The operator named, else the owner. */
    String operatorOrOwner() {
        return Objects.requireNonNullElse(operator, owner);
    }

    boolean isMajor() {
        return Boolean.TRUE.equals(major);
    }

    boolean isLargeScale() {
        return Boolean.TRUE.equals(largeScale);
    }
}

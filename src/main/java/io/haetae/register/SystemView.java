package io.haetae.register;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Versioned;
import io.haetae.register.SystemParts.Contact;
import io.haetae.register.SystemParts.ExternalId;
import io.haetae.register.SystemParts.Recovery;
import io.haetae.register.SystemParts.Resource;
import io.haetae.register.SystemTraits.Audience;
import io.haetae.register.SystemTraits.Cloud;
import io.haetae.register.SystemTraits.DataClass;
import io.haetae.register.SystemTraits.Zone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a system; for the fields see {@link SystemCommand}.
 *
 * @param region 시·도 of its site
 * @param housedInNirs whether its site is one of the NIRS centres
 * @param systemGrade confirmed grade, null while there is none
 * @param endedAt when the entry ended; null while it lives
 * @param endedAs how it ended
 * @param demonstration whether the entry is made up for showing the product
 * @param withheld names of what this reader is not shown, see {@link #face}
 * @param scopeKeys the keys that reach it, see {@link io.haetae.kernel.Scope}; never sent out
 */
public record SystemView(
        UUID id,
        String code,
        int version,
        LocalizedText name,
        String owner,
        String operator,
        @Nullable String leadAgency,
        @Nullable String site,
        @Nullable String room,
        @Nullable String region,
        boolean housedInNirs,
        @Nullable Audience audience,
        @Nullable Zone zone,
        @Nullable DataClass dataClass,
        boolean major,
        boolean largeScale,
        @Nullable Cloud cloud,
        @Nullable LocalDate inServiceFrom,
        @Nullable LocalDate inServiceUntil,
        List<ExternalId> externalIds,
        @Nullable LocalizedText publicText,
        List<PublicService> services,
        List<Contact> contacts,
        List<Resource> resources,
        @Nullable Recovery recovery,
        @Nullable Integer systemGrade,
        @Nullable Instant systemGradeSince,
        boolean demonstration,
        @Nullable Instant endedAt,
        @Nullable EndedAs endedAs,
        Instant changedAt,
        String changedBy,
        List<String> withheld,
        @JsonProperty(access = Access.WRITE_ONLY) Set<String> scopeKeys)
        implements Versioned, SystemEntry {

    private static final List<String> INSIDE = List.of("resources", "files");

    public SystemView {
        externalIds = List.copyOf(Objects.requireNonNullElse(externalIds, List.of()));
        services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
        contacts = List.copyOf(Objects.requireNonNullElse(contacts, List.of()));
        resources = List.copyOf(Objects.requireNonNullElse(resources, List.of()));
        withheld = List.copyOf(Objects.requireNonNullElse(withheld, List.of()));
        scopeKeys = Set.copyOf(Objects.requireNonNullElse(scopeKeys, Set.of()));
    }

    /** As the reader may see it: the whole, or its operational face. */
    SystemView shownTo(Scope reader) {
        return reader.seesInside(scopeKeys) ? this : face();
    }

    /** Its operational face: all but what it is built of and its evidence, which would tell an attacker where to begin. */
    private SystemView face() {
        return new SystemView(
                id,
                code,
                version,
                name,
                owner,
                operator,
                leadAgency,
                site,
                room,
                region,
                housedInNirs,
                audience,
                zone,
                dataClass,
                major,
                largeScale,
                cloud,
                inServiceFrom,
                inServiceUntil,
                externalIds,
                publicText,
                services,
                contacts,
                List.of(),
                recovery,
                systemGrade,
                systemGradeSince,
                demonstration,
                endedAt,
                endedAs,
                changedAt,
                changedBy,
                INSIDE,
                scopeKeys);
    }

    /** Whether one of its services is one on which life or safety hangs. */
    public boolean hasEmergencyService() {
        return services.stream().anyMatch(PublicService::emergency);
    }

    /** The state as one would write it, without what others decide. */
    public SystemCommand asCommand() {
        return new SystemCommand(
                code,
                name,
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
                externalIds,
                publicText,
                services,
                contacts,
                resources,
                recovery);
    }
}

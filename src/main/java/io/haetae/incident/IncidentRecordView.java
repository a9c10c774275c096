package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.KeptFile;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an incident beside its facts.
 *
 * @param aliases numbers that were merged into it
 * @param roles who holds or held a role, those that are held first
 * @param links in both directions
 * @param files attachments
 * @param statements what was said to the public, the latest first; everything else here is internal
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IncidentRecordView(
        List<String> aliases,
        List<Held> roles,
        List<Link> links,
        List<KeptFile> files,
        List<StatementView> statements) {

    public IncidentRecordView {
        aliases = List.copyOf(aliases);
        roles = List.copyOf(roles);
        links = List.copyOf(links);
        files = List.copyOf(files);
        statements = List.copyOf(statements);
    }

    /** Somebody in a role, from when to when; {@code until} is null while it is held. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Held(
            ResponseRole role,
            UUID person,
            String name,
            Instant from,
            @Nullable Instant until,
            String by,
            @Nullable String note,
            @Nullable String endNote) {}

    /**
     * A link as this incident sees it.
     *
     * @param outward whether this incident says so; else the other does
     * @param to number of the other incident, or of the change
     * @param title of the other incident, null when the reader may not see it and for a change
     * @param state of the other incident, null likewise
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Link(
            UUID id,
            LinkKind kind,
            boolean outward,
            String toKind,
            String to,
            @Nullable String title,
            @Nullable IncidentState state,
            @Nullable String note,
            Instant at,
            String by) {}

    /** Who holds a role now. */
    public List<Held> held() {
        return roles.stream().filter(role -> role.until() == null).toList();
    }

    /** Who held one before. */
    public List<Held> former() {
        return roles.stream().filter(role -> role.until() != null).toList();
    }
}

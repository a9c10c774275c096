package io.haetae.incident;

import io.haetae.incident.IncidentCommand.PlaceState;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place of an incident.
 *
 * @param site code
 * @param room within it, null for the whole site
 * @param state out or running again
 */
@Embeddable
record IncidentLocation(
        String site,
        @Nullable String room,
        @Enumerated(EnumType.STRING) PlaceState state) {

    boolean samePlace(IncidentLocation other) {
        return site.equals(other.site) && Objects.equals(room, other.room);
    }
}

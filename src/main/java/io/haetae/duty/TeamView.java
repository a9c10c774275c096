package io.haetae.duty;

import io.haetae.kernel.Versioned;
import java.util.List;
import java.util.UUID;

/**
 * A team as others see it.
 *
 * @param id of the team
 * @param institution whose
 * @param name what people call it
 * @param lead who keeps its rosters
 * @param members who may take a turn, by name
 * @param rosters in use
 * @param version for If-Match
 */
public record TeamView(
        UUID id,
        String institution,
        String name,
        DutyPerson lead,
        List<DutyPerson> members,
        List<Roster> rosters,
        int version)
        implements Versioned {

    public TeamView {
        members = List.copyOf(members);
        rosters = List.copyOf(rosters);
    }

    /** A roster by name. */
    public record Roster(UUID id, String name, DutyFunction function) {}
}

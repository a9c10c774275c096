package io.haetae.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A team that keeps rosters.
 *
 * @param institution code of the institution whose functions it holds
 * @param name what people call it
 * @param lead log-in name of whoever keeps its rosters
 * @param members log-in names of everybody who may take a turn
 */
public record NewTeam(
        @NotBlank @Size(max = 40) String institution,
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 80) String lead,
        @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 80) String> members) {

    TeamChange state() {
        return new TeamChange(name, lead, members);
    }
}

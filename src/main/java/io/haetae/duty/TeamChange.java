package io.haetae.duty;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What may change of a team: its name, its lead and its members, as in {@link NewTeam}. */
public record TeamChange(
        @NotBlank @Size(max = 100) String name,
        @NotBlank @Size(max = 80) String lead,
        @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 80) String> members) {}

package io.haetae.duty.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the giver adds to what the rooms tell.
 *
 * @param remark about the whole shift, or null
 * @param notes about single matters, by their keys; a matter that is left out has no note
 */
public record HandOverNotes(
        @Nullable @Size(max = 10_000) String remark,

        @NotNull @Size(max = 2_000)
        Map<@NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00]*") String, @NotBlank @Size(max = 1_000) String>
                notes) {

    public HandOverNotes {
        notes = notes == null
                ? Map.of()
                : Collections.unmodifiableMap(new HashMap<>(notes)); // blanks are refused by name
    }
}

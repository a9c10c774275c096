package io.haetae.procedure;

import io.haetae.kernel.LocalizedText;
import io.haetae.procedure.engine.ManualRole;
import io.haetae.procedure.engine.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a manual.
 *
 * @param active whether it is in force
 * @param content the file as it was loaded
 */
record ManualView(
        String id,
        String kind,
        String version,
        LocalizedText title,
        LocalizedText purpose,
        boolean draft,
        boolean active,
        List<String> basis,
        String subject,
        List<Integer> startsOn,
        List<ManualRole> roles,
        List<Step> steps,
        String sha256,
        Instant loadedAt,
        List<String> versions,
        String content) {

    /** The role of that id, for pages. */
    @Nullable
    ManualRole role(@Nullable String id) {
        return roles.stream().filter(role -> role.id().equals(id)).findFirst().orElse(null);
    }
}

package io.haetae.intake;

import org.jspecify.annotations.Nullable;

/**
 * What a list of alerts is asked for; null does not narrow it.
 *
 * @param source name of the source
 * @param system code of the system
 * @param incident number of the incident
 */
public record AlertFilter(
        @Nullable AlertState state,
        @Nullable String source,
        @Nullable String system,
        @Nullable String incident) {

    /** The alerts of one incident. */
    static AlertFilter of(String incident) {
        return new AlertFilter(null, null, null, incident);
    }
}

package io.haetae.support;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.haetae.kernel.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A support request in a list.
 *
 * @param failureGrade 장애등급 of the incident now
 * @param people names of those who are sent
 * @param lastAt when its last step happened
 * @param scope keys that reach its system
 * @param seq its place in the list; for the cursor
 */
public record SupportRow(
        String number,
        SupportState state,
        Party origin,
        String system,
        LocalizedText systemName,
        String incident,
        @Nullable Integer failureGrade,
        String institution,
        SupportCommand.Mode mode,
        boolean exercise,
        Instant askedAt,
        Instant lastAt,
        List<String> people,
        @JsonIgnore List<String> scope,
        @JsonIgnore long seq) {

    public SupportRow {
        people = List.copyOf(people);
        scope = List.copyOf(scope);
    }
}

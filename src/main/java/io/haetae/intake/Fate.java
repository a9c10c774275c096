package io.haetae.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one alert of a post.
 *
 * @param fingerprint what the source calls it
 * @param incident number of its incident
 * @param why in the caller's language
 */
public record Fate(
        @Nullable String fingerprint,
        Outcome outcome,
        @Nullable String incident,
        String why) {

    /** What became of every alert of a post, in the order in which it names them. */
    public record Answer(
            @JsonInclude(JsonInclude.Include.ALWAYS) List<Fate> results) {}
}

package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A crisis in a list, with the stages that stand. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CrisisRow(
        String number,
        String title,
        boolean exercise,
        Instant openedAt,
        @Nullable Instant closedAt,
        int incidents,
        Map<String, Stage> standing) {

    /** A stage that stands. */
    public record Standing(String leadAgency, Stage stage) {}

    /** The stages that stand, by lead agency. */
    public List<Standing> stages() {
        return standing.entrySet().stream()
                .map(entry -> new Standing(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The worst stage that stands. */
    public Stage worst() {
        return standing.values().stream().max(Stage::compareTo).orElse(Stage.NONE);
    }
}

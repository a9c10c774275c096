package io.haetae.crisis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was known when a report was drafted. Kept with the report, so that it reads the same ever after.
 *
 * @param board how many systems were restored
 * @param incidents the incidents that belonged to the crisis
 * @param standing the stage of each lead agency
 * @param headquarters the bodies that stood
 * @param recommended what the rules recommended
 */
public record ReportFacts(
        Board board,
        List<CrisisView.Part> incidents,
        Map<String, Standing> standing,
        List<Body> headquarters,
        List<Advice> recommended) {

    public ReportFacts {
        incidents = List.copyOf(incidents);
        headquarters = List.copyOf(headquarters);
        recommended = List.copyOf(recommended);
    }

    /** A stage that stood, and since when. */
    public record Standing(Stage stage, Instant since, String decidedBy) {}

    /** A stage that stood, with whose it was. */
    public record Issued(String leadAgency, Standing standing) {}

    /** The stages that stood, by lead agency. */
    public List<Issued> stages() {
        return standing.entrySet().stream()
                .map(entry -> new Issued(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** A body that stood. */
    public record Body(
            HeadquartersKind kind,
            String institution,
            @Nullable String head,
            Instant since) {}

    /** A stage that was recommended. */
    public record Advice(
            String leadAgency,
            @Nullable Stage stage,
            @Nullable String why) {}
}

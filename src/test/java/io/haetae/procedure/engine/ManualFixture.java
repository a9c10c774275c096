package io.haetae.procedure.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** Manuals read as the service reads them. */
final class ManualFixture {

    static final String EXAMPLE = "sop/example/1.yaml";

    static final Map<String, SubjectFacts> SUBJECTS = Map.of(
            "INCIDENT",
            new SubjectFacts(
                    Set.of("state", "failureGrade", "recovered", "acknowledged", "security", "lifeSafety", "major"),
                    Set.of(
                            "cause",
                            "damage",
                            "actions",
                            "department",
                            "contact",
                            "occurredAt",
                            "recognisedAt",
                            "expectedRecoveryAt",
                            "security",
                            "lifeSafety",
                            "deadlineToday",
                            "service",
                            "people",
                            "substitute",
                            "data"),
                    Set.of("service", "people", "substitute", "data")));

    private ManualFixture() {}

    static String example() {
        return text(Path.of("src/test/resources/manuals", EXAMPLE));
    }

    static Manual read(String file, String yaml) {
        return ManualReader.read(file, yaml, text(Path.of("manuals/schema.json")), SUBJECTS);
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

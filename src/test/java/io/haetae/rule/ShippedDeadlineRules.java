package io.haetae.rule;

import io.haetae.rule.engine.ReliefRules;
import io.haetae.rule.engine.RuleSetReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The rules for deadlines that come with the product, read as the service reads them. */
public final class ShippedDeadlineRules {

    private ShippedDeadlineRules() {}

    public static DeadlineRules read() {
        try {
            Path folder = Path.of("grading-rules/deadline");
            String yaml = Files.readString(folder.resolve("law-2025/1.yaml"));
            return new DeadlineRules((ReliefRules) RuleSetReader.read(
                    "deadline/law-2025/1.yaml", yaml, Files.readString(folder.resolve("schema.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

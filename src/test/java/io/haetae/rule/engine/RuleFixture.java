package io.haetae.rule.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The shipped rule files, read as the service reads them. */
final class RuleFixture {

    private static final Path FOLDER = Path.of("grading-rules");

    private RuleFixture() {}

    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RuleSet shipped(String file) {
        return read(file, text(file));
    }

    static RuleSet read(String file, String yaml) {
        return RuleSetReader.read(file, yaml, text(file.substring(0, file.indexOf('/')) + "/schema.json"));
    }

    static WeightedRules systemGrade() {
        return (WeightedRules) shipped("system-grade/mois-2024/1.yaml");
    }

    static WorstOfRules failureGrade() {
        return (WorstOfRules) shipped("failure-grade/product-default/1.yaml");
    }

    static WorstOfRules crisisStage() {
        return (WorstOfRules) shipped("crisis-stage/product-default/1.yaml");
    }
}

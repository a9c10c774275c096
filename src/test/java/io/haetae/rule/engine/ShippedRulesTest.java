package io.haetae.rule.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedRulesTest {

    static List<String> files() throws IOException {
        try (Stream<Path> paths = Files.walk(Path.of("grading-rules"))) {
            return paths.filter(path -> path.toString().endsWith(".yaml"))
                    .map(path -> Path.of("grading-rules").relativize(path).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_shipped_rule_set_fits_its_schema_and_agrees_with_its_examples(String file) {
        RuleSet.Header header = RuleFixture.shipped(file).header();

        assertThat(file).isEqualTo(header.ruleSet() + "/" + header.version() + ".yaml");
    }

    @ParameterizedTest
    @MethodSource("files")
    void every_shipped_rule_set_says_what_is_a_product_default(String file) {
        RuleSet.Header header = RuleFixture.shipped(file).header();

        assertThat(header.title().ko()).contains("제품 기본값");
        assertThat(header.title().en()).contains("product default, not MOIS");
    }

    @Test
    void the_kinds_that_are_needed_are_shipped() throws IOException {
        assertThat(files())
                .contains(
                        "consolidation/product-default/1.yaml",
                        "correlation/product-default/1.yaml",
                        "crisis-stage/product-default/1.yaml",
                        "deadline/law-2025/1.yaml",
                        "escalation-policy/product-default/1.yaml",
                        "failure-grade/product-default/1.yaml",
                        "rebuild/product-default/1.yaml",
                        "recurrence/product-default/1.yaml",
                        "reporting-clock/product-default/1.yaml",
                        "reporting-clock/product-default/2.yaml",
                        "system-grade/mois-2024/1.yaml");
    }
}

package io.haetae.intake;

import io.haetae.kernel.YamlFile;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The published table that maps the severities of sources to one scale, 1 the worst (product default). It is evidence:
 * the failure grade is computed from what is known of the failure, never copied from here.
 */
@ApplicationScoped
class Severities {

    private static final String FILE = "intake/severity.yaml";

    private final List<Scheme> schemes = load();

    /**
     * The words of one family of tools.
     *
     * @param levels words by level, 4 the mildest first
     */
    public record Scheme(String name, List<Adapter> adapters, Map<Integer, List<String>> levels) {}

    /** The table, for people. */
    List<Scheme> table() {
        return schemes;
    }

    /** The level of a word, null when the table does not know it. */
    @Nullable
    Integer level(Adapter adapter, @Nullable String word) {
        if (word == null) {
            return null;
        }
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        for (Scheme scheme : schemes) {
            if (scheme.adapters().contains(adapter)) {
                for (Map.Entry<Integer, List<String>> level : scheme.levels().entrySet()) {
                    if (level.getValue().contains(wanted)) {
                        return level.getKey();
                    }
                }
            }
        }
        return null;
    }

    private static List<Scheme> load() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(FILE)) {
            String yaml = new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8);
            List<Scheme> schemes = new ArrayList<>();
            YamlFile.YAML.readTree(yaml).path("schemes").forEach(scheme -> {
                List<Adapter> adapters = new ArrayList<>();
                scheme.path("adapters")
                        .forEach(word ->
                                adapters.add(Adapter.valueOf(word.asText().toUpperCase(Locale.ROOT))));
                Map<Integer, List<String>> levels = new LinkedHashMap<>();
                for (int level = 4; level >= 1; level--) {
                    List<String> words = new ArrayList<>();
                    scheme.path("levels").path(String.valueOf(level)).forEach(word -> words.add(word.asText()));
                    levels.put(level, List.copyOf(words));
                }
                schemes.add(new Scheme(scheme.path("name").asText(), List.copyOf(adapters), levels));
            });
            return List.copyOf(schemes);
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }
}

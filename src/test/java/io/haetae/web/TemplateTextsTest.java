package io.haetae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTextsTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TEXT = Pattern.compile("t:of\\('([^']+)'");
    private static final Pattern OPTIONS = Pattern.compile("t:options\\('([^']+)', '([^']+)'\\)");
    private static final Pattern INLINE = Pattern.compile("\\sstyle=|<style|<script>|\\son[a-z]+=|hx-on|javascript:");

    private final Texts texts = new Texts();

    @Test
    void every_text_a_template_names_is_in_the_bundles() {
        Set<String> missing = new TreeSet<>();
        for (Path template : templates()) {
            String html = read(template);
            Matcher text = TEXT.matcher(html);
            while (text.find()) {
                note(missing, text.group(1));
            }
            Matcher options = OPTIONS.matcher(html);
            while (options.find()) {
                for (String value : options.group(2).split(",", -1)) {
                    note(missing, options.group(1) + "." + value);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void no_template_carries_style_or_script_that_the_content_security_policy_forbids() {
        assertThat(templates().stream()
                        .filter(template -> INLINE.matcher(read(template)).find())
                        .map(Path::toString))
                .isEmpty();
    }

    private void note(Set<String> missing, String key) {
        if (!texts.knows(key)) {
            missing.add(key);
        }
    }

    private static List<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

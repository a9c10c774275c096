package io.haetae.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The message bundles: {@code messages/<room>.<language>.properties}, UTF-8, one pair per room. Placeholders are
 * named, {@code {value}}, so that word order is free in each language. A test holds both languages to the same keys.
 */
@ApplicationScoped
public class Texts {

    /** Rooms that have a bundle. A room's keys begin with its own words; a key stands in one bundle only. */
    public static final List<String> BUNDLES = List.of(
            "kernel",
            "audit",
            "identity",
            "deadline",
            "notify",
            "duty",
            "rule",
            "register",
            "grading",
            "consolidation",
            "procedure",
            "remedy",
            "change",
            "incident",
            "intake",
            "continuity",
            "support",
            "crisis",
            "review",
            "guidance",
            "web");

    private final Map<String, String> korean = load("ko");
    private final Map<String, String> english = load("en");

    /** The text under {@code key} in the reader's language, or the key itself in brackets when there is none. */
    public String text(Locale locale, String key, Map<String, ?> facts) {
        String text = table(locale).get(key);
        return text == null ? "[" + key + "]" : fill(text, facts);
    }

    /** The text under {@code key}, which has no placeholders. */
    public String text(Locale locale, String key) {
        return text(locale, key, Map.of());
    }

    /** Whether the bundles know {@code key}. */
    public boolean knows(String key) {
        return korean.containsKey(key);
    }

    /** Both languages of one key, for messages that go out in both. */
    public LocalizedText both(String key, Map<String, ?> facts) {
        return new LocalizedText(text(Locale.KOREAN, key, facts), text(Locale.ENGLISH, key, facts));
    }

    /** Puts the facts in place of their {@code {name}}; a name without a fact stays as it is. */
    public static String fill(String text, Map<String, ?> facts) {
        String filled = text;
        for (Map.Entry<String, ?> fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        return filled;
    }

    private Map<String, String> table(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? english : korean;
    }

    private static Map<String, String> load(String language) {
        Map<String, String> all = new TreeMap<>();
        for (String bundle : BUNDLES) {
            for (Map.Entry<Object, Object> entry : read(bundle, language).entrySet()) {
                String key = entry.getKey().toString();
                if (all.put(key, entry.getValue().toString()) != null) {
                    throw new IllegalStateException("message key stands twice: " + key + " (" + language + ")");
                }
            }
        }
        return Map.copyOf(all);
    }

    private static Properties read(String bundle, String language) {
        String name = "messages/" + bundle + "." + language + ".properties";
        Properties properties = new Properties();
        try (InputStream stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (stream != null) {
                properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}

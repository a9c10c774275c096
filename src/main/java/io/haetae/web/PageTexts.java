package io.haetae.web;

import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateExtension.TemplateAttribute;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts in templates: {@code {t:of('key')}}, in the language of the reader. */
@TemplateExtension(namespace = "t")
final class PageTexts {

    private PageTexts() {}

    /** The text under the key; facts as name and value in turn: {@code {t:of('web.found', 'count', n)}}. */
    static String of(@TemplateAttribute("reader") Object reader, String key, Object... facts) {
        return reader(reader).text(key, facts(reader(reader).locale(), facts));
    }

    /** The text of one of a kind, such as an enum's constant: the key is {@code kind.value}. Nothing for nothing. */
    static String name(@TemplateAttribute("reader") Object reader, String kind, @Nullable Object value) {
        return value == null ? "–" : reader(reader).text(kind + "." + value, Map.of());
    }

    /** Choices for a select: constants, or their names divided by commas, with the texts of the kind. */
    static List<Form.Option> options(@TemplateAttribute("reader") Object reader, String kind, Object values) {
        List<Form.Option> options = new ArrayList<>();
        for (Object value : each(values)) {
            options.add(new Form.Option(value.toString(), reader(reader).text(kind + "." + value, Map.of())));
        }
        return options;
    }

    /** A localised text in the reader's language. */
    static String in(@TemplateAttribute("reader") Object reader, @Nullable LocalizedText text) {
        return text == null ? "" : text.in(reader(reader).locale());
    }

    /** How long until the moment, or how long ago it passed. The page's script keeps it true afterwards. */
    static String due(@TemplateAttribute("reader") Object reader, Instant at) {
        Reader to = reader(reader);
        Duration left = Duration.between(to.clock().instant(), at);
        String key = left.isNegative() ? "web.clock.over" : "web.clock.left";
        return to.text(key, Map.of("t", PageFormats.duration(left, to.locale())));
    }

    /** So many minutes as a duration. */
    static String minutes(@TemplateAttribute("reader") Object reader, long minutes) {
        return PageFormats.duration(Duration.ofMinutes(minutes), reader(reader).locale());
    }

    /** How long ago the moment was. */
    static String since(@TemplateAttribute("reader") Object reader, Instant at) {
        Reader to = reader(reader);
        return PageFormats.duration(Duration.between(at, to.clock().instant()), to.locale());
    }

    private static Collection<?> each(Object values) {
        if (values instanceof Collection<?> many) {
            return many;
        }
        if (values instanceof Object[] array) {
            return Arrays.asList(array);
        }
        return List.of(values.toString().split(",", -1));
    }

    private static Map<String, Object> facts(Locale locale, Object[] pairs) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i + 1 < pairs.length; i += 2) {
            Object value = pairs[i + 1];
            facts.put(
                    String.valueOf(pairs[i]),
                    value instanceof Number number ? PageFormats.number(number, locale) : String.valueOf(value));
        }
        return facts;
    }

    private static Reader reader(Object attribute) {
        return (Reader) attribute;
    }

    /** Who a template is made for, as far as words go; every template carries one. */
    record Reader(Locale locale, Texts texts, Clock clock) {

        String text(String key, Map<String, ?> facts) {
            return texts.text(locale, key, facts);
        }
    }
}

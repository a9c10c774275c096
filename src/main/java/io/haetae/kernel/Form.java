package io.haetae.kernel;

import jakarta.validation.ConstraintViolationException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A posted HTML form: what was typed is kept as typed, and what is wrong stands beside its field. A field is named
 * like the JSON pointer of the command it fills, with dots: {@code systems.0.code} for {@code /systems/0/code}, so
 * that a refusal of the service finds its field.
 */
public final class Form {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm", Locale.ROOT);

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final List<FieldError> wrong = new ArrayList<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private @Nullable String problem;
    private Map<String, Object> facts = Map.of();

    private Form() {}

    /** A form nobody has filled in yet. */
    public static Form blank() {
        return new Form();
    }

    /** The form as it was posted. */
    public static Form of(Map<String, List<String>> posted) {
        Form form = new Form();
        posted.forEach((name, typed) -> {
            if (Stream.concat(Stream.of(name), typed.stream()).anyMatch(text -> text.indexOf('\0') >= 0)) {
                throw new Refusal(KernelError.INVALID); // no browser sends it, and the database takes no such text
            }
            form.values.put(name, List.copyOf(typed));
        });
        return form;
    }

    /** Fills a field before the form is shown; an instant as local time in Seoul. */
    public Form put(String name, @Nullable Object value) {
        if (value == null) {
            values.remove(name);
        } else if (value instanceof Instant at) {
            values.put(name, List.of(MINUTE.format(at.atZone(Zones.SEOUL))));
        } else if (value instanceof Iterable<?> many) {
            List<String> all = new ArrayList<>();
            many.forEach(one -> all.add(String.valueOf(one)));
            values.put(name, all);
        } else {
            values.put(name, List.of(String.valueOf(value)));
        }
        return this;
    }

    /** The names of everything that was posted or put. */
    public Set<String> names() {
        return Set.copyOf(values.keySet());
    }

    /** What stands in the field, empty when nothing does. */
    public String value(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    /** Everything posted under the name. */
    public List<String> values(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Whether the field holds the value: for select, radio and checkbox. */
    public boolean has(String name, String value) {
        return values(name).contains(value);
    }

    /** The trimmed text, null when blank. */
    public @Nullable String text(String name) {
        String value = value(name).strip();
        return value.isEmpty() ? null : value;
    }

    /** A text the caller cannot do without: empty when blank, so that the command's own constraint refuses it. */
    public String textOrEmpty(String name) {
        return value(name).strip();
    }

    /** Refuses, with the next {@link #check()}, a form that leaves these fields blank. */
    public Form need(String... names) {
        for (String name : names) {
            if (text(name) == null) {
                wrong.add(FieldError.of("/" + name.replace('.', '/'), "required"));
            }
        }
        return this;
    }

    /** Whether a checkbox is ticked. */
    public boolean flag(String name) {
        return text(name) != null;
    }

    /** A whole number; thousands separators are allowed. */
    public @Nullable Integer integer(String name) {
        return read(name, "not-a-number", text -> Integer.valueOf(text.replace(",", "")));
    }

    /** A whole number beyond the range of {@link #integer}. */
    public @Nullable Long whole(String name) {
        return read(name, "not-a-number", text -> Long.valueOf(text.replace(",", "")));
    }

    /** A number with a fraction. */
    public @Nullable Double number(String name) {
        return read(name, "not-a-number", text -> Double.valueOf(text.replace(",", "")));
    }

    /** A moment typed as local time in Seoul. */
    public @Nullable Instant time(String name) {
        return read(name, "not-a-time", text -> LocalDateTime.parse(text.replace(' ', 'T'))
                .atZone(Zones.SEOUL)
                .toInstant());
    }

    /** A date. */
    public @Nullable LocalDate date(String name) {
        return read(name, "not-a-date", LocalDate::parse);
    }

    /** The id of something that was chosen. */
    public @Nullable UUID id(String name) {
        return read(name, "unknown-value", UUID::fromString);
    }

    /** One of an enum's names. */
    public <E extends Enum<E>> @Nullable E one(String name, Class<E> kind) {
        return read(name, "unknown-value", text -> Enum.valueOf(kind, text));
    }

    /** Refuses when a field could not be read. Call it after the last field is read. */
    public void check() {
        if (!wrong.isEmpty()) {
            throw Refusal.fields(wrong);
        }
    }

    /** Puts the refusal beside the fields it names, or above the form when it names none. */
    public Form refused(Refusal refusal, Texts texts, Locale locale) {
        facts = refusal.facts();
        if (refusal.fieldErrors().isEmpty()) {
            problem = texts.text(locale, "error." + refusal.error().code() + ".detail", refusal.facts());
        }
        return refused(refusal.fieldErrors(), texts, locale);
    }

    /** Puts what Bean Validation found beside the fields. */
    public Form refused(ConstraintViolationException violations, Texts texts, Locale locale) {
        return refused(Violations.of(violations), texts, locale);
    }

    private Form refused(List<FieldError> fields, Texts texts, Locale locale) {
        for (FieldError field : fields) {
            String text = texts.text(locale, "field." + field.code(), field.facts());
            errors.putIfAbsent(name(field.pointer()), text);
        }
        return this;
    }

    /** What is wrong with the field, null when nothing is. */
    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** Everything that is wrong, by field, in the order found. */
    public Map<String, String> errors() {
        return errors;
    }

    /** What is wrong with the whole, null when nothing is. */
    public @Nullable String problem() {
        return problem;
    }

    /** What the refusal of the whole says beside its words, for a page that shows more of it. */
    public Map<String, Object> facts() {
        return facts;
    }

    /** Whether it was refused. */
    public boolean isRefused() {
        return problem != null || !errors.isEmpty();
    }

    private <T> @Nullable T read(String name, String code, Function<String, T> reader) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException e) {
            wrong.add(FieldError.of("/" + name.replace('.', '/'), code, text));
            return null;
        }
    }

    private static String name(String pointer) {
        return pointer.startsWith("/") ? pointer.substring(1).replace('/', '.') : pointer;
    }

    /**
     * One choice of a select or a group of radio buttons.
     *
     * @param value what is posted
     * @param label what is read
     */
    public record Option(String value, String label) {}
}

package io.haetae.rule.engine;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.YamlPart;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact that a rule set declares: its type, what it may be, and what holds when it is not given.
 *
 * @param name of the fact
 * @param type of its value
 * @param values what a choice may be
 * @param min smallest number
 * @param max largest number
 * @param optional whether it may be unknown (null in an expression)
 * @param standard what holds when it is not given; null when it must be given or may be unknown
 * @param of the facts inside an object, or inside each entry of a list
 */
record Fact(
        String name,
        Type type,
        List<String> values,
        long min,
        long max,
        boolean optional,
        @Nullable Object standard,
        List<Fact> of) {

    /** Types of facts. */
    enum Type {
        INT,
        BOOL,
        CHOICE,
        TEXTS,
        OBJECT,
        LIST
    }

    /** The largest list a person or a room may hand over. */
    private static final int LONGEST = 10_000;

    static Fact read(String name, YamlPart part) {
        Type type = Type.valueOf(part.text("type").toUpperCase(Locale.ROOT));
        List<String> values = part.list("values").stream().map(YamlPart::text).toList();
        JsonNode given = part.node().path("default");
        Object standard =
                switch (type) {
                    case INT -> given.isMissingNode() ? null : given.asLong();
                    case BOOL -> given.isMissingNode() ? null : given.asBoolean();
                    case CHOICE -> given.isMissingNode() ? null : given.asText();
                    case TEXTS, LIST -> List.of();
                    case OBJECT -> Map.of();
                };
        if (type == Type.CHOICE && standard != null && !values.contains(standard)) {
            part.at("default").problem("the default must be one of " + values);
        }
        return new Fact(
                name,
                type,
                values,
                part.node().path("min").asLong(0),
                part.node().path("max").asLong(1_000_000_000_000L),
                part.node().path("optional").asBoolean(false),
                standard,
                part.fields("of").entrySet().stream()
                        .map(entry -> read(entry.getKey(), entry.getValue()))
                        .toList());
    }

    /** Reads given facts by their declarations: values in the types of expressions, defaults put in. */
    static Map<String, Object> readAll(
            List<Fact> declared, Map<?, ?> given, String pointer, boolean strict, List<FactError> errors) {
        Map<String, Object> read = new LinkedHashMap<>();
        for (Fact fact : declared) {
            Object value = fact.read(given.get(fact.name), pointer + "/" + fact.name, strict, errors);
            if (value != null) {
                read.put(fact.name, value);
            }
        }
        if (strict) {
            List<String> known = declared.stream().map(Fact::name).toList();
            given.forEach((name, value) -> {
                if (!known.contains(String.valueOf(name))) {
                    errors.add(new FactError(
                            pointer + "/" + name,
                            FactError.Kind.UNKNOWN,
                            String.valueOf(value),
                            String.join(", ", known)));
                }
            });
        }
        return read;
    }

    private @Nullable Object read(@Nullable Object given, String pointer, boolean strict, List<FactError> errors) {
        Object value = given == null ? standard : given;
        if (value == null) {
            if (!optional) {
                errors.add(new FactError(pointer, FactError.Kind.MISSING, "", allowed()));
            }
            return null;
        }
        if (!hasType(value)) {
            errors.add(new FactError(pointer, FactError.Kind.WRONG_TYPE, String.valueOf(value), allowed()));
            return null;
        }
        if (!isAllowed(value)) {
            errors.add(new FactError(pointer, FactError.Kind.NOT_ALLOWED, String.valueOf(value), allowed()));
            return null;
        }
        return switch (type) {
            case INT -> ((Number) value).longValue();
            case BOOL, CHOICE -> value;
            case TEXTS -> List.copyOf((List<?>) value);
            case OBJECT -> readAll(of, (Map<?, ?>) value, pointer, strict, errors);
            case LIST -> readList((List<?>) value, pointer, strict, errors);
        };
    }

    private List<Object> readList(List<?> entries, String pointer, boolean strict, List<FactError> errors) {
        List<Object> read = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof Map<?, ?> entry) {
                read.add(readAll(of, entry, pointer + "/" + i, strict, errors));
            } else {
                errors.add(new FactError(
                        pointer + "/" + i, FactError.Kind.WRONG_TYPE, String.valueOf(entries.get(i)), "{…}"));
            }
        }
        return read;
    }

    private boolean hasType(Object value) {
        return switch (type) {
            case INT -> isWhole(value);
            case BOOL -> value instanceof Boolean;
            case CHOICE -> value instanceof String;
            case TEXTS -> value instanceof List<?> list && list.stream().allMatch(String.class::isInstance);
            case OBJECT -> value instanceof Map<?, ?>;
            case LIST -> value instanceof List<?>;
        };
    }

    private boolean isAllowed(Object value) {
        return switch (type) {
            case INT -> ((Number) value).longValue() >= min && ((Number) value).longValue() <= max;
            case CHOICE -> values.contains(value);
            case TEXTS, LIST -> ((List<?>) value).size() <= LONGEST;
            case BOOL, OBJECT -> true;
        };
    }

    /** Whether a value is a whole number of any Java type that JSON is read into. */
    static boolean isWhole(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Short
                || (value instanceof BigInteger big && big.bitLength() < Long.SIZE);
    }

    private String allowed() {
        return switch (type) {
            case INT -> min + " … " + max;
            case BOOL -> "true, false";
            case CHOICE -> String.join(", ", values);
            case TEXTS -> "[\"…\"]";
            case OBJECT -> "{…}";
            case LIST -> "[{…}]";
        };
    }

    /** Every word a choice of these facts may be, to catch a misspelt one in an expression. */
    static Stream<String> words(List<Fact> facts) {
        return facts.stream().flatMap(fact -> Stream.concat(fact.values.stream(), words(fact.of)));
    }
}

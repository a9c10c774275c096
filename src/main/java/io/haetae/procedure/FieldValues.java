package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Field;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Holds what is written in a step's fields to what the manual asks. */
final class FieldValues {

    private static final int LONGEST = 4_000;
    private static final int MOST_PARTS = 2_000;

    private FieldValues() {}

    /** Refuses (422) every field that is unknown, missing or of the wrong kind, with what is allowed. */
    static void check(List<Field> fields, Map<String, JsonNode> said, boolean complete) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, Field> byName = fields.stream().collect(Collectors.toMap(Field::name, field -> field));
        said.forEach((name, value) -> {
            Field field = byName.get(name);
            if (field == null) {
                errors.add(new FieldError(pointer(name), "field-not-asked", Map.of("allowed", byName.keySet())));
            } else if (!isBlank(value) && !fits(field, value)) {
                errors.add(wrong(field, value));
            }
        });
        fields.stream()
                .filter(field -> complete && field.required() && isBlank(said.get(field.name())))
                .forEach(field -> errors.add(FieldError.of(pointer(field.name()), "required")));
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** The facts that these values write, by the fact's name. */
    static Map<String, JsonNode> facts(List<Field> fields, Map<String, JsonNode> said) {
        Map<String, JsonNode> facts = new LinkedHashMap<>();
        for (Field field : fields) {
            JsonNode value = said.get(field.name());
            if (field.type() == Field.Type.SYSTEM && value != null && !isBlank(value)) {
                ArrayNode parts = JsonNodeFactory.instance.arrayNode();
                codes(value).forEach(parts::add);
                facts.put(RunSubject.PARTS, parts);
            }
            if (field.fact() != null && value != null && !isBlank(value)) {
                facts.put(field.fact(), value);
            }
        }
        return facts;
    }

    /** What the subject refused of a fact, said of the field that writes it. */
    static Refusal ofFields(List<Field> fields, Refusal refusal) {
        List<FieldError> errors = refusal.fieldErrors().stream()
                .map(error -> new FieldError(
                        fieldOf(fields, error.pointer().substring(1)).orElse(error.pointer()),
                        error.code(),
                        error.facts()))
                .toList();
        return errors.isEmpty() ? refusal : Refusal.fields(errors);
    }

    private static Optional<String> fieldOf(List<Field> fields, String fact) {
        return fields.stream()
                .filter(field ->
                        field.type() == Field.Type.SYSTEM ? fact.equals(RunSubject.PARTS) : fact.equals(field.fact()))
                .map(field -> pointer(field.name()))
                .findFirst();
    }

    private static boolean fits(Field field, JsonNode value) {
        return switch (field.type()) {
            case TEXT -> value.isTextual() && value.asText().length() <= LONGEST;
            case NUMBER -> value.isNumber();
            case SYSTEM ->
                (value.isArray() || value.isTextual()) && codes(value).size() <= MOST_PARTS;
            case FLAG -> value.isBoolean();
            case TIME -> value.isTextual() && isTime(value.asText());
            case CHOICE ->
                value.isTextual()
                        && field.options().stream()
                                .anyMatch(choice -> choice.id().equals(value.asText()));
        };
    }

    private static boolean isTime(String text) {
        try {
            return OffsetDateTime.parse(text).getYear() > 0;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static FieldError wrong(Field field, JsonNode value) {
        Object allowed =
                switch (field.type()) {
                    case CHOICE ->
                        field.options().stream().map(Field.Choice::id).collect(Collectors.joining(", "));
                    case TIME -> "2026-11-22T09:00:00+09:00";
                    case FLAG -> "true, false";
                    case NUMBER -> "0, 1, 2.5 …";
                    case TEXT -> "≤ " + LONGEST;
                    case SYSTEM -> "[\"GOV24\"]";
                };
        return new FieldError(pointer(field.name()), "not-one-of", Map.of("value", value.asText(), "allowed", allowed));
    }

    /** Codes of parts, given as a list or as one text with commas. */
    static List<String> codes(JsonNode value) {
        Stream<String> texts = value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText)
                : Arrays.stream(value.asText().split("[,\\s]+", -1));
        return texts.map(String::strip)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    static boolean isBlank(@Nullable JsonNode value) {
        return value == null
                || value.isNull()
                || (value.isArray() && value.isEmpty())
                || (value.isTextual() && value.asText().isBlank());
    }

    private static String pointer(String name) {
        return "/fields/" + name;
    }
}

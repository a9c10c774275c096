package io.haetae.kernel;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON that does not fit what is asked for, as a field error: the same for a body and for the row of a file. */
public final class JsonMismatch {

    /** What a value looks like, by its type: callers know no names of classes. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("instant", "2026-11-22T09:30:00+09:00"),
            Map.entry("offsetdatetime", "2026-11-22T09:30:00+09:00"),
            Map.entry("localdate", "2026-11-22"),
            Map.entry("integer", "12"),
            Map.entry("int", "12"),
            Map.entry("long", "12"),
            Map.entry("double", "0.5"),
            Map.entry("bigdecimal", "0.5"),
            Map.entry("boolean", "true, false"),
            Map.entry("uuid", "0193571e-3c00-7000-8000-000000000000"));

    private JsonMismatch() {}

    /** Which field it is and, where that can be told, what is allowed there. */
    public static FieldError of(JsonMappingException exception) {
        String pointer = exception.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
        if (exception instanceof UnrecognizedPropertyException) {
            return FieldError.of(pointer, "unknown-field");
        }
        if (exception instanceof InvalidFormatException format) {
            return invalid(pointer, format.getTargetType(), String.valueOf(format.getValue()));
        }
        return FieldError.of(pointer, "wrong-type");
    }

    private static FieldError invalid(String pointer, Class<?> target, String value) {
        if (target.equals(String.class)) {
            return FieldError.of(pointer, "forbidden-character");
        }
        if (target.isEnum()) {
            String allowed = Arrays.stream(target.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", "));
            return new FieldError(pointer, "not-one-of", Map.of("value", value, "allowed", allowed));
        }
        String example = EXAMPLES.get(target.getSimpleName().toLowerCase(Locale.ROOT));
        return example == null
                ? FieldError.of(pointer, "wrong-type")
                : new FieldError(pointer, "wrong-format", Map.of("value", value, "allowed", example));
    }
}

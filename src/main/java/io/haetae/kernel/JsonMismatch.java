package io.haetae.kernel;

import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON that does not fit what is asked for, as a field error: the same for a body and for the row of a file. */
public final class JsonMismatch {

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
            Class<?> target = format.getTargetType();
            Map<String, Object> facts = Map.of("value", String.valueOf(format.getValue()), "allowed", allowed(target));
            return new FieldError(pointer, target.isEnum() ? "not-one-of" : "wrong-format", facts);
        }
        return FieldError.of(pointer, "wrong-type");
    }

    private static String allowed(Class<?> target) {
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        return switch (target.getSimpleName()) {
            case "Instant", "OffsetDateTime" -> "2026-11-22T09:30:00+09:00";
            case "LocalDate" -> "2026-11-22";
            default -> target.getSimpleName();
        };
    }
}

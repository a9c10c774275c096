package io.haetae.kernel;

import java.util.Map;

/**
 * One field that is wrong.
 *
 * @param pointer JSON pointer to the field, such as {@code /systems/0/code}
 * @param code message key without the {@code field.} prefix, such as {@code unknown-institution}
 * @param facts values for the message, such as what is allowed
 */
public record FieldError(String pointer, String code, Map<String, Object> facts) {

    public FieldError {
        facts = Map.copyOf(facts);
    }

    /** A field error whose message needs no values. */
    public static FieldError of(String pointer, String code) {
        return new FieldError(pointer, code, Map.of());
    }

    /** A field error that says which value was not understood. */
    public static FieldError of(String pointer, String code, Object value) {
        return new FieldError(pointer, code, Map.of("value", value));
    }
}

package io.haetae.kernel;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bean Validation's findings as field errors, with the pointer of the command's field and our own codes. */
public final class Violations {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("NotNull", "required"),
            Map.entry("NotBlank", "required"),
            Map.entry("NotEmpty", "required"),
            Map.entry("Size", "wrong-size"),
            Map.entry("Min", "too-small"),
            Map.entry("DecimalMin", "too-small"),
            Map.entry("Positive", "too-small"),
            Map.entry("PositiveOrZero", "too-small"),
            Map.entry("Max", "too-large"),
            Map.entry("DecimalMax", "too-large"),
            Map.entry("Pattern", "wrong-pattern"));

    private Violations() {}

    /** One entry per violation, ordered by pointer. */
    public static List<FieldError> of(ConstraintViolationException found) {
        return found.getConstraintViolations().stream()
                .map(Violations::of)
                .sorted(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::code))
                .toList();
    }

    private static FieldError of(ConstraintViolation<?> violation) {
        var descriptor = violation.getConstraintDescriptor();
        String constraint = descriptor.getAnnotation().annotationType().getSimpleName();
        Map<String, Object> facts = new LinkedHashMap<>();
        for (String name : List.of("min", "max", "value", "regexp")) {
            Object value = descriptor.getAttributes().get(name);
            if (value != null) {
                facts.put(name.equals("regexp") ? "allowed" : name, value);
            }
        }
        return new FieldError(pointer(violation.getPropertyPath()), CODES.getOrDefault(constraint, "invalid"), facts);
    }

    /** The path below the method's parameter: the caller knows the body, not our method. */
    static String pointer(Path path) {
        StringBuilder pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.getIndex() != null) {
                pointer.append('/').append(node.getIndex());
            }
            if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}

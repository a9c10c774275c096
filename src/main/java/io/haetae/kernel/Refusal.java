package io.haetae.kernel;

import java.util.List;
import java.util.Map;

/** The request cannot be honoured. Carries a stable code, facts for its message, and the fields that are wrong. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode error;
    private final transient Map<String, Object> facts;
    private final transient List<FieldError> fields;

    /** A refusal whose message needs no facts. */
    public Refusal(ErrorCode error) {
        this(error, Map.of(), List.of());
    }

    /** A refusal with facts; they are shown to the caller, so they hold nothing the caller may not know. */
    public Refusal(ErrorCode error, Map<String, Object> facts) {
        this(error, facts, List.of());
    }

    private Refusal(ErrorCode error, Map<String, Object> facts, List<FieldError> fields) {
        super(error.code() + (fields.isEmpty() ? "" : " " + fields));
        this.error = error;
        this.facts = Map.copyOf(facts);
        this.fields = List.copyOf(fields);
    }

    /** What the fields say cannot be: 422 with one entry per field. */
    public static Refusal fields(List<FieldError> fields) {
        return new Refusal(KernelError.UNPROCESSABLE, Map.of(), fields);
    }

    /** One field says what cannot be: 422. */
    public static Refusal field(String pointer, String code, Object value) {
        return fields(List.of(FieldError.of(pointer, code, value)));
    }

    /** No such thing, or none the actor may know of. */
    public static Refusal notFound() {
        return new Refusal(KernelError.NOT_FOUND);
    }

    public ErrorCode error() {
        return error;
    }

    public Map<String, Object> facts() {
        return facts;
    }

    public List<FieldError> fieldErrors() {
        return fields;
    }
}

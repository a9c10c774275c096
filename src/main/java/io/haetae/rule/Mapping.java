package io.haetae.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.rule.engine.EvaluationFailed;
import io.haetae.rule.engine.Projection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How a document of foreign shape is read: one CEL expression per field over the variable {@code event}. */
public final class Mapping {

    private final Projection projection;

    private Mapping(Projection projection) {
        this.projection = projection;
    }

    /** A document, ready to be read. */
    public record Document(Object content) {

        /** Takes in JSON. */
        public static Document of(JsonNode json) {
            return new Document(Projection.document(json));
        }
    }

    /** A document that an expression could not be applied to. */
    public static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        private final String field;

        Unreadable(String field, EvaluationFailed cause) {
            super(
                    Optional.ofNullable(cause.getCause())
                            .map(Throwable::getMessage)
                            .orElse(""),
                    cause);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /** Compiles the expressions; refuses (422) with the reason for each that is wrong, as {@code <pointer>/<field>}. */
    public static Mapping compile(String pointer, Map<String, String> expressions) {
        Map<String, String> wrong = new TreeMap<>();
        Projection projection = Projection.compile(expressions, wrong);
        if (!wrong.isEmpty()) {
            List<FieldError> errors = wrong.entrySet().stream()
                    .map(each -> new FieldError(
                            pointer + "/" + each.getKey(), "bad-expression", Map.of("reason", each.getValue())))
                    .toList();
            throw Refusal.fields(errors);
        }
        return new Mapping(projection);
    }

    /** The value that a field has in a document: a text, a number, an instant; null when there is none. */
    public @Nullable Object read(String field, Document document) throws Unreadable {
        try {
            return projection.value(field, document.content());
        } catch (EvaluationFailed e) {
            throw new Unreadable(field, e);
        }
    }
}

package io.haetae.web;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import io.haetae.kernel.ErrorCode;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.JsonMismatch;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.RequestLanguage;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes refusals in the caller's language. */
@RequestScoped
class Problems {

    private final Texts texts;
    private final RequestLanguage language;
    private final UriInfo uri;

    Problems(Texts texts, RequestLanguage language, UriInfo uri) {
        this.texts = texts;
        this.language = language;
        this.uri = uri;
    }

    Problem of(Refusal refusal) {
        return of(refusal.error(), refusal.facts(), refusal.fieldErrors());
    }

    Problem of(ErrorCode error, Map<String, Object> facts, List<FieldError> fields) {
        return of(error, status(error.kind()), facts, fields);
    }

    Problem of(ErrorCode error, int status, Map<String, Object> facts, List<FieldError> fields) {
        Locale locale = language.get();
        String key = "error." + error.code();
        List<Problem.Field> errors = fields.stream()
                .map(field -> new Problem.Field(field.pointer(), field.code(), message(field)))
                .toList();
        return new Problem(
                "urn:haetae:problem:" + error.code(),
                texts.text(locale, key + ".title", facts),
                status,
                texts.text(locale, key + ".detail", facts),
                uri.getPath(),
                error.code(),
                errors,
                facts);
    }

    /** A body that is no JSON or whose JSON does not fit: names the field and what is allowed there. */
    Problem malformed(JacksonException exception) {
        if (exception instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return of(KernelError.INVALID, Map.of(), List.of(JsonMismatch.of(mapping)));
        }
        var where = exception.getLocation();
        Map<String, Object> facts =
                where == null ? Map.of() : Map.of("line", where.getLineNr(), "column", where.getColumnNr());
        return of(WebError.MALFORMED, facts, List.of());
    }

    private String message(FieldError field) {
        String key = "field." + field.code();
        return texts.text(language.get(), texts.knows(key) ? key : "field.invalid", field.facts());
    }

    static int status(ErrorCode.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_LARGE -> 413;
            case UNPROCESSABLE -> 422;
            case PRECONDITION_REQUIRED -> 428;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }
}

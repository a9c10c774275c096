package io.haetae.register;

import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The query parameters of the list. */
public class SystemQuery {

    @QueryParam("q")
    @Nullable
    String q;

    @QueryParam("owner")
    @Nullable
    String owner;

    /** 1 to 4, or 0 for those without a confirmed grade. */
    @QueryParam("systemGrade")
    @Min(0)
    @Max(4)
    @Nullable
    Integer systemGrade;

    @QueryParam("major")
    @Nullable
    Boolean major;

    @QueryParam("site")
    @Nullable
    String site;

    @QueryParam("room")
    @Nullable
    String room;

    @QueryParam("asOf")
    @Nullable
    String asOf;

    @QueryParam("all")
    boolean all;

    @QueryParam("limit")
    @Nullable
    Integer limit;

    @QueryParam("cursor")
    @Nullable
    String cursor;

    /** What is asked for. */
    public SystemFilter filter() {
        return new SystemFilter(q, owner, systemGrade, major, site, room, instant(asOf), all);
    }

    /** A time with its offset, or null when absent; refuses anything else (422). */
    static @Nullable Instant instant(@Nullable String text) {
        return instant(text, "/asOf");
    }

    /** The same of the parameter at the pointer. */
    static @Nullable Instant instant(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.fields(List.of(FieldError.of(pointer, "not-a-time", text)));
        }
    }
}

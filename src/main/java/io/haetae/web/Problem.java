package io.haetae.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type stable URN of the code; never localised
 * @param title what is wrong, in the caller's language
 * @param status HTTP status
 * @param detail what to do about it, in the caller's language
 * @param instance path of the request
 * @param code the stable code itself
 * @param errors one entry per wrong field; left out when no field is to blame
 * @param facts further members, such as {@code allowed}
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Field> errors,
        @JsonAnyGetter Map<String, Object> facts) {

    /** Media type of a problem. */
    static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One wrong field.
     *
     * @param pointer JSON pointer into the body sent
     * @param code stable code
     * @param detail what is wrong and what is allowed, in the caller's language
     */
    record Field(String pointer, String code, String detail) {}
}

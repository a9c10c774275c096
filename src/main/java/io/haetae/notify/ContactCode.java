package io.haetae.notify;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** The code that came to a contact address, entered here. */
public record ContactCode(
        @NotNull @Pattern(regexp = "[0-9]{6}") String code) {

    /** Without the code: safe for the log. */
    @Override
    public String toString() {
        return "code";
    }
}

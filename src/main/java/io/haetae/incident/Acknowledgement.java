package io.haetae.incident;

import io.haetae.duty.Answer;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a call-out.
 *
 * @param note in one's own words
 * @param by how: on a page, or by telephone or text message and recorded by the acting person
 * @param onBehalfOf log-in name, or plain name, of the person reached, when it is not the acting one
 */
public record Acknowledgement(
        @Nullable @Size(max = 2_000) String note,
        Answer.By by,
        @Nullable @Size(max = 80) String onBehalfOf) {

    /** The acting person's own answer on a page. */
    static Acknowledgement onPage(String note) {
        return new Acknowledgement(note, Answer.By.PAGE, null);
    }

    public Acknowledgement {
        by = Objects.requireNonNullElse(by, Answer.By.PAGE);
    }
}

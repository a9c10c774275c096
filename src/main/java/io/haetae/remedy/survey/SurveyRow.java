package io.haetae.remedy.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A survey in a list.
 *
 * @param institutions addressed, as far as the reader sees them
 * @param answered of them, how many have answered
 * @param findings in them
 * @param awaiting whether the reader's office has not answered yet
 * @param visitOn when the reader's office is visited next; null when no visit is to come
 * @param toClose whether its last day has passed and the reader's authority has not closed it
 * @param seq its place in the list; for the cursor
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SurveyRow(
        String number,
        String authority,
        String title,
        SurveyState state,
        boolean urgent,
        LocalDate from,
        LocalDate until,
        Instant answerDueAt,
        int institutions,
        int answered,
        int findings,
        boolean awaiting,
        @Nullable LocalDate visitOn,
        boolean toClose,
        boolean exercise,
        @JsonIgnore long seq) {

    /** Percent of the institutions that have answered. */
    public int percent() {
        return institutions == 0 ? 100 : 100 * answered / institutions;
    }
}

package io.haetae.remedy.survey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A survey in a list.
 *
 * @param institutions addressed, as far as the reader sees them
 * @param answered of them, how many have answered
 * @param findings in them
 * @param awaiting whether the reader's office has not answered yet
 * @param seq its place in the list; for the cursor
 */
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
        @JsonIgnore long seq) {

    /** Percent of the institutions that have answered. */
    public int percent() {
        return institutions == 0 ? 100 : 100 * answered / institutions;
    }
}

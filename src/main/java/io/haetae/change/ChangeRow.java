package io.haetae.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.haetae.change.ChangeCommand.Risk;
import java.time.Instant;
import java.util.List;

/**
 * A change in a list.
 *
 * @param seq its place in the list; for the cursor
 */
public record ChangeRow(
        String number,
        ChangeState state,
        String title,
        List<String> systems,
        String institution,
        String responsible,
        Risk risk,
        Instant plannedFrom,
        Instant plannedUntil,
        @JsonIgnore long seq) {}

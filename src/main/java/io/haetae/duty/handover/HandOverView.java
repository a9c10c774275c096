package io.haetae.duty.handover;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.Unfinished.Matter;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hand-over as somebody may read it.
 *
 * @param institution whose shift it is
 * @param state where it stands
 * @param giver who goes off duty
 * @param taker who comes on duty
 * @param endsAt the end of the coming shift: what is due until then is in it
 * @param edition how often the giver has signed
 * @param live whether the contents are those of this moment, not yet signed
 * @param contents what is handed over; null while another still writes it
 * @param acts what was done, in order
 * @param allowed what the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HandOverView(
        UUID id,
        String institution,
        HandOverState state,
        Party giver,
        Party taker,
        Instant begunAt,
        Instant endsAt,
        int edition,
        boolean live,
        @Nullable Contents contents,
        List<Act> acts,
        List<String> allowed,
        int version)
        implements Versioned {

    public HandOverView {
        acts = List.copyOf(acts);
        allowed = List.copyOf(allowed);
    }

    /**
     * One of the two.
     *
     * @param roster by which he is on duty, or null
     * @param post team and roster as they were called then; empty without one
     * @param from begin of his shift, or null
     * @param until its end, or null
     */
    public record Party(
            UUID person,
            String name,
            @Nullable UUID roster,
            String post,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /**
     * What is handed over.
     *
     * @param at when it was so
     * @param remark about the whole shift
     * @param matters the worst first
     * @param notes about single matters, by their keys
     * @param whole false when a room had more matters than it could tell
     * @param hidden how many matters the reader may not know of
     */
    public record Contents(
            Instant at, String remark, List<Matter> matters, Map<String, String> notes, boolean whole, int hidden) {

        public Contents {
            matters = List.copyOf(matters);
            notes = Map.copyOf(notes);
        }

        /** The note on a matter, empty without one. */
        public String note(Matter matter) {
            return notes.getOrDefault(matter.key(), "");
        }
    }

    /**
     * Something that was done.
     *
     * @param rule its name, such as {@code duty.hand-over-signed}
     * @param edition of which edition
     * @param text what was said with it, or null
     */
    public record Act(
            String rule,
            int edition,
            Instant at,
            String name,
            @Nullable String text) {}
}

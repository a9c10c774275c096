package io.haetae.kernel;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a room has open, has promised and has due, told to whoever hands a shift over (인수인계). A room asks its own tables,
 * in as many statements whatever the number of matters, for what the person may know of.
 */
public interface Unfinished {

    /**
     * At most {@code most} matters, the worst first.
     *
     * @param reader who hands over; what he may not know of is left out
     * @param now the present time
     * @param until the end of the coming shift: what is due after it is left out
     */
    List<Matter> matters(Actor reader, Instant now, Instant until, int most);

    /** What becomes of a matter in the coming shift. */
    enum Sort {
        /** It goes on. */
        OPEN,
        /** Somebody was told that it would be so. */
        PROMISED,
        /** It has to be done by a time. */
        DUE
    }

    /**
     * One matter.
     *
     * @param what named in the texts as {@code duty.hand-over.what.<what>}
     * @param part which of several of that sort, such as the kind of a clock; empty when there is only one
     * @param subjectKind what it belongs to, such as {@code INCIDENT}
     * @param subjectId which one
     * @param title of the subject; its number instead where only those concerned may know more
     * @param detail in words, or null
     * @param failureGrade 장애등급 of the subject, or null
     * @param at since when it is open, or for when it is promised or due
     * @param path its page
     * @param scope keys that reach it; empty when it belongs to nobody in particular
     */
    @JsonIgnoreProperties(value = "key", allowGetters = true)
    record Matter(
            Sort sort,
            String what,
            String part,
            String subjectKind,
            String subjectId,
            String title,
            @Nullable LocalizedText detail,
            @Nullable Integer failureGrade,
            @Nullable Instant at,
            boolean exercise,
            String path,
            List<String> scope) {

        public Matter {
            scope = List.copyOf(scope);
        }

        /** Names the matter within a hand-over, the same as long as it lasts. */
        @JsonProperty
        public String key() {
            return part.isEmpty() ? what + ":" + subjectId : what + ":" + subjectId + ":" + part;
        }
    }
}

package io.haetae.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a support request; for what was asked see {@link SupportCommand}.
 *
 * @param origin which side asked
 * @param incident its number now, when it was merged into another
 * @param systemGrade 정보시스템 등급 when they were asked
 * @param failureGrade 장애등급 when they were asked
 * @param institution code of the institution for which it was asked
 * @param people who is or was sent
 * @param steps every step taken, in order
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SupportView(
        String number,
        SupportState state,
        Party origin,
        String system,
        LocalizedText systemName,
        String incident,
        @Nullable Integer systemGrade,
        @Nullable Integer failureGrade,
        String institution,
        SupportCommand.Mode mode,
        List<SupportCommand.Field> fields,
        SupportCommand.Reason reason,
        String what,
        String contact,
        boolean exercise,
        Instant askedAt,
        @Nullable Instant endedAt,
        List<Sent> people,
        List<Step> steps,
        List<String> allowed,
        int version)
        implements Versioned {

    /**
     * Somebody who is or was sent.
     *
     * @param since when the system came within reach
     * @param until when it went out of it, null while it is
     */
    public record Sent(
            String username,
            String name,
            String institution,
            Instant since,
            @Nullable Instant until) {}

    /**
     * A step that was taken.
     *
     * @param rule name of the rule it followed
     * @param at when it happened
     * @param recordedAt when it was recorded
     */
    public record Step(
            String rule,
            Instant at,
            Instant recordedAt,
            String name,
            String institution,
            @Nullable String text) {

        /** Whether it was recorded in another minute than it happened. */
        public boolean late() {
            return recordedAt.getEpochSecond() / 60 != at.getEpochSecond() / 60;
        }
    }

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }
}

package io.haetae.grading.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole of a rebuild.
 *
 * @param largeScale whether the rules call it large-scale; null when that is unknown
 * @param largeCompanies whether large companies may take part; null while the budget is unknown
 * @param largeCompaniesFrom budget in KRW from which on they may
 * @param ruleSet by which checklist, of the version it began with
 * @param next the phase that comes next, null when it is over
 * @param missing what keeps it from entering that phase
 * @param steps what was done, in order
 * @param allowed nouns the reader may put now
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record RebuildView(
        String number,
        String title,
        String system,
        LocalizedText systemName,
        String owner,
        @Nullable Long budgetWon,
        @Nullable Boolean largeScale,
        @Nullable Boolean largeCompanies,
        long largeCompaniesFrom,
        Phase phase,
        Instant begunAt,
        String ruleSet,
        String ruleVersion,
        List<Item> items,
        @Nullable Phase next,
        List<Missing> missing,
        List<Step> steps,
        List<String> allowed,
        int version)
        implements Versioned {

    public RebuildView {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
        steps = List.copyOf(steps);
        allowed = List.copyOf(allowed);
    }

    /** Whether the reader may put this noun now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }

    /**
     * One item of the checklist.
     *
     * @param before the phase it holds back
     * @param answer the last one, null while there is none
     * @param open why it is not settled; null when it is
     * @param due what is awaited of it and until when, null when nothing is
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Item(
            String id,
            Phase before,
            LocalizedText name,
            LocalizedText asks,
            boolean mandatory,
            boolean mayNotApply,
            String source,
            @Nullable Answered answer,
            @Nullable Why open,
            @Nullable Due due) {

        /** Name of the form for its answer on the page. */
        public String answerSection() {
            return "answer-" + id;
        }

        /** Name of the form for its review on the page. */
        public String reviewSection() {
            return "review-" + id;
        }

        /** Identity of the field for its reason on the page. */
        public String reasonId() {
            return "reason-" + id;
        }

        /** Identity of the field for its evidence on the page. */
        public String evidenceId() {
            return "evidence-" + id;
        }

        /** Identity of the field for the note of its review on the page. */
        public String noteId() {
            return "note-" + id;
        }
    }

    /** An answer with its last review. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Answered(
            ItemAnswer.Answer answer,
            String reason,
            @Nullable String evidence,
            Instant at,
            String by,
            String institution,
            @Nullable Reviewed review) {}

    /** A review. */
    public record Reviewed(ItemReview.Outcome outcome, String note, Instant at, String by, String institution) {}

    /** Why an item is open. */
    public enum Why {
        NOT_ANSWERED,
        UNKNOWN,
        NOT_DONE,
        COMPLETION_REQUESTED,
        /** It cannot be settled without the budget. */
        BUDGET_UNKNOWN
    }

    /** What is awaited of an item, and until when. */
    public record Due(Awaited awaits, Instant at) {}

    /** Of whom something is awaited. */
    public enum Awaited {
        /** The central authority reviews the answer. */
        REVIEW,
        /** The owner's side completes it. */
        COMPLETION
    }

    /** A mandatory item that is open. */
    public record Missing(String item, LocalizedText name, Why why) {}

    /** Something that was done. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Step(
            String rule,
            Phase phase,
            @Nullable Long budgetWon,
            @Nullable String note,
            Instant at,
            String by,
            String institution) {}
}

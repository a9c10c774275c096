package io.haetae.grading;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import io.haetae.rule.SystemGradeResult;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An assessment as its reader may see it: the owner's side sees the facts as they stand, everybody else as they were
 * submitted.
 *
 * @param system code of the system
 * @param centralAuthority who decides, null when the owner names none
 * @param facts as evaluated
 * @param counted which of the facts were counted from the register and not given
 * @param evidence where a fact is from, by criterion
 * @param result the computed grade with every reason
 * @param grade the grade decided last, null before the first decision
 * @param submissions what was handed in, oldest first
 * @param decisions what was decided, oldest first
 * @param allowed what this reader may do now, by the nouns of the API
 */
public record AssessmentView(
        UUID id,
        String system,
        LocalizedText systemName,
        String owner,
        @Nullable String centralAuthority,
        AssessmentState state,
        String ruleSet,
        String ruleSetVersion,
        String ruleSetSha256,
        Map<String, Object> facts,
        List<String> counted,
        Map<String, String> evidence,
        SystemGradeResult result,
        @Nullable Integer grade,
        List<SubmissionView> submissions,
        List<DecisionView> decisions,
        @Nullable AppealView appeal,
        Instant createdAt,
        String createdBy,
        Instant changedAt,
        @Nullable Instant notifiedAt,
        List<String> allowed,
        int version)
        implements Versioned {

    /** What was decided last, null before the first decision. */
    public @Nullable DecisionView decision() {
        return decisions.isEmpty() ? null : decisions.get(decisions.size() - 1);
    }

    /** Whether the reader may do that now. */
    public boolean allows(String noun) {
        return allowed.contains(noun);
    }

    /** The central authority for a reader, who sees when there is none. */
    public String authorityShown() {
        return centralAuthority == null ? "–" : centralAuthority;
    }

    /** The beginning of the hash: enough to compare two by eye. */
    public String shortHash() {
        return ruleSetSha256.substring(0, 12);
    }

    /** The reason given with the last decision, if there was one. */
    public @Nullable String lastReason() {
        DecisionView last = decision();
        return last == null ? null : last.reason();
    }

    /** Submissions, decisions and the appeal in the order they happened. */
    public List<Event> course() {
        Stream<Event> handedIn = submissions.stream().map(one -> new Event(one.at(), one, null, null));
        Stream<Event> decided = decisions.stream().map(one -> new Event(one.at(), null, one, null));
        Stream<Event> appealed = Stream.ofNullable(appeal).map(one -> new Event(one.at(), null, null, one));
        return Stream.of(handedIn, decided, appealed)
                .flatMap(events -> events)
                .sorted(Comparator.comparing(Event::at))
                .toList();
    }

    /** One of three things that happened. */
    public record Event(
            Instant at,
            @Nullable SubmissionView submission,
            @Nullable DecisionView decision,
            @Nullable AppealView appeal) {}

    /**
     * What the owner handed in: frozen with the version that computed it.
     *
     * @param onBehalfOf for whom it was done under a delegation, null for oneself
     */
    public record SubmissionView(
            int number,
            Instant at,
            String by,
            @Nullable String onBehalfOf,
            String ruleSet,
            String ruleSetVersion,
            String ruleSetSha256,
            Map<String, Object> facts,
            List<String> counted,
            Map<String, String> evidence,
            SystemGradeResult result) {}

    /**
     * What was decided.
     *
     * @param computedGrade what the rule set had computed; stays beside a changed grade
     * @param decidedBy who decided
     * @param recordedBy who recorded it
     * @param institution for which institution
     */
    public record DecisionView(
            int number,
            DecisionCommand.Outcome outcome,
            @Nullable Integer grade,
            int computedGrade,
            @Nullable String reason,
            DecisionCommand.@Nullable Decider decidedBy,
            @Nullable String documentNumber,
            Instant at,
            String recordedBy,
            String institution,
            @Nullable String onBehalfOf) {}

    /** The owner's appeal. */
    public record AppealView(
            String reason, Instant at, String by, @Nullable String onBehalfOf) {}
}

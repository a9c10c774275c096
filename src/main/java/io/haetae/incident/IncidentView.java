package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.haetae.incident.IncidentCommand.Location;
import io.haetae.incident.IncidentCommand.PeopleCount;
import io.haetae.incident.IncidentCommand.Source;
import io.haetae.incident.IncidentCommand.Visibility;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Versioned;
import io.haetae.rule.FailureFacts;
import io.haetae.rule.FailureGradeResult;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident as those in whose scope it is see it. The facts are those of {@link IncidentCommand}.
 *
 * @param failureGrade the one in force; null while the rule set gave none and nobody declared one
 * @param gradeFailure why there is no computed grade, null when there is one
 * @param awarenessGapSeconds from the first alarm to the moment a person knew; null while either is unknown
 * @param cancelledAs why it is cancelled: MISTAKE, STOOD_DOWN or MERGED
 * @param fearedUntil when what was feared came true
 * @param allowed nouns that may be put now
 * @param links where the rest of it is
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record IncidentView(
        String number,
        IncidentState state,
        FailureFacts.Kind kind,
        String title,
        @Nullable GradeInForce failureGrade,
        @Nullable LocalizedText gradeFailure,
        @Nullable Instant occurredAt,
        @Nullable Instant detectedAt,
        @Nullable Instant recognisedAt,
        Instant recordedAt,
        @Nullable Long awarenessGapSeconds,
        @Nullable Source source,
        List<System> systems,
        List<Location> locations,
        List<String> regions,
        List<String> affectedInstitutions,
        boolean lifeSafety,
        FailureFacts.Security security,
        @Nullable Boolean deadlineToday,
        @Nullable Boolean deadlineWithin24Hours,
        @Nullable String cause,
        @Nullable String damage,
        @Nullable String actions,
        @Nullable String department,
        @Nullable String contact,
        @Nullable Instant expectedRecoveryAt,
        boolean major,
        Visibility visibility,
        boolean exercise,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant recoveredAt,
        @Nullable Instant closedAt,
        @Nullable String cancelledAs,
        @Nullable Instant fearedUntil,
        List<Clock> clocks,
        @Nullable ClockRulesUsed clockRules,
        List<Answered> acknowledgements,
        List<Measurement> periods,
        List<String> allowed,
        Map<String, String> links,
        int version)
        implements Versioned {

    /**
     * The failure grade in force.
     *
     * @param provisional until a person has confirmed or changed it
     * @param origin computed by the rule set, or decided by a person
     * @param ruleSet {@code kind/name} of the rule set that computed last
     * @param computed what that rule set says; differs from {@code grade} where a person decided
     * @param reasons of the computed one, worst first
     * @param nextGrade what would change the computed one
     */
    public record GradeInForce(
            int grade,
            boolean provisional,
            String origin,
            @Nullable String ruleSet,
            @Nullable String version,
            @Nullable Integer computed,
            @Nullable Integer proposed,
            List<FailureGradeResult.Reason> reasons,
            FailureGradeResult.@Nullable NextGrade nextGrade) {}

    /**
     * An affected system.
     *
     * @param byPlace affected because its place is out, not named
     * @param systemGrade its confirmed system grade now, null without one
     */
    public record System(
            String code,
            LocalizedText name,
            @Nullable Integer systemGrade,
            boolean major,
            boolean byPlace,
            FailureFacts.Service service,
            @Nullable Double lostShare,
            @Nullable PeopleCount people,
            FailureFacts.Data data,
            boolean redundancyLost,
            FailureFacts.Substitute substitute,
            List<String> services,
            @Nullable Recovered recovery) {}

    /** How a system recovered. */
    public record Recovered(
            RecoveryLevel level,
            Instant recoveredAt,
            @Nullable String verifiedBy,
            @Nullable String workaround) {}

    /**
     * The version of the reporting clocks that the incident goes by.
     *
     * @param newer the version in force by now, null when it is this one
     */
    public record ClockRulesUsed(
            String ruleSet, String version, @Nullable String newer) {}

    /**
     * A deadline.
     *
     * @param version of the rules that ask for it
     * @param state RUNNING, WARNED, BREACHED, MET, CANCELLED, or PAUSED while it stands still
     * @param pausedFrom when it stood still last, or does
     * @param pausedUntil when it ran again or will, null while the state of the incident holds it
     * @param pausedBy who paused it; null where the state of the incident does
     * @param mayPause whether its rules let a person pause it
     * @param law the article that asks for it; such a duty never stands still
     */
    public record Clock(
            String kind,
            LocalizedText name,
            int failureGrade,
            String version,
            Instant startedAt,
            Instant dueAt,
            String state,
            @Nullable Instant metAt,
            @Nullable String metBy,
            int measurement,
            @Nullable Instant endedAt,
            @Nullable Instant pausedFrom,
            @Nullable Instant pausedUntil,
            @Nullable String pausedBy,
            @Nullable String pauseReason,
            boolean mayPause,
            @Nullable String law) {}

    /** An answer to the call-out. */
    public record Answered(
            Instant at,
            String name,
            String by,
            @Nullable String onBehalfOf,
            @Nullable String note,
            @Nullable Instant revokedAt) {}

    /** One measurement; reopening begins another and keeps the former. */
    public record Measurement(
            int n,
            Instant beganAt,
            @Nullable Instant recoveredAt,
            @Nullable Instant closedAt,
            @Nullable Instant reopenedAt,
            @Nullable String reopenReason) {}
}

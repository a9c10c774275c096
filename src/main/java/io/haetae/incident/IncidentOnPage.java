package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Form;
import io.haetae.kernel.Role;
import io.haetae.rule.FailureGradeResult;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its page shows it: what the reader may do now, and the one form that was refused, if one was.
 *
 * @param incident the incident
 * @param reader who reads
 * @param section noun of the form that was posted, empty when none was
 * @param posted that form
 * @param now the time the forms start from
 */
record IncidentOnPage(IncidentView incident, Actor reader, String section, Form posted, Instant now) {

    private static final Map<String, Verb> VERBS = verbs();

    /** A site that is out holds hundreds of systems; more than this many rows help nobody. */
    private static final int SHOWN = 100;

    /** With more systems than this, facts are changed for the incident as a whole. */
    private static final int EDITABLE = 8;

    private static final int SOON = 5;

    private static Map<String, Verb> verbs() {
        return Map.ofEntries(
                Map.entry("facts", Verb.CHANGE_FACTS),
                Map.entry("grade", Verb.DECIDE_GRADE),
                Map.entry("acknowledgement", Verb.ACKNOWLEDGE),
                Map.entry("recoveries", Verb.RECOVER),
                Map.entry("closure", Verb.CLOSE),
                Map.entry("reopening", Verb.REOPEN),
                Map.entry("cancellation", Verb.CANCEL),
                Map.entry("occurrence", Verb.OCCUR),
                Map.entry("stand-down", Verb.STAND_DOWN),
                Map.entry("roles", Verb.ASSIGN_ROLE),
                Map.entry("links", Verb.LINK),
                Map.entry("merger", Verb.MERGE),
                Map.entry("splits", Verb.SPLIT),
                Map.entry("timeline", Verb.NOTE),
                Map.entry("clocks", Verb.COMPLETE_CLOCK),
                Map.entry("clock-pauses", Verb.PAUSE_CLOCK),
                Map.entry("clock-rules", Verb.MOVE_CLOCKS),
                Map.entry("clock-recomputation", Verb.RECOMPUTE_CLOCKS));
    }

    /** Whether the state and the reader's roles allow it. */
    public boolean may(String noun) {
        Verb verb = VERBS.get(noun);
        return verb != null && verb.isOpenTo(reader, incident.state(), incident.kind());
    }

    /** The reasons that would have to go for the next milder grade. */
    public List<FailureGradeResult.Reason> inTheWay() {
        IncidentView.GradeInForce grade = incident.failureGrade();
        FailureGradeResult.NextGrade next = grade == null ? null : grade.nextGrade();
        FailureGradeResult.Milder milder = next == null ? null : next.milder();
        return grade == null || milder == null
                ? List.of()
                : grade.reasons().stream()
                        .filter(reason -> milder.criteria().contains(reason.criterion()))
                        .toList();
    }

    /** Whether the form of this noun was refused and is shown open. */
    public boolean open(String noun) {
        return section.equals(noun);
    }

    /** The form of this noun: as posted, or filled in with what is most likely. */
    public Form form(String noun) {
        if (open(noun)) {
            return posted;
        }
        return switch (noun) {
            case "recoveries" -> Form.blank().put("recoveredAt", now).put("level", RecoveryLevel.FULL);
            case "facts" -> IncidentForms.facts(incident, editable());
            case "grade" ->
                Form.blank().put("outcome", GradeDecision.Outcome.CONFIRMED).put("grade", grade());
            case "acknowledgement" -> Form.blank().put("by", "PHONE");
            default -> Form.blank();
        };
    }

    public @Nullable Integer grade() {
        IncidentView.GradeInForce grade = incident.failureGrade();
        return grade == null ? null : grade.grade();
    }

    /** The awareness gap: from the first alarm to the moment a person knew. */
    public @Nullable Duration gap() {
        Long seconds = incident.awarenessGapSeconds();
        return seconds == null ? null : Duration.ofSeconds(seconds);
    }

    /** The open deadlines that come first. */
    public List<IncidentView.Clock> soonDue() {
        return incident.clocks().stream().filter(this::isOpen).limit(SOON).toList();
    }

    /** The open deadlines after those, then those that are met or dropped. */
    public List<IncidentView.Clock> laterDue() {
        List<IncidentView.Clock> later = new ArrayList<>(incident.clocks());
        later.removeAll(soonDue());
        later.sort(Comparator.comparing(clock -> !isOpen(clock)));
        return later;
    }

    /** Whether a clock stands still now. */
    public boolean isPaused(IncidentView.Clock clock) {
        return clock.state().equals("PAUSED");
    }

    /** Whether the form that pauses this clock was refused and is shown open. */
    public boolean isPausing(IncidentView.Clock clock) {
        return open("pause-" + clock.kind());
    }

    public Form pauseForm(IncidentView.Clock clock) {
        return isPausing(clock) ? posted : Form.blank();
    }

    /** Identity of a field that stands on the page once for each clock. */
    public String id(String field, IncidentView.Clock clock) {
        return field + "-" + clock.kind();
    }

    /** Whether what a clock asks for is still to be done. */
    public boolean isOpen(IncidentView.Clock clock) {
        return !clock.state().equals("MET") && !clock.state().equals("CANCELLED");
    }

    /** How many systems have fully recovered. */
    public long recovered() {
        return incident.systems().stream()
                .filter(system -> !unrecovered(system))
                .count();
    }

    public boolean unrecovered(IncidentView.System system) {
        IncidentView.Recovered recovery = system.recovery();
        return recovery == null || recovery.level() != RecoveryLevel.FULL;
    }

    /** Whether one system is left, so that it need not be picked. */
    public boolean single() {
        return incident.systems().stream().filter(this::unrecovered).count() == 1;
    }

    /** The systems that still fail before those that recovered. */
    public List<IncidentView.System> systems() {
        return incident.systems().stream()
                .sorted(Comparator.comparing(system -> !unrecovered(system)))
                .limit(SHOWN)
                .toList();
    }

    /** Whether the reader may draft what is said to the public. */
    public boolean mayDraft() {
        return reader.hasAny(Role.OPERATOR, Role.SITUATION, Role.OFFICER, Role.HQ);
    }

    /** Whether the reader may stand by what another person has drafted. */
    public boolean mayApprove() {
        return reader.hasAny(Role.SITUATION, Role.OFFICER, Role.HQ);
    }

    /** The systems that can be taken out. */
    public List<Form.Option> splittable() {
        return systems().stream()
                .map(system -> new Form.Option(system.code(), system.code()))
                .toList();
    }

    /** How many systems the page leaves out. */
    public int hidden() {
        return Math.max(0, incident.systems().size() - SHOWN);
    }

    /** The systems whose facts the page lets change one by one. */
    public List<IncidentView.System> editable() {
        List<IncidentView.System> open =
                incident.systems().stream().filter(this::unrecovered).toList();
        return open.size() <= EDITABLE ? open : List.of();
    }

    /** Name of a field of one of those. */
    public String field(int index, String name) {
        return "systems." + index + "." + name;
    }
}

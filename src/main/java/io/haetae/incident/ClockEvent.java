package io.haetae.incident;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.haetae.rule.ReportingClocks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Something that moves the clocks of an incident. The events of an incident, kept in order and never changed, are all that
 * its clocks follow from: they can be computed again from nothing.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ClockEvent.Asked.class, name = "asked"),
    @JsonSubTypes.Type(value = ClockEvent.Met.class, name = "met"),
    @JsonSubTypes.Type(value = ClockEvent.Unmet.class, name = "unmet"),
    @JsonSubTypes.Type(value = ClockEvent.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = ClockEvent.Resumed.class, name = "resumed"),
    @JsonSubTypes.Type(value = ClockEvent.Ended.class, name = "ended"),
    @JsonSubTypes.Type(value = ClockEvent.Continued.class, name = "continued"),
    @JsonSubTypes.Type(value = ClockEvent.TakenOver.class, name = "taken-over"),
    @JsonSubTypes.Type(value = ClockEvent.GivenAway.class, name = "given-away")
})
sealed interface ClockEvent {

    /** When it came to pass for the clocks: when it was recorded. */
    Instant at();

    /**
     * What the rules look at, as it was then.
     *
     * @param state of the incident
     * @param recovery when the last system recovered, null while one has not
     * @param grade the failure grade that chooses the clocks
     * @param applying conditions that were fulfilled
     * @param measurement number of the measurement that ran
     */
    record Basis(
            IncidentState state,
            Instant detection,
            @Nullable Instant recognition,
            @Nullable Instant recovery,
            int grade,
            String ruleSet,
            String version,
            Set<ReportingClocks.Condition> applying,
            int measurement) {

        public Basis {
            applying = new TreeSet<>(applying);
        }

        @Nullable
        Instant start(ReportingClocks.From from) {
            return switch (from) {
                case DETECTION -> detection;
                case RECOGNITION -> recognition;
                case RECOVERY -> recovery;
            };
        }
    }

    /** The rules were asked: declared, graded anew, a time changed, recovered, opened again, or moved to another version. */
    record Asked(Instant at, Basis basis) implements ClockEvent {}

    /** What the open clock of a kind asks for was done. */
    record Met(
            Instant at,
            String kind,
            Instant metAt,
            String by,
            @Nullable String how) implements ClockEvent {}

    /** It was not done after all. */
    record Unmet(Instant at, String kind, Instant metAt) implements ClockEvent {}

    /** A person let the clock of a kind stand still, not longer than until then. */
    record Paused(Instant at, String kind, Instant until, String by, String reason) implements ClockEvent {}

    /** It runs again before that. */
    record Resumed(Instant at, String kind) implements ClockEvent {}

    /** The incident is over. */
    record Ended(Instant at, IncidentState state, boolean withAfterRecovery) implements ClockEvent {}

    /** A closing was taken back: what ended then goes on. */
    record Continued(Instant at, Instant endedAt) implements ClockEvent {}

    /** Clocks came as they stood: of an incident that was taken in, or from before events were kept. */
    record TakenOver(Instant at, @Nullable IncidentState state, List<ClockLine> clocks) implements ClockEvent {

        public TakenOver {
            clocks = List.copyOf(clocks);
        }
    }

    /** What was met went to the incident that has taken this one in. */
    record GivenAway(Instant at) implements ClockEvent {}
}

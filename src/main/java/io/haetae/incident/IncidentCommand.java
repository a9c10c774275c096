package io.haetae.incident;

import io.haetae.rule.FailureFacts.Data;
import io.haetae.rule.FailureFacts.Kind;
import io.haetae.rule.FailureFacts.Security;
import io.haetae.rule.FailureFacts.Service;
import io.haetae.rule.FailureFacts.Substitute;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an incident: all of it when it is declared, only what changes afterwards. Everything but title, kind
 * and one system or place may be left out; not knowing is a value of its own.
 *
 * @param kind failure or feared failure; needed to declare
 * @param title needed to declare
 * @param occurredAt when it happened
 * @param detectedAt first alarm
 * @param recognisedAt 인지: when a person knew
 * @param source how it became known
 * @param systems affected systems
 * @param locations places that are out; every system there is affected without being named
 * @param regions 시·도 in which people feel it
 * @param affectedInstitutions institutions whose work it stops
 * @param lifeSafety whether life or safety is at stake
 * @param security whether an intrusion is behind it
 * @param deadlineToday whether a legal deadline ends today
 * @param deadlineWithin24Hours whether one ends within 24 hours
 * @param cause as far as known (시행령 제70조의5 ②)
 * @param damage as far as known
 * @param actions taken and planned
 * @param department in charge
 * @param contact of the department
 * @param expectedRecoveryAt when recovery is expected
 * @param declaredGrade a failure grade that a person declares at once; needs {@code reason}
 * @param reason for the declared grade
 * @param visibility who may see it at all
 * @param exercise 훈련
 */
public record IncidentCommand(
        @Nullable Kind kind,
        @Nullable @Size(min = 1, max = 200) String title,
        @Nullable Instant occurredAt,
        @Nullable Instant detectedAt,
        @Nullable Instant recognisedAt,
        @Nullable Source source,
        @Size(max = 2_000) List<@Valid @NotNull AffectedSystem> systems,
        @Size(max = 100) List<@Valid @NotNull Location> locations,
        @Size(max = 20) List<@NotBlank @Size(max = 40) String> regions,
        @Size(max = 1_000) List<@NotBlank @Size(max = 40) String> affectedInstitutions,
        @Nullable Boolean lifeSafety,
        @Nullable Security security,
        @Nullable Boolean deadlineToday,
        @Nullable Boolean deadlineWithin24Hours,
        @Nullable @Size(max = 4_000) String cause,
        @Nullable @Size(max = 4_000) String damage,
        @Nullable @Size(max = 4_000) String actions,
        @Nullable @Size(max = 200) String department,
        @Nullable @Size(max = 200) String contact,
        @Nullable Instant expectedRecoveryAt,
        @Nullable @Min(1) @Max(4) Integer declaredGrade,
        @Nullable @Size(max = 2_000) String reason,
        @Nullable Visibility visibility,
        @Nullable Boolean exercise) {

    public IncidentCommand {
        systems = List.copyOf(Objects.requireNonNullElse(systems, List.of()));
        locations = List.copyOf(Objects.requireNonNullElse(locations, List.of()));
        regions = List.copyOf(Objects.requireNonNullElse(regions, List.of()));
        affectedInstitutions = List.copyOf(Objects.requireNonNullElse(affectedInstitutions, List.of()));
    }

    /** How an incident became known. */
    public enum Source {
        MONITORING,
        USER_REPORT,
        CALL_CENTRE,
        OTHER_AGENCY,
        PRESS,
        SECURITY,
        INSPECTION
    }

    /** Who may see an incident at all. */
    public enum Visibility {
        /** Everybody in whose scope it is. */
        NORMAL,
        /** Only the institutions concerned, the situation room and auditors. */
        NEED_TO_KNOW
    }

    /** Whether a number of people was counted or guessed. */
    public enum Basis {
        ESTIMATED,
        MEASURED
    }

    /** State of a place. */
    public enum PlaceState {
        /** Nothing runs there: every system in it is affected. */
        OUT,
        /** It runs again. */
        NORMAL
    }

    /**
     * An affected system.
     *
     * @param code of the register
     * @param service state of its service; unknown when left out
     * @param lostShare share of its users or functions that is lost, 0 to 1
     * @param people who cannot use it
     * @param data damage to data
     * @param redundancyLost whether it runs without its second leg
     * @param substitute whether people can be served another way
     * @param services codes of the services concerned; all when left out
     */
    public record AffectedSystem(
            @NotBlank @Size(max = 40) String code,
            @Nullable Service service,
            @Nullable @DecimalMin("0") @DecimalMax("1") Double lostShare,
            @Nullable @Valid PeopleCount people,
            @Nullable Data data,
            @Nullable Boolean redundancyLost,
            @Nullable Substitute substitute,
            @Size(max = 50) List<@NotBlank @Size(max = 40) String> services) {

        public AffectedSystem {
            services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
        }

        /** A system of which nothing is known but that it is affected. */
        public static AffectedSystem named(String code) {
            return new AffectedSystem(code, null, null, null, null, null, null, List.of());
        }
    }

    /** So many people. */
    public record PeopleCount(
            @NotNull @PositiveOrZero Long count, @Nullable Basis basis) {}

    /** A place; without a room the whole site. */
    public record Location(
            @NotBlank @Size(max = 40) String site,
            @Nullable @Size(max = 40) String room,
            @NotNull PlaceState state) {}
}

package io.haetae.incident;

import io.haetae.incident.IncidentCommand.AffectedSystem;
import io.haetae.incident.IncidentCommand.Basis;
import io.haetae.rule.FailureFacts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One system of an incident: how it is affected and how it recovered. */
@Entity
@Table(name = "incident_system")
class IncidentSystem {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "incident")
    private Incident incident;

    private UUID system;
    private String code;

    @Column(name = "by_place")
    private boolean byPlace;

    @Enumerated(EnumType.STRING)
    private FailureFacts.Service service = FailureFacts.Service.UNKNOWN;

    /** When the service stopped, or ceased to be known to run; null: with the onset of the incident. */
    @Column(name = "stopped_since")
    private @Nullable Instant stoppedSince;

    /** Since when it has been worse than normal; null: with the onset of the incident. */
    @Column(name = "degraded_since")
    private @Nullable Instant degradedSince;

    @Column(name = "added_at")
    private Instant addedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @Column(name = "lost_share")
    private @Nullable Double lostShare;

    @Column(name = "people_count")
    private @Nullable Long peopleCount;

    @Enumerated(EnumType.STRING)
    @Column(name = "people_basis")
    private @Nullable Basis peopleBasis;

    @Enumerated(EnumType.STRING)
    private FailureFacts.Data data = FailureFacts.Data.UNKNOWN;

    @Column(name = "redundancy_lost")
    private boolean redundancyLost;

    @Enumerated(EnumType.STRING)
    private FailureFacts.Substitute substitute = FailureFacts.Substitute.UNKNOWN;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> services = List.of();

    @Enumerated(EnumType.STRING)
    @Column(name = "recovery_level")
    private @Nullable RecoveryLevel recoveryLevel;

    @Column(name = "recovered_at")
    private @Nullable Instant recoveredAt;

    @Column(name = "verified_by")
    private @Nullable String verifiedBy;

    private @Nullable String workaround;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected IncidentSystem() {}

    IncidentSystem(UUID id, Incident incident, UUID system, AffectedSystem facts, boolean byPlace, Instant addedAt) {
        this.id = id;
        this.addedAt = addedAt;
        this.changedAt = addedAt;
        this.incident = incident;
        this.system = system;
        this.code = facts.code();
        this.byPlace = byPlace;
        change(facts, null);
    }

    /** Takes over what is said; what is left out stays. A change to stopped counts from {@code at}. */
    final void change(AffectedSystem facts, @Nullable Instant at) {
        changedAt = Objects.requireNonNullElse(at, changedAt);
        if (facts.service() != null && facts.service() != service) {
            stoppedSince = notKnownToRun(service) ? stoppedSince : at;
            degradedSince = service == FailureFacts.Service.NORMAL ? at : degradedSince;
            service = facts.service();
        }
        if (facts.lostShare() != null) {
            lostShare = facts.lostShare();
        }
        if (facts.people() != null) {
            peopleCount = facts.people().count();
            peopleBasis = Objects.requireNonNullElse(facts.people().basis(), Basis.ESTIMATED);
        }
        data = Objects.requireNonNullElse(facts.data(), data);
        redundancyLost = Objects.requireNonNullElse(facts.redundancyLost(), redundancyLost);
        substitute = Objects.requireNonNullElse(facts.substitute(), substitute);
        services = facts.services().isEmpty() ? services : facts.services();
    }

    /** Recovered in part or in full. A partial recovery leaves the service degraded. */
    void recover(Recovery recovery) {
        recoveryLevel = recovery.level();
        recoveredAt = recovery.recoveredAt();
        verifiedBy = recovery.verifiedBy();
        workaround = recovery.workaround();
        service = recovery.level() == RecoveryLevel.FULL ? FailureFacts.Service.NORMAL : FailureFacts.Service.DEGRADED;
    }

    /** The recovery did not hold: since {@code at} it is not known to run. */
    void relapse(Instant at) {
        recoveryLevel = null;
        recoveredAt = null;
        verifiedBy = null;
        service = FailureFacts.Service.UNKNOWN;
        stoppedSince = at;
        degradedSince = at;
    }

    /**
     * Takes over what another incident knows of the same system: it fails while it fails in one of the two, and has
     * recovered when it has in both.
     */
    void join(IncidentSystem other, Instant otherOnset, Instant at) {
        changedAt = at;
        Instant otherSince = Objects.requireNonNullElse(other.stoppedSince, otherOnset);
        if (isRecovered() && other.isRecovered()) {
            recoveredAt = Stream.of(recoveredAt, other.recoveredAt)
                    .filter(Objects::nonNull)
                    .max(Instant::compareTo)
                    .orElseThrow();
        } else if (isRecovered()) {
            recoveryLevel = other.recoveryLevel;
            recoveredAt = other.recoveredAt;
            verifiedBy = other.verifiedBy;
            service = other.service;
            stoppedSince = notKnownToRun(service) ? otherSince : stoppedSince;
            degradedSince = Objects.requireNonNullElse(other.degradedSince, otherOnset);
        } else if (!other.isRecovered() && other.service.compareTo(service) < 0) {
            service = other.service;
            stoppedSince = notKnownToRun(service) ? otherSince : stoppedSince;
        }
        joinFacts(other);
    }

    private void joinFacts(IncidentSystem other) {
        if (Objects.requireNonNullElse(other.peopleCount, -1L) > Objects.requireNonNullElse(peopleCount, -1L)) {
            peopleCount = other.peopleCount;
            peopleBasis = other.peopleBasis;
        }
        boolean unknown = data == FailureFacts.Data.UNKNOWN;
        if (unknown || other.data != FailureFacts.Data.UNKNOWN && data.compareTo(other.data) < 0) {
            data = other.data;
        }
        redundancyLost |= other.redundancyLost;
        substitute = substitute == FailureFacts.Substitute.UNKNOWN ? other.substitute : substitute;
        services = services.isEmpty() || other.services.isEmpty()
                ? List.of()
                : Stream.concat(services.stream(), other.services.stream())
                        .distinct()
                        .toList();
        lostShare = lostShare == null || other.lostShare != null && other.lostShare > lostShare
                ? other.lostShare
                : lostShare;
    }

    boolean isRecovered() {
        return recoveryLevel == RecoveryLevel.FULL;
    }

    /** Minutes for which it has not been known to run, 0 when it is. */
    long stoppedMinutes(Instant onset, Instant now) {
        return notKnownToRun(service) ? minutes(Objects.requireNonNullElse(stoppedSince, onset), now) : 0;
    }

    /** Minutes for which it has been worse than normal. */
    long degradedMinutes(Instant onset, Instant now) {
        return service == FailureFacts.Service.NORMAL
                ? 0
                : minutes(Objects.requireNonNullElse(degradedSince, onset), now);
    }

    private static boolean notKnownToRun(FailureFacts.Service service) {
        return service == FailureFacts.Service.STOPPED || service == FailureFacts.Service.UNKNOWN;
    }

    private static long minutes(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toMinutes());
    }

    public UUID getSystem() {
        return system;
    }

    public String getCode() {
        return code;
    }

    public boolean isByPlace() {
        return byPlace;
    }

    public FailureFacts.Service getService() {
        return service;
    }

    public @Nullable Double getLostShare() {
        return lostShare;
    }

    public IncidentCommand.@Nullable PeopleCount getPeople() {
        return peopleCount == null ? null : new IncidentCommand.PeopleCount(peopleCount, peopleBasis);
    }

    public FailureFacts.Data getData() {
        return data;
    }

    public boolean isRedundancyLost() {
        return redundancyLost;
    }

    public FailureFacts.Substitute getSubstitute() {
        return substitute;
    }

    public List<String> getServices() {
        return services;
    }

    public @Nullable RecoveryLevel getRecoveryLevel() {
        return recoveryLevel;
    }

    public @Nullable Instant getRecoveredAt() {
        return recoveredAt;
    }

    public @Nullable String getVerifiedBy() {
        return verifiedBy;
    }

    public @Nullable String getWorkaround() {
        return workaround;
    }
}

package io.haetae.incident;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.register.SystemView;
import io.haetae.rule.FailureFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the review of an incident needs of it. */
@ApplicationScoped
public class AfterCare {

    private static final String DRAFT = "REVIEW_DRAFT";
    private static final String FINAL = "REVIEW_FINAL";

    private final EntityManager database;
    private final Incidents incidents;
    private final IncidentViews views;
    private final ReportingClockwork clocks;
    private final Chronicle chronicle;
    private final Clock clock;

    AfterCare(
            EntityManager database,
            Incidents incidents,
            IncidentViews views,
            ReportingClockwork clocks,
            Chronicle chronicle,
            Clock clock) {
        this.database = database;
        this.incidents = incidents;
        this.views = views;
        this.clocks = clocks;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /**
     * An incident as its review sees it.
     *
     * @param recoveredAt null while it is open
     * @param failure whether something failed; a fear that did not come true needs no review
     * @param major whether a 주요 정보시스템 is affected, so that the decree asks for the review
     * @param systems what the register says of the affected systems
     */
    public record Subject(
            UUID id,
            String number,
            String title,
            @Nullable Instant recoveredAt,
            @Nullable Integer failureGrade,
            boolean failure,
            boolean major,
            boolean exercise,
            boolean needToKnow,
            Set<String> scope,
            Collection<SystemView> systems) {

        public Subject {
            scope = Set.copyOf(scope);
        }
    }

    /** Incidents that recovered or were opened again and whose review has not followed. */
    @Transactional
    public List<UUID> pending(int most) {
        List<?> rows = database.createNativeQuery("select id from incident where review_pending order by seq limit ?1")
                .setParameter(1, most)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }

    /** One of them, claimed and done with when the caller's transaction commits; empty when another replica has it. */
    @Transactional(TxType.MANDATORY)
    public Optional<Subject> claim(UUID id) {
        int claimed = database.createNativeQuery("update incident set review_pending = false where id = (select id"
                        + " from incident where id = ?1 and review_pending for update skip locked)")
                .setParameter(1, id)
                .executeUpdate();
        return claimed == 0 ? Optional.empty() : Optional.of(of(id));
    }

    /** The incident of that id; who may see it is for the caller to ask. */
    @Transactional(TxType.MANDATORY)
    public Subject of(UUID id) {
        return subject(Objects.requireNonNull(incidents.findById(id)));
    }

    /** The incident of that id, or a refusal (404) when the actor may not see it. */
    @Transactional(TxType.MANDATORY)
    public Subject of(UUID id, Actor actor) {
        return incidents
                .findByIdOptional(id)
                .filter(incident -> Incidents.isVisible(incident, actor))
                .map(this::subject)
                .orElseThrow(Refusal::notFound);
    }

    /** The incident of that number, if the actor may see it. */
    @Transactional(TxType.MANDATORY)
    public Optional<Subject> find(String number, Actor actor) {
        return incidents
                .resolve(number, LockModeType.NONE)
                .filter(incident -> Incidents.isVisible(incident, actor))
                .map(this::subject);
    }

    /** Every part of the draft is written: its clock is met. */
    @Transactional(TxType.MANDATORY)
    public void drafted(UUID id, String by) {
        met(id, by, "REVIEW_DRAFTED", DRAFT);
    }

    /** The review has been handed in: its clocks are met. */
    @Transactional(TxType.MANDATORY)
    public void submitted(UUID id, String by) {
        met(id, by, "REVIEW_SUBMITTED", DRAFT, FINAL);
    }

    private void met(UUID id, String by, String kind, String... asked) {
        Incident incident = Objects.requireNonNull(incidents.findById(id, LockModeType.PESSIMISTIC_WRITE));
        Instant now = clock.instant();
        for (String one : asked) {
            clocks.meetIfOpen(incident, one, now, by, now);
        }
        chronicle.tell(incident, kind, now, now, Map.of());
    }

    private Subject subject(Incident incident) {
        return new Subject(
                incident.id,
                incident.number,
                incident.title,
                incident.recoveredAt,
                incident.failureGrade,
                incident.kind == FailureFacts.Kind.FAILURE,
                incident.major,
                incident.exercise,
                incident.visibility == IncidentCommand.Visibility.NEED_TO_KNOW,
                Set.copyOf(incident.scope),
                views.registerOf(incident));
    }
}

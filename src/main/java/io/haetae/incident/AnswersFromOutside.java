package io.haetae.incident;

import io.haetae.duty.Answer;
import io.haetae.duty.Escalations;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Takes note of answers that were not given on the page of the incident: the message itself was acknowledged, by a text
 * message, a key pressed or a signed reply. The call-out has stopped by then; the clock and the timeline follow here. And of
 * answers that have lapsed: people are called again, and the incident must not look as if somebody had it.
 */
@ApplicationScoped
public class AnswersFromOutside {

    private static final Duration LOOK_BACK = Duration.ofHours(1);

    private final EntityManager database;
    private final Escalations escalations;
    private final Acknowledgements acknowledgements;
    private final ReportingClockwork clockwork;
    private final Chronicle chronicle;
    private final Clock clock;

    AnswersFromOutside(
            EntityManager database,
            Escalations escalations,
            Acknowledgements acknowledgements,
            ReportingClockwork clockwork,
            Chronicle chronicle,
            Clock clock) {
        this.database = database;
        this.escalations = escalations;
        this.acknowledgements = acknowledgements;
        this.clockwork = clockwork;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Answers of the last hour that their incidents do not know of. */
    @Transactional
    public List<Escalations.Answered> unnoticed() {
        Instant since = clock.instant().minus(LOOK_BACK);
        List<Escalations.Answered> answered = escalations.answeredSince(Telling.INCIDENT, since);
        if (answered.isEmpty()) {
            return answered;
        }
        List<?> open = database.createNativeQuery(
                        "select number from incident where number in ?1 and acknowledged_at is null and state = 'OPEN'")
                .setParameter(
                        1,
                        answered.stream().map(Escalations.Answered::subjectId).toList())
                .getResultList();
        Set<String> numbers = open.stream().map(String.class::cast).collect(Collectors.toSet());
        return answered.stream()
                .filter(each -> numbers.contains(each.subjectId()))
                .toList();
    }

    /** Writes one of them down, unless another replica has done so. */
    @Transactional
    public void note(String number, Answer answer) {
        List<?> claimed = database.createNativeQuery(
                        "select * from incident where number = ?1 and acknowledged_at is null and state = 'OPEN'"
                                + " for update skip locked",
                        Incident.class)
                .setParameter(1, number)
                .getResultList();
        claimed.forEach(row -> note((Incident) row, answer));
    }

    /** Answers that have lapsed, of incidents that still count as acknowledged by them. */
    @Transactional
    public List<Escalations.Lapsed> lapsed() {
        List<Escalations.Lapsed> lapsed = escalations.lapsed(Telling.INCIDENT);
        if (lapsed.isEmpty()) {
            return lapsed;
        }
        List<?> counting = database.createNativeQuery(
                        "select number from incident where number in ?1 and acknowledged_at is not null and state = 'OPEN'")
                .setParameter(
                        1, lapsed.stream().map(Escalations.Lapsed::subjectId).toList())
                .getResultList();
        return lapsed.stream()
                .filter(each -> counting.contains(each.subjectId()))
                .toList();
    }

    /** Takes one of them back, unless another replica has done so or somebody has answered since. */
    @Transactional
    public void takeBack(Escalations.Lapsed lapsed) {
        List<?> claimed = database.createNativeQuery(
                        "select * from incident where number = ?1 and acknowledged_at < ?2 and state = 'OPEN'"
                                + " for update skip locked",
                        Incident.class)
                .setParameter(1, lapsed.subjectId())
                .setParameter(2, lapsed.at())
                .getResultList();
        for (Object row : claimed) {
            Incident incident = (Incident) row;
            incident.acknowledgedAt = null;
            chronicle.tell(incident, "ANSWER_LAPSED", lapsed.at(), clock.instant(), Map.of());
        }
    }

    private void note(Incident incident, Answer answer) {
        Instant now = clock.instant();
        UUID person = answer.person();
        Acknowledgement said = new Acknowledgement(null, answer.by(), person == null ? answer.name() : null);
        acknowledgements.persist(new AcknowledgementRecord(
                Ids.at(now),
                incident,
                answer.at(),
                person == null ? Actor.SYSTEM.id() : person,
                person == null ? Actor.SYSTEM.name() : answer.name(),
                said));
        incident.acknowledgedAt = answer.at();
        clockwork.meetIfOpen(incident, ReportingClockwork.ACKNOWLEDGE, answer.at(), answer.name(), now);
        Map<String, Object> data = new HashMap<>();
        data.put("name", answer.name());
        data.put("by", answer.by().name());
        data.put("recordedBy", Actor.SYSTEM.username());
        data.put("note", "");
        chronicle.write(incident, Verb.ACKNOWLEDGE.rule(), "ACKNOWLEDGED", answer.at(), now, data);
    }
}

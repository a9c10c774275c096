package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.duty.ChainAnswers.Stopped;
import io.haetae.duty.Escalation.State;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.notify.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Call-outs. Rooms above start, answer and end them inside their own transactions and have checked who may; what is
 * due is carried out by a sweep within a second.
 */
@ApplicationScoped
public class Escalations {

    private final ChainStore chains;
    private final ChainAnswers answers;
    private final ChainViews views;
    private final Deliveries deliveries;
    private final PeopleService people;
    private final Journal journal;
    private final Clock clock;

    Escalations(
            ChainStore chains,
            ChainAnswers answers,
            ChainViews views,
            Deliveries deliveries,
            PeopleService people,
            Journal journal,
            Clock clock) {
        this.chains = chains;
        this.answers = answers;
        this.views = views;
        this.deliveries = deliveries;
        this.people = people;
        this.journal = journal;
        this.clock = clock;
    }

    /** Starts a call-out; one that is open for the same subject is superseded, so that people are told again. */
    @Transactional(TxType.MANDATORY)
    public UUID start(CallOut callOut) {
        if (callOut.steps().isEmpty()) {
            throw new IllegalArgumentException("a call-out needs at least one step");
        }
        Instant now = clock.instant();
        chains.lock(callOut.subjectKind(), callOut.subjectId());
        answers.keepAnswers(callOut.subjectKind(), callOut.subjectId());
        List<UUID> former = chains.end(callOut.subjectKind(), callOut.subjectId(), State.SUPERSEDED, "superseded", now);
        chains.dropSteps(former);
        UUID id = Ids.at(now);
        chains.insert(id, callOut, now);
        journal.record(
                "duty.call-out-started",
                callOut.subjectKind(),
                callOut.subjectId(),
                Map.of(
                        "chain", id.toString(),
                        "policy", callOut.policy() + " " + callOut.policyVersion(),
                        "failureGrade", callOut.failureGrade(),
                        "steps", callOut.steps().size(),
                        "supersedes", former.stream().map(UUID::toString).toList()));
        return id;
    }

    /** The person answered on a page. Says whether a call-out was open. */
    @Transactional(TxType.MANDATORY)
    public boolean acknowledge(String subjectKind, String subjectId, @Nullable UUID person, Instant at) {
        String name =
                person == null ? "-" : people.find(person).map(PersonView::name).orElse("-");
        return acknowledge(subjectKind, subjectId, new Answer(person, name, Answer.By.PAGE, at));
    }

    /**
     * Somebody answered: nobody else is called, his messages are acknowledged and those not sent yet are withdrawn.
     * Says whether a call-out was open.
     */
    @Transactional(TxType.MANDATORY)
    public boolean acknowledge(String subjectKind, String subjectId, Answer answer) {
        answers.renew(subjectKind, subjectId, answer.at());
        if (answers.answerRollCall(subjectKind, subjectId, answer.person(), answer.at())) {
            return answeredOnRollCall(subjectKind, subjectId, answer);
        }
        List<Stopped> stopped = answers.stop(subjectKind, subjectId, answer);
        chains.dropSteps(stopped.stream().map(Stopped::chain).toList());
        deliveries.acknowledge(subjectKind, subjectId, answer.person(), answer.at());
        for (Stopped each : stopped) {
            journal.record(
                    "duty.answered",
                    subjectKind,
                    subjectId,
                    Map.of(
                            "name",
                            answer.name(),
                            "by",
                            answer.by().name(),
                            "chain",
                            each.chain().toString()));
        }
        return !stopped.isEmpty();
    }

    /** Others on the roll are still silent: their messages and the levels to come stay. */
    private boolean answeredOnRollCall(String subjectKind, String subjectId, Answer answer) {
        deliveries.acknowledgeOwn(subjectKind, subjectId, answer.person(), answer.at());
        journal.record(
                "duty.answered-on-roll-call",
                subjectKind,
                subjectId,
                Map.of("name", answer.name(), "by", answer.by().name()));
        return true;
    }

    /** Makes the next step due now, because a person wants it so. */
    @Transactional
    public void escalateNow(String subjectKind, String subjectId) {
        List<Integer> level = chains.hurry(subjectKind, subjectId, clock.instant());
        if (level.isEmpty()) {
            throw new Refusal(DutyError.NOTHING_TO_HURRY);
        }
        journal.record("duty.escalated-by-hand", subjectKind, subjectId, Map.of("level", level.get(0)));
    }

    /** The matter is over: nobody else is called. */
    @Transactional(TxType.MANDATORY)
    public void end(String subjectKind, String subjectId, String why) {
        chains.lock(subjectKind, subjectId); // an answer may lapse at this moment
        answers.keepAnswers(subjectKind, subjectId);
        List<UUID> ended = chains.end(subjectKind, subjectId, State.ENDED, why, clock.instant());
        chains.dropSteps(ended);
        if (!ended.isEmpty()) {
            deliveries.withdraw(subjectKind, subjectId, "over");
            journal.record("duty.ended", subjectKind, subjectId, Map.of("why", why));
        }
    }

    /**
     * A subject whose latest call-out was answered.
     *
     * @param subjectId which one
     * @param answer who answered
     */
    public record Answered(String subjectId, Answer answer) {}

    /** Subjects of a kind whose latest call-out was answered since then, by whatever way. */
    @Transactional
    public List<Answered> answeredSince(String subjectKind, Instant since) {
        return views.answeredSince(subjectKind, since);
    }

    /**
     * A subject that is called out again, because its answer has lapsed.
     *
     * @param subjectId which one
     * @param at since when
     */
    public record Lapsed(String subjectId, Instant at) {}

    /** Subjects of a kind that are called out again and have not been answered since. */
    @Transactional
    public List<Lapsed> lapsed(String subjectKind) {
        return views.lapsed(subjectKind);
    }

    /** Every call-out of a subject, the newest first; for rooms that have checked the scope of the subject. */
    @Transactional
    public List<Escalation> of(String subjectKind, String subjectId) {
        return views.of(subjectKind, subjectId);
    }
}

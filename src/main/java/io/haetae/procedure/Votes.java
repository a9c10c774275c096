package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Approvals: so many of so many, one vote each, given by oneself or by the one it was delegated to. */
@ApplicationScoped
class Votes {

    private final RunRecords records;
    private final Flow flow;
    private final RunChronicle chronicle;

    Votes(RunRecords records, Flow flow, RunChronicle chronicle) {
        this.records = records;
        this.flow = flow;
        this.chronicle = chronicle;
    }

    /** Takes one vote; the step ends with the vote that decides it. */
    void cast(Walk walk, RunStep step, Step plan, StepResult said, Instant at) {
        List<RunEntry> given = given(walk.run().id, step);
        Voter voter = voter(walk, step, plan, said.onBehalfOf(), given);
        records.add(new RunEntry(Ids.at(walk.now()), step, RunEntry.Kind.VOTE, said.outcome(), voter, at, walk.now())
                .saying(said.evidence(), said.reason(), said.fields())
                .decided(said.decidedBy(), said.documentNumber()));
        String words = said.reason() == null ? said.evidence() : said.reason();
        chronicle.tell(walk, "STEP_VOTED", at, plan, said.outcome(), words);
        Step.Approval rule = Objects.requireNonNull(plan.approval());
        boolean approves = said.outcome().equals(Outcomes.APPROVED);
        long approved = count(given, Outcomes.APPROVED) + (approves ? 1 : 0);
        long rejected = count(given, Outcomes.REJECTED) + (approves ? 0 : 1);
        if (approved >= rule.needed()) {
            flow.end(walk, step, Outcomes.APPROVED);
        } else if (rejected > rule.of() - rule.needed()) {
            flow.end(walk, step, Outcomes.REJECTED);
        }
    }

    private List<RunEntry> given(UUID run, RunStep step) {
        return records.entries(run).stream()
                .filter(entry -> entry.kind == RunEntry.Kind.VOTE && entry.runStep.equals(step.id))
                .toList();
    }

    static long count(List<RunEntry> votes, String outcome) {
        return votes.stream().filter(vote -> vote.outcome.equals(outcome)).count();
    }

    /** One's own vote first; else that of somebody who delegated it. */
    private Voter voter(Walk walk, RunStep step, Step plan, @Nullable String onBehalfOf, List<RunEntry> given) {
        Actor actor = walk.by();
        List<Delegated> delegations = records.delegations(walk.run().id).stream()
                .filter(delegated -> delegated.runStep.equals(step.id))
                .toList();
        boolean handedOn = delegations.stream().anyMatch(delegated -> delegated.fromId.equals(actor.id()));
        boolean own = Flow.mayAct(walk.manual(), plan, actor) && !handedOn;
        if (own && onBehalfOf == null && !hasVoted(given, actor.id())) {
            return Voter.self(actor);
        }
        Optional<Delegated> from = delegations.stream()
                .filter(delegated -> delegated.toId.equals(actor.id()))
                .filter(delegated -> !hasVoted(given, delegated.fromId))
                .filter(delegated -> onBehalfOf == null || delegated.fromName.equals(onBehalfOf))
                .findFirst();
        if (from.isPresent()) {
            return Voter.delegate(actor, from.get());
        }
        if (handedOn || hasVoted(given, actor.id())) {
            throw new Refusal(ProcedureError.VOTED, Map.of("step", step.step));
        }
        throw StepTools.notYours(walk, plan);
    }

    static boolean hasVoted(List<RunEntry> given, UUID person) {
        return given.stream().anyMatch(vote -> vote.forPerson.equals(person));
    }

    /** Whether somebody may vote now; for the page. */
    boolean mayVote(Walk walk, RunStep step, Step plan, List<RunEntry> entries, List<Delegated> all) {
        UUID actor = walk.by().id();
        List<RunEntry> given = entries.stream()
                .filter(entry -> entry.kind == RunEntry.Kind.VOTE && entry.runStep.equals(step.id))
                .toList();
        List<Delegated> delegations =
                all.stream().filter(one -> one.runStep.equals(step.id)).toList();
        boolean own = Flow.mayAct(walk.manual(), plan, walk.by())
                && delegations.stream().noneMatch(one -> one.fromId.equals(actor))
                && !hasVoted(given, actor);
        return own || delegations.stream().anyMatch(one -> one.toId.equals(actor) && !hasVoted(given, one.fromId));
    }
}

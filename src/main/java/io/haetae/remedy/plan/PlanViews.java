package io.haetae.remedy.plan;

import io.haetae.kernel.Refusal;
import io.haetae.remedy.Parties;
import io.haetae.remedy.Reminders;
import io.haetae.remedy.Steps.Move;
import io.haetae.remedy.plan.EditionStore.Edition;
import io.haetae.remedy.plan.PlanStore.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may see and do what with a plan, and what they see of it. */
@ApplicationScoped
class PlanViews {

    private final PlanStore store;
    private final GuidelineStore guidelines;
    private final EditionStore editions;
    private final PlanFiles files;
    private final Parties parties;

    PlanViews(PlanStore store, GuidelineStore guidelines, EditionStore editions, PlanFiles files, Parties parties) {
        this.store = store;
        this.guidelines = guidelines;
        this.editions = editions;
        this.files = files;
        this.parties = parties;
    }

    /** Its institution and those above it, the authority that asked for it, and those who look at everything. */
    boolean isVisible(Plan plan) {
        return parties.seesAllOf(plan.authority()) || parties.isOn(plan.institution());
    }

    /** What is being written is the institution's own; an authority sees its own institution's only. */
    boolean seesDraft(Plan plan) {
        return parties.isOn(plan.institution());
    }

    /** Refuses (403) unless the actor stands on the side that takes the step. */
    void require(PlanStep step, Plan plan) {
        if (step.side() == PlanStep.Side.INSTITUTION && !parties.answersFor(plan.institution())) {
            throw new Refusal(PlanError.NOT_ITS_OFFICE);
        }
        if (step.side() == PlanStep.Side.AUTHORITY) {
            if (!parties.leads(plan.authority())) {
                throw new Refusal(PlanError.NOT_ITS_AUTHORITY);
            }
            if (plan.state() == PlanState.HANDED_IN && handedIn(plan)) {
                throw new Refusal(PlanError.OWN_PLAN);
            }
        }
    }

    /** Whether the actor handed in the edition that is looked at now. */
    private boolean handedIn(Plan plan) {
        return editions.of(plan.id()).stream()
                .filter(one -> one.handedInAt() != null)
                .findFirst()
                .filter(one -> Objects.requireNonNull(one.person())
                        .equals(parties.actor().id()))
                .isPresent();
    }

    /** What was asked to be completed is looked at when it is due. */
    void lookedAt(Plan plan, Move<PlanStep, PlanState> move, @Nullable Instant dueAt) {
        if (move.step() == PlanStep.COMPLETION && dueAt != null) {
            guidelines.lookAt(plan.guideline(), dueAt);
        }
    }

    PlanView view(Plan plan, Instant now) {
        List<Edition> all = editions.of(plan.id());
        List<PlanFile> attached = files.ofPlan(plan.id());
        List<PlanView.Act> acts = store.acts(plan.id());
        return new PlanView(
                plan.number(),
                plan.guidelineNumber(),
                plan.title(),
                plan.authority(),
                plan.institution(),
                plan.institutionName(),
                plan.state(),
                plan.dueAt(),
                plan.dueAt() == null ? null : Reminders.lastDay(plan.dueAt()),
                plan.isOverdue(now),
                plan.state() == PlanState.COMPLETION_REQUESTED
                        ? completion(acts).orElse(null)
                        : null,
                inForce(acts).orElse(null),
                seesDraft(plan) ? draft(all, attached).orElse(null) : null,
                all.stream()
                        .filter(one -> one.handedInAt() != null)
                        .map(one -> edition(one, attached))
                        .toList(),
                editions.covered(plan.institution()),
                acts,
                plan.exercise(),
                plan.former(),
                allowed(plan, all),
                plan.version());
    }

    private List<String> allowed(Plan plan, List<Edition> all) {
        boolean answers = parties.answersFor(plan.institution());
        boolean decides = parties.leads(plan.authority())
                && !(plan.state() == PlanState.HANDED_IN
                        && all.stream()
                                .filter(one -> one.handedInAt() != null)
                                .findFirst()
                                .filter(one -> parties.actor().id().equals(one.person()))
                                .isPresent());
        boolean draft = !all.isEmpty() && all.get(0).handedInAt() == null;
        return PlanStep.TABLE.from(plan.state()).stream()
                .filter(step -> step.side() == PlanStep.Side.INSTITUTION ? answers : decides)
                .filter(step -> step != PlanStep.SUBMISSION || draft)
                .map(PlanStep::noun)
                .toList();
    }

    private static Optional<PlanView.Completion> completion(List<PlanView.Act> acts) {
        return acts.stream()
                .filter(act -> act.dueOn() != null)
                .reduce((earlier, later) -> later)
                .map(act -> new PlanView.Completion(
                        Objects.requireNonNullElse(act.text(), ""), Objects.requireNonNull(act.dueOn()), act.at()));
    }

    /** The edition that was handed in last before the last acceptance. */
    private static Optional<Integer> inForce(List<PlanView.Act> acts) {
        Integer handedIn = null;
        Integer accepted = null;
        for (PlanView.Act act : acts) {
            if (act.edition() != null) {
                handedIn = act.edition();
            } else if (act.rule().equals("remedy.failure-plan-accepted")) {
                accepted = handedIn;
            }
        }
        return Optional.ofNullable(accepted);
    }

    private static Optional<PlanView.Draft> draft(List<Edition> all, List<PlanFile> attached) {
        return all.stream()
                .findFirst()
                .filter(one -> one.handedInAt() == null)
                .map(one -> new PlanView.Draft(
                        one.number(), one.text(), one.savedAt(), one.saver(), of(one.number(), attached)));
    }

    private static PlanView.Edition edition(Edition one, List<PlanFile> attached) {
        return new PlanView.Edition(
                one.number(),
                one.text(),
                Objects.requireNonNull(one.handedInAt()),
                Objects.requireNonNull(one.name()),
                one.document(),
                one.late(),
                Objects.requireNonNull(one.covered()),
                of(one.number(), attached));
    }

    private static List<PlanFile> of(int edition, List<PlanFile> attached) {
        return attached.stream()
                .filter(file -> Objects.equals(file.edition(), edition))
                .toList();
    }
}

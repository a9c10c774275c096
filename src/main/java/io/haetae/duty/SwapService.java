package io.haetae.duty;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Two people exchange shifts: one asks, the other accepts, and only then it counts. */
@ApplicationScoped
public class SwapService {

    private final Sql sql;
    private final TeamAccess access;
    private final RosterPlans plans;
    private final DutyPeople people;
    private final SwapRecords records;
    private final CurrentActor current;
    private final Clock clock;

    SwapService(
            Sql sql,
            TeamAccess access,
            RosterPlans plans,
            DutyPeople people,
            SwapRecords records,
            CurrentActor current,
            Clock clock) {
        this.sql = sql;
        this.access = access;
        this.plans = plans;
        this.people = people;
        this.records = records;
        this.current = current;
        this.clock = clock;
    }

    /** Asks somebody of the team to take a shift of the acting person. */
    @Transactional
    public SwapView ask(UUID roster, NewSwap command) {
        TeamAccess.Known team = access.seenByRoster(roster);
        Actor asker = current.get();
        RosterPlan plan = plans.of(roster).orElseThrow(Refusal::notFound);
        List<FieldError> errors = new ArrayList<>();
        UUID asked = people.named("/with", command.with(), errors);
        if (errors.isEmpty() && (asked.equals(asker.id()) || !isMember(team.team(), asked))) {
            errors.add(FieldError.of("/with", "not-in-team", command.with()));
        }
        Optional<Shift> give = shift(plan, asker.id(), command.shiftAt());
        Optional<Shift> take = command.theirsAt() == null ? Optional.empty() : shift(plan, asked, command.theirsAt());
        if (give.isEmpty()) {
            errors.add(FieldError.of("/shiftAt", "no-shift-then", asker.username()));
        }
        if (command.theirsAt() != null && take.isEmpty()) {
            errors.add(FieldError.of("/theirsAt", "no-shift-then", command.with()));
        }
        DutyPeople.refuse(errors);
        UUID id = Ids.at(clock.instant());
        records.insert(id, roster, asker.id(), asked, give.orElseThrow(), take.orElse(null), command.note());
        return records.get(id);
    }

    /** Answers (whoever was asked). Accepting puts each in the place of the other, if both shifts still stand. */
    @Transactional
    public SwapView answer(UUID id, SwapAnswer answer) {
        SwapView swap = seen(id);
        if (!swap.asked().id().equals(current.get().id())) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        Instant now = clock.instant();
        sql.list("select 1 from duty_swap where id = ? for update", row -> 1, id);
        if (records.get(id).state() != SwapView.State.ASKED) {
            throw new Refusal(DutyError.SWAP_OVER);
        }
        if (answer.accepted()) {
            RosterPlan plan = plans.of(swap.roster()).orElseThrow();
            boolean stands = swap.give().from().isAfter(now)
                    && stands(plan, swap.asker(), swap.give())
                    && (swap.take() == null || stands(plan, swap.asked(), swap.take()));
            if (!stands) {
                throw new Refusal(DutyError.SHIFT_CHANGED);
            }
            records.exchange(swap, now);
        }
        records.answered(swap, answer.accepted() ? SwapView.State.ACCEPTED : SwapView.State.DECLINED, now);
        return records.get(id);
    }

    /** Withdraws what nobody has answered yet (whoever asked). */
    @Transactional
    public void withdraw(UUID id) {
        SwapView swap = seen(id);
        if (!swap.asker().id().equals(current.get().id())) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        if (swap.state() != SwapView.State.ASKED) {
            throw new Refusal(DutyError.SWAP_OVER);
        }
        records.answered(swap, SwapView.State.WITHDRAWN, clock.instant());
    }

    /** Swaps in which the acting person takes part, the newest first. */
    @Transactional
    public List<SwapView> mine() {
        return records.of(current.get().id());
    }

    private SwapView seen(UUID id) {
        SwapView swap = records.get(id);
        UUID reader = current.get().id();
        if (!swap.asker().id().equals(reader) && !swap.asked().id().equals(reader)) {
            throw Refusal.notFound();
        }
        return swap;
    }

    /** The shift of a person at a time, if it has not begun. */
    private Optional<Shift> shift(RosterPlan plan, UUID person, Instant at) {
        return plan.at(at).stream()
                .filter(shift -> person.equals(shift.person()))
                .filter(shift -> shift.from().isAfter(clock.instant()))
                .findFirst();
    }

    private static boolean stands(RosterPlan plan, DutyPerson person, SwapView.Span span) {
        return plan.at(span.from()).stream()
                .anyMatch(shift -> person.id().equals(shift.person())
                        && shift.from().equals(span.from())
                        && shift.until().equals(span.until()));
    }

    private boolean isMember(UUID team, UUID person) {
        return sql.first("select 1 from duty_team_member where team = ? and person = ?", row -> 1, team, person)
                .isPresent();
    }
}

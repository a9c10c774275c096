package io.haetae.duty.handover;

import io.haetae.audit.Journal;
import io.haetae.duty.RosterView;
import io.haetae.duty.RosterViews;
import io.haetae.duty.ShiftView;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Begins hand-overs: finds the two shifts in the rosters and the one who takes over. */
@ApplicationScoped
public class HandOverBeginning {

    /** So late may somebody hand over whose shift has ended (product default). */
    static final Duration LEEWAY = Duration.ofHours(12);

    /** So early may somebody hand over to whoever comes next (product default). */
    private static final Duration AHEAD = Duration.ofHours(24);

    /** How far what is due counts when no roster says when the coming shift ends (product default). */
    private static final Duration USUAL = Duration.ofHours(12);

    private final HandOverStore store;
    private final HandOverReadService reading;
    private final RosterViews rosters;
    private final HandOverTakers takers;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    HandOverBeginning(
            HandOverStore store,
            HandOverReadService reading,
            RosterViews rosters,
            HandOverTakers takers,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.rosters = rosters;
        this.takers = takers;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Begins one; its contents are gathered whenever its giver looks, until he signs. */
    @Transactional
    public HandOverView begin(@Valid NewHandOver command) {
        Actor actor = current.get();
        Instant now = clock.instant();
        PersonView taker = takers.find(command.to(), actor);
        UUID toRoster = command.toRoster() == null ? command.roster() : command.toRoster();
        HandOverView.Party giver = party(actor.id(), actor.name(), command.roster(), "/roster", actor.username(), now);
        HandOverView.Party next = party(taker.id(), taker.name(), toRoster, "/to", taker.username(), now);
        Instant end = next.until() != null && next.until().isAfter(now) ? next.until() : now.plus(USUAL);
        HandOver begun = new HandOver(
                Ids.at(now),
                institution(command.roster(), actor),
                HandOverState.DRAFT,
                giver,
                next,
                now,
                end,
                "",
                Map.of(),
                0,
                1);
        if (!store.add(begun)) {
            throw new Refusal(HandOverError.UNDER_WAY);
        }
        store.act(begun, HandOverMove.BEGUN, 0, actor, null, now);
        journal.record(
                HandOverMove.BEGUN,
                HandOverService.SUBJECT,
                begun.id().toString(),
                Map.of(
                        "giver", actor.username(),
                        "taker", taker.username(),
                        "from", giver.post(),
                        "to", next.post()));
        return reading.get(begun.id());
    }

    private String institution(@Nullable UUID roster, Actor actor) {
        return roster == null ? actor.institution() : rosters.seen(roster).institution();
    }

    private HandOverView.Party party(
            UUID person, String name, @Nullable UUID roster, String pointer, String username, Instant now) {
        if (roster == null) {
            return new HandOverView.Party(person, name, null, "", null, null);
        }
        RosterView named = rosters.seen(roster);
        ShiftView shift = shift(roster, person, pointer.equals("/to"), now)
                .orElseThrow(() -> Refusal.fields(List.of(
                        new FieldError(pointer, "not-on-duty", Map.of("value", username, "roster", named.name())))));
        return new HandOverView.Party(
                person, name, roster, named.teamName() + " · " + named.name(), shift.from(), shift.until());
    }

    /** Of the giver the shift that runs or ran last; of the taker the one that runs or comes next. */
    private Optional<ShiftView> shift(UUID roster, UUID person, boolean coming, Instant now) {
        List<ShiftView> his = rosters.shifts(roster, now.minus(LEEWAY), now.plus(AHEAD)).stream()
                .filter(shift -> shift.person() != null && shift.person().id().equals(person))
                .toList();
        return coming
                ? his.stream().filter(shift -> shift.until().isAfter(now)).findFirst()
                : his.stream().filter(shift -> !shift.from().isAfter(now)).reduce((earlier, later) -> later);
    }
}

package io.haetae.duty.handover;

import io.haetae.duty.MyShifts;
import io.haetae.duty.RosterViews;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Form;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What the form of a new hand-over offers: the shifts of the reader that run or have just ended, and who comes after him. */
@ApplicationScoped
class HandOverChoices {

    private static final Duration NEXT = Duration.ofDays(2);

    private final MyShifts mine;
    private final RosterViews rosters;
    private final CurrentActor current;

    HandOverChoices(MyShifts mine, RosterViews rosters, CurrentActor current) {
        this.mine = mine;
        this.rosters = rosters;
        this.current = current;
    }

    /** The rosters by which the reader is on duty. */
    record Choices(List<Form.Option> rosters) {}

    Choices now() {
        return new Choices(running().stream()
                .map(each -> new Form.Option(each.roster().toString(), each.name()))
                .distinct()
                .toList());
    }

    /** Filled in with the shift that runs and whoever has the next one. */
    Form form() {
        Form form = Form.blank();
        running().stream().reduce((earlier, later) -> later).ifPresent(shift -> form.put("roster", shift.roster())
                .put("to", successor(shift.roster(), shift.until()).orElse(null)));
        return form;
    }

    private List<MyShifts.Mine> running() {
        return mine.running(HandOverBeginning.LEEWAY);
    }

    private Optional<String> successor(UUID roster, Instant from) {
        UUID reader = current.get().id();
        return rosters.shifts(roster, from, from.plus(NEXT)).stream()
                .filter(shift -> !shift.from().isBefore(from))
                .filter(shift -> shift.person() != null && !shift.person().id().equals(reader))
                .map(shift -> shift.person().username())
                .findFirst();
    }
}

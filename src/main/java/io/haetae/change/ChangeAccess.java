package io.haetae.change;

import io.haetae.change.Move.Side;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Who may take which step. That the thing is in scope has been asked before. */
@ApplicationScoped
class ChangeAccess {

    private final CurrentActor current;

    ChangeAccess(CurrentActor current) {
        this.current = current;
    }

    Actor actor() {
        return current.get();
    }

    /** Refuses (403) who may not take steps of that side; {@code writer} is the one who wrote it last. */
    Actor require(Side side, UUID writer) {
        if (side == Side.WORKER) {
            return worker();
        }
        Actor approver = current.require(Role.OFFICER);
        if (approver.id().equals(writer)) {
            throw new Refusal(ChangeError.ANOTHER_PERSON);
        }
        return approver;
    }

    Actor worker() {
        return current.require(Role.OPERATOR, Role.OFFICER);
    }

    /** The nouns the reader may put now. */
    List<String> allowed(Change change) {
        return Move.TABLE.stream()
                .filter(move -> move.from() == change.state)
                .filter(move -> may(move.side(), change.window.writtenBy))
                .map(move -> move.step().noun())
                .toList();
    }

    boolean may(Side side, UUID writer) {
        Actor actor = current.get();
        return side == Side.WORKER
                ? actor.hasAny(Role.OPERATOR, Role.OFFICER)
                : actor.hasAny(Role.OFFICER) && !actor.id().equals(writer);
    }
}

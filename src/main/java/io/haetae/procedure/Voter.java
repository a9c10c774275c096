package io.haetae.procedure;

import io.haetae.kernel.Actor;
import java.util.UUID;

/**
 * Who writes an entry, and for whom.
 *
 * @param forPerson the person's own id but for a delegate
 */
record Voter(UUID person, String personName, UUID forPerson, String forName) {

    static Voter self(Actor actor) {
        return new Voter(actor.id(), actor.name(), actor.id(), actor.name());
    }

    static Voter delegate(Actor actor, Delegated by) {
        return new Voter(actor.id(), actor.name(), by.fromId, by.fromName);
    }
}

package io.haetae.duty.handover;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Who may take a shift over. */
@ApplicationScoped
class HandOverTakers {

    private final PeopleService people;
    private final InstitutionService institutions;

    HandOverTakers(PeopleService people, InstitutionService institutions) {
        this.people = people;
        this.institutions = institutions;
    }

    /**
     * The person named, who acts for the giver's institution, one above it or one below it; from everybody else the giver
     * must not even learn that there is such a name. Refuses (422) the giver, auditors and administrators.
     */
    PersonView find(String username, Actor giver) {
        PersonView taker = people.findByUsername(username)
                .filter(PersonView::active)
                .filter(person -> isInLine(person, giver))
                .orElseThrow(() -> Refusal.field("/to", "unknown-person", username));
        if (taker.id().equals(giver.id())) {
            throw Refusal.field("/to", "hand-over-to-oneself", username);
        }
        if (taker.roles().contains(Role.AUDITOR) || taker.roles().contains(Role.ADMIN)) {
            throw Refusal.field("/to", "may-not-be-rostered", username);
        }
        return taker;
    }

    private boolean isInLine(PersonView person, Actor giver) {
        return institutions.selfAndAbove(giver.institution()).contains(person.institution())
                || institutions.selfAndBelow(giver.institution()).contains(person.institution());
    }
}

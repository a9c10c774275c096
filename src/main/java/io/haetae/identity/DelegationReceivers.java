package io.haetae.identity;

import io.haetae.kernel.Actor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may receive a delegation: a person or an institution under the same central authority, for a time that is bounded. */
@ApplicationScoped
class DelegationReceivers {

    private final People people;
    private final InstitutionRows institutions;

    DelegationReceivers(People people, InstitutionRows institutions) {
        this.people = people;
        this.institutions = institutions;
    }

    /** Who receives it: a person, or an institution. */
    record Receiver(@Nullable UUID person, @Nullable String institution, String name) {}

    /** Refuses (422) what cannot be, with every field. */
    Receiver of(DelegationCommand command, Actor giver, String institution, Instant from, Instant longest) {
        List<FieldError> errors = new ArrayList<>();
        if (!command.until().isAfter(from)) {
            errors.add(FieldError.of("/until", "end-before-begin"));
        } else if (command.until().isAfter(longest)) {
            errors.add(new FieldError("/until", "too-late", Map.of("value", command.until(), "allowed", longest)));
        }
        Receiver receiver = command.person() != null && command.institution() == null
                ? person(errors, command.person(), giver, institution)
                : institution(errors, command, institution);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        return receiver;
    }

    private Receiver person(List<FieldError> errors, String username, Actor giver, String institution) {
        Person person = people.byUsername(username).filter(Person::isActive).orElse(null);
        String actsFor = person == null ? null : person.getInstitution();
        if (person == null || actsFor == null) {
            errors.add(FieldError.of("/person", "unknown-person", username));
            return new Receiver(null, null, username);
        }
        if (person.getId().equals(giver.id())) {
            errors.add(FieldError.of("/person", "oneself", username));
        }
        sameAuthority(errors, "/person", username, actsFor, institution);
        return new Receiver(person.getId(), null, username);
    }

    private Receiver institution(List<FieldError> errors, DelegationCommand command, String institution) {
        String to = command.institution();
        if (to == null || command.person() != null) {
            errors.add(FieldError.of("/person", "person-or-institution"));
            return new Receiver(null, null, "");
        }
        InstitutionRows.State known = institutions.present(to).orElse(null);
        if (known == null || known.institution().successor() != null) {
            errors.add(FieldError.of("/institution", "unknown-institution", to));
        } else if (to.equals(institution)) {
            errors.add(FieldError.of("/institution", "oneself", to));
        } else {
            sameAuthority(errors, "/institution", to, to, institution);
        }
        return new Receiver(null, to, to);
    }

    /** None of the five central authorities looks into another's business, nor lets another do it. */
    private void sameAuthority(
            List<FieldError> errors, String pointer, String value, String receiver, String institution) {
        if (!Objects.equals(authority(receiver), authority(institution))) {
            errors.add(FieldError.of(pointer, "other-authority", value));
        }
    }

    private @Nullable String authority(String code) {
        return institutions
                .present(code)
                .map(state -> state.institution().centralAuthority())
                .orElse(null);
    }
}

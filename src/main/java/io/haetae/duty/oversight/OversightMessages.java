package io.haetae.duty.oversight;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One message to each of those who can do something about it, however much is late. */
@ApplicationScoped
class OversightMessages {

    private static final int NAMED = 5;

    private final PeopleService people;
    private final ContactPoints contacts;
    private final Texts texts;

    OversightMessages(PeopleService people, ContactPoints contacts, Texts texts) {
        this.people = people;
        this.contacts = contacts;
        this.texts = texts;
    }

    /** To the situation room and the administrators. */
    List<NewDelivery> about(List<Finding> fresh, Instant now) {
        LocalizedText title = texts.both("duty.oversight.title", Map.of("n", fresh.size()));
        LocalizedText body = new LocalizedText(body(Locale.KOREAN, fresh), body(Locale.ENGLISH, fresh));
        List<NewDelivery> messages = new ArrayList<>();
        for (PersonView person : people.list()) {
            if (person.active()
                    && (person.roles().contains(Role.SITUATION)
                            || person.roles().contains(Role.ADMIN))) {
                for (ContactPoints.Point point : contacts.of(person)) {
                    messages.add(message(person, point, title, body, now));
                }
            }
        }
        return messages;
    }

    private static NewDelivery message(
            PersonView person, ContactPoints.Point point, LocalizedText title, LocalizedText body, Instant now) {
        return new NewDelivery(
                "OVERSIGHT",
                now.toString(),
                Stream.ofNullable(person.institution()).collect(Collectors.toSet()),
                person.id(),
                person.name(),
                point.channel(),
                point.address(),
                0,
                title,
                body,
                "oversight:" + now + ":" + point.channel() + ":" + person.id(),
                false,
                null);
    }

    private String body(Locale locale, List<Finding> fresh) {
        String named = fresh.stream()
                .limit(NAMED)
                .map(finding -> texts.text(locale, "duty.oversight.what." + finding.what(), Map.of()) + " "
                        + finding.subjectId())
                .collect(Collectors.joining(", "));
        return texts.text(locale, "duty.oversight.body", Map.of("named", named));
    }
}

package io.haetae.remedy;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Tells offices what is asked of them and central authorities what has come, over every address they have. */
@ApplicationScoped
public class Telling {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final Texts texts;

    Telling(Outbox outbox, ContactPoints contacts, PeopleService people, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.texts = texts;
    }

    /**
     * What is told.
     *
     * @param number of the thing it is about
     * @param scope keys that reach it
     * @param key of the texts {@code <key>.title} and {@code <key>.body}
     * @param occasion told once for each
     * @param exercise 훈련: marked in the title
     */
    public record Message(
            String subjectKind,
            String number,
            Set<String> scope,
            String key,
            String occasion,
            Map<String, ?> facts,
            boolean exercise) {}

    /** Tells the officers of institutions. */
    public void officers(Message message, Collection<String> of) {
        tell(message, people.holding(Role.OFFICER, of));
    }

    /** Tells who speaks for a central authority. */
    public void authority(Message message, String authority) {
        tell(
                message,
                Stream.concat(
                                people.holding(Role.AUTHORITY, Set.of(authority)).stream(),
                                people.holding(Role.SITUATION, Set.of(authority)).stream())
                        .distinct()
                        .toList());
    }

    private void tell(Message message, List<PersonView> whom) {
        LocalizedText title = texts.both(message.key() + ".title", message.facts());
        LocalizedText body = texts.both(message.key() + ".body", message.facts());
        Map<UUID, List<ContactPoints.Point>> ways = contacts.of(whom);
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView person : whom) {
            for (ContactPoints.Point point : ways.getOrDefault(person.id(), List.of())) {
                deliveries.add(new NewDelivery(
                        message.subjectKind(),
                        message.number(),
                        message.scope(),
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        String.join(
                                ":",
                                message.number(),
                                message.key(),
                                message.occasion(),
                                person.username(),
                                point.channel().name()),
                        message.exercise(),
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }
}

package io.haetae.change;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells those who may approve planned work that it waits for them: all who could, but for its writer. */
@ApplicationScoped
class ApprovalMessages {

    private final PeopleService people;
    private final ContactPoints contactPoints;
    private final Outbox outbox;
    private final Texts texts;

    ApprovalMessages(PeopleService people, ContactPoints contactPoints, Outbox outbox, Texts texts) {
        this.people = people;
        this.contactPoints = contactPoints;
        this.outbox = outbox;
        this.texts = texts;
    }

    /** Once for each time it is written. */
    void awaited(Window window, Instant now) {
        Change change = window.change;
        Map<String, Object> facts = Map.of(
                "title",
                window.title,
                "writer",
                window.writer,
                "systems",
                String.join(", ", window.codes),
                "number",
                change == null ? "" : change.number);
        String words = change == null ? "change.message.window" : "change.message.change";
        LocalizedText title = texts.both(words + ".title", facts);
        LocalizedText body = texts.both(words + ".body", facts);
        List<PersonView> approvers = people.holding(Role.OFFICER, window.scope).stream()
                .filter(each -> !each.id().equals(window.writtenBy))
                .toList();
        Map<UUID, List<ContactPoints.Point>> points = contactPoints.of(approvers);
        List<NewDelivery> messages = new ArrayList<>();
        for (PersonView each : approvers) {
            points.getOrDefault(each.id(), List.of())
                    .forEach(point -> messages.add(message(window, each, point, title, body, now)));
        }
        outbox.enqueue(messages);
    }

    private static NewDelivery message(
            Window window,
            PersonView to,
            ContactPoints.Point point,
            LocalizedText title,
            LocalizedText body,
            Instant now) {
        Change change = window.change;
        return new NewDelivery(
                change == null ? WindowService.SUBJECT : ChangeService.SUBJECT,
                change == null ? window.id.toString() : change.number,
                Set.copyOf(window.scope),
                to.id(),
                to.name(),
                point.channel(),
                point.address(),
                0,
                title,
                body,
                "change:approval:" + window.id + ":" + now + ":" + to.id() + ":" + point.channel() + ":"
                        + point.address(),
                false,
                null);
    }
}

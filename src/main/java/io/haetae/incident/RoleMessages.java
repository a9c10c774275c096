package io.haetae.incident;

import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Tells people that they have a role in an incident, and has the words for roles and links. */
@ApplicationScoped
class RoleMessages {

    private final Outbox outbox;
    private final ContactPoints contactPoints;
    private final Texts texts;

    RoleMessages(Outbox outbox, ContactPoints contactPoints, Texts texts) {
        this.outbox = outbox;
        this.contactPoints = contactPoints;
        this.texts = texts;
    }

    LocalizedText name(ResponseRole role) {
        return texts.both("incident.role." + role, Map.of());
    }

    LocalizedText name(LinkKind kind) {
        return texts.both("incident.link." + kind, Map.of());
    }

    void assigned(Incident incident, ResponseRole role, PersonView person, Instant at) {
        LocalizedText name = name(role);
        List<NewDelivery> deliveries = contactPoints.of(person).stream()
                .map(point -> new NewDelivery(
                        Telling.INCIDENT,
                        incident.number,
                        Set.copyOf(incident.scope),
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        text("incident.role.message.title", incident, name),
                        text("incident.role.message.body", incident, name),
                        "incident:role:" + incident.id + ":" + role + ":" + at + ":" + point.channel(),
                        incident.exercise,
                        null))
                .toList();
        outbox.enqueue(deliveries);
    }

    private LocalizedText text(String key, Incident incident, LocalizedText role) {
        return new LocalizedText(
                texts.text(Locale.KOREAN, key, facts(incident, role.ko())),
                texts.text(Locale.ENGLISH, key, facts(incident, role.en())));
    }

    private static Map<String, String> facts(Incident incident, String role) {
        return Map.of("number", incident.number, "title", incident.title, "role", role);
    }
}

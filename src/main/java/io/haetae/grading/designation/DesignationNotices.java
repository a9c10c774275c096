package io.haetae.grading.designation;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Tells the owner that its system was designated, which brings the duty to notify, or is one no more. */
@ApplicationScoped
class DesignationNotices {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final Texts texts;

    DesignationNotices(Outbox outbox, ContactPoints contacts, PeopleService people, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.texts = texts;
    }

    void tell(SystemView system, boolean designated, DesignationCommand command, Instant at) {
        List<PersonView> officers = people.holding(Role.OFFICER, List.of(system.owner()));
        Map<UUID, List<ContactPoints.Point>> ways = contacts.of(officers);
        String key = "grading.designation.notice." + (designated ? "designated" : "revoked");
        LocalizedText title = text(key + ".title", system, command);
        LocalizedText body = text(key + ".body", system, command);
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView officer : officers) {
            for (ContactPoints.Point point : ways.getOrDefault(officer.id(), List.of())) {
                deliveries.add(new NewDelivery(
                        "SYSTEM",
                        system.code(),
                        system.scopeKeys(),
                        officer.id(),
                        officer.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        String.join(
                                ":",
                                "designation",
                                system.code(),
                                String.valueOf(at.toEpochMilli()),
                                officer.username(),
                                point.channel().name()),
                        false,
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }

    private LocalizedText text(String key, SystemView system, DesignationCommand command) {
        return new LocalizedText(text(Locale.KOREAN, key, system, command), text(Locale.ENGLISH, key, system, command));
    }

    private String text(Locale locale, String key, SystemView system, DesignationCommand command) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("system", system.name().in(locale));
        facts.put("code", system.code());
        facts.put("on", command.on());
        facts.put("basis", command.grounds().strip());
        facts.put("document", Objects.requireNonNullElse(command.document(), "–"));
        return texts.text(locale, key, facts);
    }
}

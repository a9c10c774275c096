package io.haetae.support;

import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.Deliveries;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Tells those concerned of every step: who asked, who answered, who is sent; before an answer, all who could give it. */
@ApplicationScoped
class SupportMessages {

    private final SupportAccess access;
    private final ContactPoints contactPoints;
    private final Outbox outbox;
    private final Deliveries deliveries;
    private final Texts texts;

    SupportMessages(
            SupportAccess access, ContactPoints contactPoints, Outbox outbox, Deliveries deliveries, Texts texts) {
        this.access = access;
        this.contactPoints = contactPoints;
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.texts = texts;
    }

    /**
     * The latest step.
     *
     * @param open whether the other side had not answered before it
     * @param relieved who is sent no more by this step
     */
    void told(SupportRequest request, Subject subject, boolean open, List<SupportPerson> relieved, Actor by) {
        SupportStep step = request.steps.get(request.steps.size() - 1);
        if (subject.needToKnow()) {
            deliveries.restrict(SupportService.SUBJECT, request.number, true);
        }
        LocalizedText title = words("support.message.title", request, subject, step);
        LocalizedText body = words("support.message.body", request, subject, step);
        List<PersonView> people = concerned(request, subject, open, relieved, by);
        Map<UUID, List<ContactPoints.Point>> points = contactPoints.of(people);
        List<NewDelivery> messages = new ArrayList<>();
        for (PersonView each : people) {
            points.getOrDefault(each.id(), List.of())
                    .forEach(point -> messages.add(new NewDelivery(
                            SupportService.SUBJECT,
                            request.number,
                            subject.system().scopeKeys(),
                            each.id(),
                            each.name(),
                            point.channel(),
                            point.address(),
                            0,
                            title,
                            body,
                            "support:" + request.number + ":" + step.number + ":" + each.id() + ":" + point.channel()
                                    + ":" + point.address(),
                            request.exercise,
                            null)));
        }
        outbox.enqueue(messages);
    }

    private List<PersonView> concerned(
            SupportRequest request, Subject subject, boolean open, List<SupportPerson> relieved, Actor by) {
        Map<UUID, PersonView> people = new LinkedHashMap<>();
        if (open) {
            List<PersonView> could =
                    request.origin == Party.TEAM ? access.institution(subject.system()) : access.team();
            could.forEach(each -> people.put(each.id(), each));
        }
        Set<UUID> known = new LinkedHashSet<>();
        known.add(request.askedBy);
        if (request.answeredBy != null) {
            known.add(request.answeredBy);
        }
        request.sent().forEach(each -> known.add(each.person));
        relieved.forEach(each -> known.add(each.person));
        access.active(known).forEach(each -> people.put(each.id(), each));
        people.remove(by.id());
        return List.copyOf(people.values());
    }

    private LocalizedText words(String key, SupportRequest request, Subject subject, SupportStep step) {
        LocalizedText name = subject.system().name();
        return new LocalizedText(
                words(Locale.KOREAN, key, request, subject, step, name.ko()),
                words(Locale.ENGLISH, key, request, subject, step, name.en()));
    }

    private String words(
            Locale locale, String key, SupportRequest request, Subject subject, SupportStep step, String system) {
        String said = step.number == 1 ? request.what : step.text;
        return texts.text(
                locale,
                key,
                Map.of(
                        "number",
                        request.number,
                        "system",
                        system,
                        "incident",
                        subject.incident(),
                        "what",
                        texts.text(locale, "support.rule." + step.rule, Map.of()),
                        "who",
                        step.name + " (" + step.institution + ")",
                        "text",
                        Objects.requireNonNullElse(said, "")));
    }
}

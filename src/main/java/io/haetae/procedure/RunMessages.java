package io.haetae.procedure;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Tells people of a run what they have to know, once. */
@ApplicationScoped
class RunMessages {

    private static final String RUN = "RUN";

    private final Outbox outbox;
    private final PeopleService people;
    private final ContactPoints contactPoints;
    private final Texts texts;

    RunMessages(Outbox outbox, PeopleService people, ContactPoints contactPoints, Texts texts) {
        this.outbox = outbox;
        this.people = people;
        this.contactPoints = contactPoints;
        this.texts = texts;
    }

    /** A time limit has passed: the holder is told, without one those who may do the step. */
    void overdue(Walk walk, RunStep step) {
        Step plan = walk.manual().place(step.step).step();
        Optional<PersonView> holder =
                Optional.ofNullable(walk.run().holder).flatMap(people::find).filter(PersonView::active);
        List<PersonView> readers = holder.map(List::of).orElseGet(() -> doers(walk, plan));
        LocalizedText title = plan.title();
        send(walk, "overdue", "overdue:" + step.id + ":" + step.dueAt, readers, title);
    }

    /** The run is in somebody's hands now. */
    void handedOver(Walk walk, HandedOver handed, PersonView to) {
        send(
                walk,
                "handed-over",
                "handed-over:" + handed.id,
                List.of(to),
                walk.manual().header().title());
    }

    /** An approval was delegated to somebody. */
    void delegated(Walk walk, Step plan, Delegated delegated, PersonView to) {
        send(walk, "delegated", "delegated:" + delegated.id, List.of(to), plan.title());
    }

    private List<PersonView> doers(Walk walk, Step plan) {
        Set<Role> held =
                walk.manual().role(plan.role()).map(role -> role.held()).orElse(Set.of(Role.OPERATOR));
        Map<UUID, PersonView> doers = new LinkedHashMap<>();
        if (!walk.subject().institutions().isEmpty()) {
            held.stream().sorted().forEach(role -> people.holding(
                            role, walk.subject().institutions())
                    .forEach(person -> doers.put(person.id(), person)));
        }
        return List.copyOf(doers.values());
    }

    private void send(Walk walk, String message, String key, List<PersonView> readers, LocalizedText what) {
        Run run = walk.run();
        Map<String, String> korean =
                Map.of("manual", walk.manual().header().title().ko(), "what", what.ko(), "subject", run.subjectId);
        Map<String, String> english =
                Map.of("manual", walk.manual().header().title().en(), "what", what.en(), "subject", run.subjectId);
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView reader : readers) {
            for (ContactPoints.Point point : contactPoints.of(reader)) {
                deliveries.add(new NewDelivery(
                        RUN,
                        run.id.toString(),
                        Set.copyOf(run.scope),
                        reader.id(),
                        reader.name(),
                        point.channel(),
                        point.address(),
                        0,
                        text("procedure.message." + message + ".title", korean, english),
                        text("procedure.message." + message + ".body", korean, english),
                        "procedure:" + key + ":" + reader.id() + ":" + point.channel(),
                        run.exercise,
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }

    private LocalizedText text(String key, Map<String, String> korean, Map<String, String> english) {
        return new LocalizedText(texts.text(Locale.KOREAN, key, korean), texts.text(Locale.ENGLISH, key, english));
    }
}

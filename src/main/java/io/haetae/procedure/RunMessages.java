package io.haetae.procedure;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import io.haetae.procedure.engine.ManualRole;
import io.haetae.procedure.engine.Step;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells people of a run what they have to know, once. */
@ApplicationScoped
class RunMessages {

    private static final String RUN = "RUN";

    /** Marks a central authority among the keys of a scope. */
    private static final String AUTHORITY = "@";

    /** Roles that central authorities hold for everything of theirs. */
    private static final Set<Role> OF_AUTHORITIES = Set.of(Role.SITUATION, Role.SUPPORT, Role.AUTHORITY, Role.HQ);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

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
        send(walk, "overdue", "overdue:" + step.id + ":" + step.dueAt, readers, plan.title(), step.dueAt);
    }

    /** The run is in somebody's hands now. */
    void handedOver(Walk walk, HandedOver handed, PersonView to) {
        send(
                walk,
                "handed-over",
                "handed-over:" + handed.id,
                List.of(to),
                walk.manual().header().title(),
                null);
    }

    /** An approval has become ready: everybody who may give it is asked, with its time limit. Says who was. */
    List<String> approval(Walk walk, Step plan, RunStep step) {
        List<PersonView> approvers = approvers(walk, plan);
        send(walk, "approval", "approval:" + step.id, approvers, plan.title(), step.dueAt);
        return approvers.stream().map(PersonView::username).toList();
    }

    /** An approval was delegated to somebody. */
    void delegated(Walk walk, Step plan, RunStep step, Delegated delegated, PersonView to) {
        send(walk, "delegated", "delegated:" + delegated.id, List.of(to), plan.title(), step.dueAt);
    }

    private List<PersonView> approvers(Walk walk, Step plan) {
        Set<String> institutions = new TreeSet<>(walk.subject().institutions());
        Set<String> above = new TreeSet<>(institutions);
        walk.subject().scope().stream()
                .filter(key -> key.startsWith(AUTHORITY))
                .forEach(key -> above.add(key.substring(AUTHORITY.length())));
        Map<UUID, PersonView> approvers = new LinkedHashMap<>();
        held(walk, plan).stream()
                .sorted()
                .filter(role -> !above.isEmpty())
                .flatMap(role -> people.holding(role, OF_AUTHORITIES.contains(role) ? above : institutions).stream())
                .filter(person -> !walk.subject().needToKnow()
                        || person.roles().contains(Role.SITUATION)
                        || walk.subject().scope().contains(person.institution()))
                .forEach(person -> approvers.put(person.id(), person));
        return List.copyOf(approvers.values());
    }

    private static Set<Role> held(Walk walk, Step plan) {
        return walk.manual().role(plan.role()).map(ManualRole::held).orElse(Set.of(Role.OPERATOR));
    }

    private List<PersonView> doers(Walk walk, Step plan) {
        Map<UUID, PersonView> doers = new LinkedHashMap<>();
        if (!walk.subject().institutions().isEmpty()) {
            held(walk, plan).stream().sorted().forEach(role -> people.holding(
                            role, walk.subject().institutions())
                    .forEach(person -> doers.put(person.id(), person)));
        }
        return List.copyOf(doers.values());
    }

    private void send(
            Walk walk,
            String message,
            String key,
            List<PersonView> readers,
            LocalizedText what,
            @Nullable Instant dueAt) {
        Run run = walk.run();
        LocalizedText manual = walk.manual().header().title();
        String due = dueAt == null ? "–" : TIME.format(dueAt.atZone(Zones.SEOUL));
        Map<String, String> korean =
                Map.of("manual", manual.ko(), "what", what.ko(), "subject", run.subjectId, "due", due);
        Map<String, String> english =
                Map.of("manual", manual.en(), "what", what.en(), "subject", run.subjectId, "due", due);
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

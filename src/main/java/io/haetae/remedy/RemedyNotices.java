package io.haetae.remedy;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Tells the other side what has come, and both what is late. */
@ApplicationScoped
class RemedyNotices {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final Texts texts;

    RemedyNotices(Outbox outbox, ContactPoints contacts, PeopleService people, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.texts = texts;
    }

    void made(Recommendation of) {
        tell(of, "made", of.recommendedAt, addressees(of));
    }

    /** A step of one side is told to the other. */
    void taken(Recommendation of, Act act) {
        String key =
                switch (of.state) {
                    case RECOMMENDED -> throw new IllegalStateException("no step leads there");
                    case PLANNED -> act.dueOn == null ? "returned" : "planned";
                    case REPORTED -> "reported";
                    case VERIFIED -> "verified";
                    case WITHDRAWN -> "withdrawn";
                };
        boolean byAddressee = act.dueOn != null || act.evidence != null;
        tell(of, key, act.at, byAddressee ? recommenders(of) : addressees(of));
    }

    /** The time is near: the addressee; it has passed: both. */
    void reminded(Recommendation of, Instant now) {
        boolean late = of.isOverdue(now);
        List<PersonView> whom = new ArrayList<>(addressees(of));
        if (late) {
            whom.addAll(recommenders(of));
        }
        String awaited = of.state == RemedyState.RECOMMENDED ? "plan" : "result";
        tell(of, (late ? "late-" : "near-") + awaited, Objects.requireNonNull(of.nextAt), whom);
    }

    private List<PersonView> addressees(Recommendation of) {
        return people.holding(Role.OFFICER, Set.of(of.institution));
    }

    private List<PersonView> recommenders(Recommendation of) {
        List<PersonView> all = new ArrayList<>();
        for (Role role : of.basis.recommenders()) {
            all.addAll(people.holding(role, Set.of(of.recommendedBy)));
        }
        return all;
    }

    private void tell(Recommendation of, String key, Instant at, List<PersonView> whom) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", of.number);
        facts.put("title", of.title);
        facts.put("institution", of.institution);
        facts.put("due", of.dueAt == null ? "–" : LocalDate.ofInstant(of.dueAt.minusNanos(1), Zones.SEOUL));
        LocalizedText title = texts.both("remedy.notice." + key + ".title", facts);
        LocalizedText body = texts.both("remedy.notice." + key + ".body", facts);
        Map<UUID, PersonView> once = new LinkedHashMap<>();
        whom.forEach(person -> once.put(person.id(), person));
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView person : once.values()) {
            for (ContactPoints.Point point : contacts.of(person)) {
                deliveries.add(new NewDelivery(
                        RecommendationService.SUBJECT,
                        of.number,
                        Set.copyOf(of.scope),
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        String.join(
                                ":",
                                of.number,
                                key,
                                at.toString(),
                                person.username(),
                                point.channel().name()),
                        of.exercise,
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }
}

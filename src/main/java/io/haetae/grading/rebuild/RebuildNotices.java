package io.haetae.grading.rebuild;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Tells the central authority what it is to review, and the owner's side what is to be completed. */
@ApplicationScoped
class RebuildNotices {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final InstitutionService institutions;
    private final Texts texts;

    RebuildNotices(
            Outbox outbox, ContactPoints contacts, PeopleService people, InstitutionService institutions, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.institutions = institutions;
        this.texts = texts;
    }

    /**
     * What is told of.
     *
     * @param number of the rebuild
     * @param owner code of the institution whose system it is
     * @param item its name
     */
    record About(String number, String title, String owner, LocalizedText item) {}

    /** Whoever reviews for the owner. */
    Collection<PersonView> reviewers(String owner) {
        String authority = institutions.get(owner).centralAuthority();
        return authority == null ? List.of() : people.holding(Role.AUTHORITY, List.of(authority));
    }

    /** The officers of the owner, and whoever answered. */
    Collection<PersonView> answerers(String owner, List<UUID> answered) {
        Map<UUID, PersonView> told = new LinkedHashMap<>();
        people.holding(Role.OFFICER, List.of(owner)).forEach(one -> told.put(one.id(), one));
        people.active(answered).forEach(one -> told.put(one.id(), one));
        return told.values();
    }

    /**
     * Tells them.
     *
     * @param key of the words
     * @param occasion tells apart what happens more than once
     */
    void tell(
            About about, String key, String occasion, Collection<PersonView> whom, Map<Locale, Map<String, ?>> facts) {
        LocalizedText title = words("rebuild.notice." + key + ".title", facts);
        LocalizedText body = words("rebuild.notice." + key + ".body", facts);
        Set<String> scope = concerned(about.owner());
        Map<UUID, List<ContactPoints.Point>> ways = contacts.of(List.copyOf(whom));
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView person : whom) {
            for (ContactPoints.Point point : ways.getOrDefault(person.id(), List.of())) {
                deliveries.add(new NewDelivery(
                        RebuildService.SUBJECT,
                        about.number(),
                        scope,
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        String.join(
                                ":",
                                about.number(),
                                key,
                                occasion,
                                person.username(),
                                point.channel().name()),
                        false,
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }

    /** What every notice says, in both languages. */
    static Map<Locale, Map<String, ?>> facts(About about, Instant dueAt, Map<String, ?> more) {
        Map<Locale, Map<String, ?>> facts = new LinkedHashMap<>();
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Map<String, Object> all = new LinkedHashMap<>(more);
            all.put("number", about.number());
            all.put("title", about.title());
            all.put("item", about.item().in(language));
            all.put("due", LocalDate.ofInstant(dueAt.minusNanos(1), Zones.SEOUL).toString());
            facts.put(language, all);
        }
        return facts;
    }

    private LocalizedText words(String key, Map<Locale, Map<String, ?>> facts) {
        return new LocalizedText(
                texts.text(Locale.KOREAN, key, facts.getOrDefault(Locale.KOREAN, Map.of())),
                texts.text(Locale.ENGLISH, key, facts.getOrDefault(Locale.ENGLISH, Map.of())));
    }

    /** The owner's side and its central authority. */
    private Set<String> concerned(String owner) {
        Set<String> keys = new TreeSet<>(institutions.selfAndAbove(owner));
        String authority = institutions.get(owner).centralAuthority();
        if (authority != null) {
            keys.add(authority);
            keys.add(Scope.authorityKey(authority));
        }
        return keys;
    }
}

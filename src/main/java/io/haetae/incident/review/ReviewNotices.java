package io.haetae.incident.review;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.incident.AfterCare.Subject;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells whoever answers for a review, and whoever decides on it. The messages belong to the incident, so that one of need
 * to know stays so.
 */
@ApplicationScoped
class ReviewNotices {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final InstitutionService institutions;
    private final Texts texts;

    ReviewNotices(
            Outbox outbox, ContactPoints contacts, PeopleService people, InstitutionService institutions, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.institutions = institutions;
        this.texts = texts;
    }

    void opened(Review review, Subject subject) {
        tell(review, subject, "opened", review.createdAt, review.dueAt, owners(review));
    }

    void moved(Review review, Subject subject, Instant now) {
        tell(review, subject, "moved", now, review.dueAt, owners(review));
    }

    /** A step of one side is told to the other. */
    void taken(Review review, Subject subject, ReviewAct act) {
        switch (review.state) {
            case SUBMITTED -> tell(review, subject, "submitted", act.at, review.dueAt, deciders(review));
            case ACCEPTED -> tell(review, subject, "accepted", act.at, review.dueAt, owners(review));
            case COMPLETION_REQUESTED -> tell(review, subject, "completion", act.at, review.dueAt, owners(review));
            case DRAFT -> {
                // writing and assigning concern nobody else
            }
        }
    }

    /** Every moment that has come since the last time: near or late, for the draft and for the whole. */
    void reminded(Review review, Subject subject, Instant now) {
        boolean drafted = review.draftedAt != null;
        if (!drafted && !came(review, review.draftDueAt, now)) {
            remind(review, subject, "draft-near", review.draftWarnAt, review.draftDueAt, now);
        }
        if (!drafted) {
            remind(review, subject, "draft-late", review.draftDueAt, review.draftDueAt, now);
        }
        if (!came(review, review.dueAt, now)) {
            remind(review, subject, "near", review.warnAt, review.dueAt, now);
        }
        remind(review, subject, "late", review.dueAt, review.dueAt, now);
    }

    private void remind(
            Review review, Subject subject, String key, @Nullable Instant moment, @Nullable Instant due, Instant now) {
        if (moment != null && came(review, moment, now)) {
            Collection<PersonView> whom = new ArrayList<>(owners(review));
            if (key.equals("late")) {
                whom.addAll(deciders(review));
            }
            tell(review, subject, key, moment, due, whom);
        }
    }

    private static boolean came(Review review, @Nullable Instant moment, Instant now) {
        return moment != null && moment.isAfter(review.toldUntil) && !moment.isAfter(now);
    }

    private Collection<PersonView> owners(Review review) {
        Map<UUID, PersonView> told = new LinkedHashMap<>();
        people.holding(Role.OFFICER, Set.of(review.institution)).forEach(one -> told.put(one.id(), one));
        if (review.reviewer != null) {
            people.active(List.of(review.reviewer)).forEach(one -> told.put(one.id(), one));
        }
        return told.values();
    }

    private Collection<PersonView> deciders(Review review) {
        String authority = institutions.get(review.institution).centralAuthority();
        if (authority == null) {
            return List.of();
        }
        List<PersonView> both = new ArrayList<>(people.holding(Role.AUTHORITY, Set.of(authority)));
        both.addAll(people.holding(Role.SITUATION, Set.of(authority)));
        return both;
    }

    private void tell(
            Review review,
            Subject subject,
            String key,
            Instant at,
            @Nullable Instant due,
            Collection<PersonView> whom) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("incident", subject.number());
        facts.put("title", subject.title());
        facts.put("institution", review.institution);
        facts.put("due", due == null ? "–" : LocalDate.ofInstant(due.minusNanos(1), Zones.SEOUL));
        LocalizedText title = texts.both("review.notice." + key + ".title", facts);
        LocalizedText body = texts.both("review.notice." + key + ".body", facts);
        Map<UUID, PersonView> once = new LinkedHashMap<>();
        whom.forEach(person -> once.put(person.id(), person));
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView person : once.values()) {
            for (ContactPoints.Point point : contacts.of(person)) {
                deliveries.add(new NewDelivery(
                        "INCIDENT",
                        subject.number(),
                        subject.scope(),
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        String.join(
                                ":",
                                review.id.toString(),
                                key,
                                at.toString(),
                                person.username(),
                                point.channel().name()),
                        subject.exercise(),
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }
}

package io.haetae.grading;

import io.haetae.grading.AssessmentAccess.Seen;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Tells the other side: 통보 and 보완 요청 to the owner, submissions and appeals to the central authority. */
@ApplicationScoped
class GradeNotices {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final InstitutionService institutions;
    private final Texts texts;

    GradeNotices(
            Outbox outbox, ContactPoints contacts, PeopleService people, InstitutionService institutions, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.institutions = institutions;
        this.texts = texts;
    }

    void submitted(Seen seen) {
        tell(
                seen,
                "submitted",
                deciders(seen),
                Map.of("grade", seen.assessment().getGraded().grade()));
    }

    void appealed(Seen seen) {
        String reason = seen.assessment().getAppeals().get(0).getReason();
        tell(seen, "appealed", deciders(seen), Map.of("reason", reason));
    }

    void decided(Seen seen, DecisionCommand command) {
        int computed = seen.assessment().getGraded().grade();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("computed", computed);
        facts.put("grade", Objects.requireNonNullElse(command.gradeFor(computed), computed));
        facts.put("reason", Objects.requireNonNullElse(command.reasonOrNull(), ""));
        facts.put("document", Objects.requireNonNullElse(command.documentNumberOrNull(), "–"));
        String key =
                switch (command.outcome()) {
                    case CONFIRMED -> "confirmed";
                    case CHANGED -> "changed";
                    case COMPLETION_REQUESTED -> "completion-requested";
                };
        tell(seen, key, owners(seen), facts);
    }

    /** The officers of the owner, and whoever answered for it from an institution above. */
    private Collection<PersonView> owners(Seen seen) {
        Map<UUID, PersonView> told = new LinkedHashMap<>();
        people.holding(Role.OFFICER, List.of(seen.system().owner())).forEach(one -> told.put(one.id(), one));
        List<UUID> submitters = seen.assessment().getSubmissions().stream()
                .map(Submission::getPerson)
                .toList();
        people.active(submitters).forEach(one -> told.put(one.id(), one));
        return told.values();
    }

    private Collection<PersonView> deciders(Seen seen) {
        String authority = seen.authority();
        return authority == null ? List.of() : people.holding(Role.AUTHORITY, List.of(authority));
    }

    private void tell(Seen seen, String key, Collection<PersonView> whom, Map<String, ?> facts) {
        String id = seen.assessment().getId().toString();
        LocalizedText title = text("grading.notice." + key + ".title", seen, facts);
        LocalizedText body = text("grading.notice." + key + ".body", seen, facts);
        Set<String> scope = concerned(seen);
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView person : whom) {
            for (ContactPoints.Point point : contacts.of(person)) {
                deliveries.add(new NewDelivery(
                        "ASSESSMENT",
                        id,
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
                                id,
                                key,
                                String.valueOf(times(seen)),
                                person.username(),
                                point.channel().name()),
                        false,
                        null));
            }
        }
        outbox.keepWithin("ASSESSMENT", id);
        outbox.enqueue(deliveries);
    }

    /** The owner's side and its central authority: who operates or houses a system is not told of its grading. */
    private Set<String> concerned(Seen seen) {
        Set<String> keys = new TreeSet<>(institutions.selfAndAbove(seen.system().owner()));
        String authority = seen.authority();
        if (authority != null) {
            keys.add(authority);
            keys.add(Scope.authorityKey(authority));
        }
        return keys;
    }

    /** Tells apart what happens to one assessment more than once. */
    private static int times(Seen seen) {
        Assessment assessment = seen.assessment();
        return assessment.getSubmissions().size()
                + assessment.getDecisions().size()
                + assessment.getAppeals().size();
    }

    private LocalizedText text(String key, Seen seen, Map<String, ?> facts) {
        return new LocalizedText(text(Locale.KOREAN, key, seen, facts), text(Locale.ENGLISH, key, seen, facts));
    }

    private String text(Locale locale, String key, Seen seen, Map<String, ?> facts) {
        Map<String, Object> all = new LinkedHashMap<>(facts);
        all.put("system", seen.system().name().in(locale));
        all.put("code", seen.system().code());
        return texts.text(locale, key, all);
    }
}

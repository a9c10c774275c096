package io.haetae.crisis;

import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.Deliveries;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the headquarters people of a lead agency and the situation room, through the outbox. */
@ApplicationScoped
class CrisisNotices {

    static final String CRISIS = "CRISIS";

    private final Outbox outbox;
    private final Deliveries deliveries;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final InstitutionService institutions;
    private final Texts texts;
    private final CrisisConfig config;

    CrisisNotices(
            Outbox outbox,
            Deliveries deliveries,
            ContactPoints contacts,
            PeopleService people,
            InstitutionService institutions,
            Texts texts,
            CrisisConfig config) {
        this.outbox = outbox;
        this.deliveries = deliveries;
        this.contacts = contacts;
        this.people = people;
        this.institutions = institutions;
        this.texts = texts;
        this.config = config;
    }

    /** Who may not know of the crisis may not read the messages about it either. */
    void guard(Crisis crisis) {
        deliveries.restrict(CRISIS, crisis.number, true);
    }

    /** The rules recommend another stage than the one that stands. */
    void recommended(Crisis crisis, Recommendation said, int n) {
        String worse = said.worse() ? "worse" : "milder";
        String why = said.reasons().isEmpty() ? "" : "why";
        Map<Locale, Map<String, Object>> facts = new LinkedHashMap<>();
        for (Locale locale : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            Map<String, Object> of = new LinkedHashMap<>();
            of.put("stage", texts.text(locale, "crisis.stage." + said.stage()));
            of.put("standing", texts.text(locale, "crisis.stage." + said.standing()));
            of.put("why", why.isEmpty() ? "" : said.reasons().get(0).why().in(locale));
            facts.put(locale, of);
        }
        tell(crisis, said.leadAgency(), "crisis.notice." + worse, facts, said.leadAgency() + ":" + n);
    }

    /** A situation report is due soon, or was due. */
    void reportDue(Crisis crisis, String leadAgency, String key, String dueAt, String once) {
        Map<Locale, Map<String, Object>> facts =
                Map.of(Locale.KOREAN, Map.of("dueAt", dueAt), Locale.ENGLISH, Map.of("dueAt", dueAt));
        tell(crisis, leadAgency, key, facts, leadAgency + ":" + once);
    }

    private void tell(
            Crisis crisis, String leadAgency, String key, Map<Locale, Map<String, Object>> facts, String once) {
        InstitutionView agency = institutions.get(leadAgency);
        LocalizedText title = text(key + ".title", crisis, agency, facts);
        LocalizedText body = text(key + ".body", crisis, agency, facts);
        List<NewDelivery> messages = new ArrayList<>();
        for (PersonView person : told(agency).values()) {
            for (ContactPoints.Point point : contacts.of(person)) {
                messages.add(new NewDelivery(
                        CRISIS,
                        crisis.number,
                        Set.copyOf(crisis.scope),
                        person.id(),
                        person.name(),
                        point.channel(),
                        point.address(),
                        0,
                        title,
                        body,
                        String.join(
                                ":",
                                crisis.number,
                                key,
                                once,
                                person.username(),
                                point.channel().name()),
                        crisis.exercise,
                        null));
            }
        }
        outbox.enqueue(messages);
    }

    private Map<UUID, PersonView> told(InstitutionView agency) {
        Map<UUID, PersonView> told = new LinkedHashMap<>();
        people.holding(Role.HQ, List.of(agency.code())).forEach(one -> told.put(one.id(), one));
        String authority = agency.centralAuthority() == null ? config.safetyMinistry() : agency.centralAuthority();
        people.holding(Role.SITUATION, institutions.selfAndBelow(authority)).forEach(one -> told.put(one.id(), one));
        return told;
    }

    private LocalizedText text(
            String key, Crisis crisis, InstitutionView agency, Map<Locale, Map<String, Object>> facts) {
        return new LocalizedText(
                text(Locale.KOREAN, key, crisis, agency, facts), text(Locale.ENGLISH, key, crisis, agency, facts));
    }

    private String text(
            Locale locale, String key, Crisis crisis, InstitutionView agency, Map<Locale, Map<String, Object>> facts) {
        Map<String, Object> all = new LinkedHashMap<>(facts.getOrDefault(locale, Map.of()));
        all.put("number", crisis.number);
        all.put("title", crisis.title);
        all.put("agency", agency.name().in(locale));
        return texts.text(locale, key, all);
    }
}

package io.haetae.grading.campaign;

import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import io.haetae.notify.ContactPoints;
import io.haetae.notify.NewDelivery;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Tells the offices what is asked of them, and reminds. */
@ApplicationScoped
class CampaignNotices {

    private final Outbox outbox;
    private final ContactPoints contacts;
    private final PeopleService people;
    private final InstitutionService institutions;
    private final Texts texts;

    CampaignNotices(
            Outbox outbox, ContactPoints contacts, PeopleService people, InstitutionService institutions, Texts texts) {
        this.outbox = outbox;
        this.contacts = contacts;
        this.people = people;
        this.institutions = institutions;
        this.texts = texts;
    }

    void opened(Campaign campaign, List<String> of) {
        for (String institution : of) {
            tell(
                    campaign.number(),
                    institution,
                    "opened",
                    "1",
                    Map.of("title", campaign.title(), "due", Day.of(campaign.dueAt())));
        }
    }

    /** Before or after the due time. */
    void reminded(CampaignStore.Clock clock, boolean late, int open) {
        tell(
                clock.number(),
                clock.institution(),
                late ? "late" : "reminded",
                String.valueOf(clock.reminded() + 1),
                Map.of("title", clock.title(), "due", Day.of(clock.dueAt()), "open", open));
    }

    /** An exception was granted, is to end soon, or has ended. */
    void exception(ExceptionStore.Kept exception, String key) {
        tell(
                exception.number(),
                exception.owner(),
                "exception-" + key,
                exception.id() + ":" + key,
                Map.of(
                        "title", exception.title(),
                        "system", exception.system(),
                        "until", Day.of(exception.untilAt()),
                        "reason", exception.reason()));
    }

    private void tell(String number, String institution, String key, String occasion, Map<String, ?> facts) {
        List<PersonView> officers = people.holding(Role.OFFICER, List.of(institution));
        Map<UUID, List<ContactPoints.Point>> ways = contacts.of(officers);
        Set<String> scope = institutions.selfAndAbove(institution);
        List<NewDelivery> deliveries = new ArrayList<>();
        for (PersonView officer : officers) {
            for (ContactPoints.Point point : ways.getOrDefault(officer.id(), List.of())) {
                deliveries.add(new NewDelivery(
                        "CAMPAIGN",
                        number,
                        scope,
                        officer.id(),
                        officer.name(),
                        point.channel(),
                        point.address(),
                        0,
                        texts.both("grading.campaign.notice." + key + ".title", facts),
                        texts.both("grading.campaign.notice." + key + ".body", facts),
                        String.join(
                                ":",
                                number,
                                institution,
                                key,
                                occasion,
                                officer.username(),
                                point.channel().name()),
                        false,
                        null));
            }
        }
        outbox.enqueue(deliveries);
    }
}

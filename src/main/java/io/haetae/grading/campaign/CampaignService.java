package io.haetae.grading.campaign;

import io.haetae.audit.Journal;
import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.identity.AuthorityArea;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Zones;
import io.haetae.rule.SystemGradeRules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens and ends full reviews, and shows how far they have come. */
@ApplicationScoped
public class CampaignService {

    private final CampaignStore store;
    private final CampaignStandings standings;
    private final CampaignAccess access;
    private final CampaignNotices notices;
    private final SystemGradeRules rules;
    private final Journal journal;
    private final Clock clock;

    CampaignService(
            CampaignStore store,
            CampaignStandings standings,
            CampaignAccess access,
            CampaignNotices notices,
            SystemGradeRules rules,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.access = access;
        this.notices = notices;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /** Opens a review for the systems of the actor's institutions (AUTHORITY of a central authority). */
    @Transactional
    public CampaignView open(CampaignCommand command) {
        Actor by = access.require(Role.AUTHORITY);
        Instant now = clock.instant();
        check(command, now);
        String ruleSet = command.ruleSet() == null || command.ruleSet().isBlank()
                ? rules.inForce(by.institution()).orElseThrow(Refusal::notFound).ruleSet()
                : rules.resolve(command.ruleSet(), by.institution()).ruleSet();
        int year = now.atZone(Zones.SEOUL).getYear();
        Campaign campaign = new Campaign(
                Ids.at(now),
                "REV-%d-%04d".formatted(year, store.nextNumber()),
                by.institution(),
                command.title().strip(),
                ruleSet,
                now,
                by.name(),
                command.dueAt(),
                null);
        store.add(campaign, by.id());
        int systems = store.addSystems(campaign, command.institutions().toArray(String[]::new));
        if (systems == 0) {
            throw new Refusal(CampaignError.NOTHING_TO_REVIEW);
        }
        store.addClocks(campaign, Reminders.next(command.dueAt(), now));
        notices.opened(campaign, store.institutions(campaign.id()));
        journal.record(
                "grading.campaign-opened",
                "CAMPAIGN",
                campaign.number(),
                Map.of(
                        "title", campaign.title(),
                        "systems", systems,
                        "dueAt", campaign.dueAt(),
                        "ruleSet", ruleSet,
                        "institutions", command.institutions()));
        return view(campaign);
    }

    private void check(CampaignCommand command, Instant now) {
        List<FieldError> errors = new ArrayList<>();
        if (!command.dueAt().isAfter(now)) {
            errors.add(FieldError.of("/dueAt", "in-the-past", command.dueAt()));
        }
        for (int i = 0; i < command.institutions().size(); i++) {
            String code = command.institutions().get(i);
            if (!access.knows(code)) {
                errors.add(FieldError.of("/institutions/" + i, "unknown-institution", code));
            }
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Ends a review: nothing is asked any more. What was submitted takes its course. */
    @Transactional
    public CampaignView close(String number) {
        Campaign campaign = access.lockOwn(number);
        Instant now = clock.instant();
        CampaignView before = view(campaign);
        store.close(campaign.id(), now, access.actor().name());
        journal.record(
                "grading.campaign-closed",
                "CAMPAIGN",
                number,
                Map.of("systems", before.systems(), "open", before.open()));
        return view(access.see(number));
    }

    /** A review, or a refusal (404) when it asks nothing of the reader. */
    @Transactional
    public CampaignView get(String number) {
        return view(access.see(number));
    }

    /** Those that the reader may see, the newest first. */
    @Transactional
    public Page<CampaignRow> list(int limit, @Nullable String cursor) {
        Actor reader = access.actor();
        String[] owners = access.reach(reader.institution()).owners();
        AuthorityArea whole = access.whole();
        String before = cursor == null ? null : Cursor.parse(cursor, 1).get(0);
        List<Campaign> found = store.list(whole, owners, before, limit + 1);
        Map<UUID, CampaignStandings.Count> counts =
                standings.counts(found.stream().map(Campaign::id).toList(), whole, owners);
        List<CampaignRow> rows = found.stream()
                .map(campaign -> row(campaign, counts.getOrDefault(campaign.id(), CampaignStandings.Count.NONE)))
                .toList();
        return Page.of(rows, limit, row -> Cursor.of(row.number()));
    }

    private static CampaignRow row(Campaign campaign, CampaignStandings.Count count) {
        return new CampaignRow(
                campaign.number(),
                campaign.title(),
                campaign.authority(),
                campaign.openedAt(),
                campaign.dueAt(),
                campaign.closedAt(),
                count.systems(),
                count.open());
    }

    private CampaignView view(Campaign campaign) {
        CampaignAccess.Reach reach = access.reach(campaign.authority());
        return new CampaignView(
                campaign.number(),
                campaign.title(),
                campaign.authority(),
                campaign.ruleSet(),
                campaign.openedAt(),
                campaign.opener(),
                campaign.dueAt(),
                campaign.closedAt(),
                standings.progress(campaign, reach.all(), reach.owners(), clock.instant()));
    }
}

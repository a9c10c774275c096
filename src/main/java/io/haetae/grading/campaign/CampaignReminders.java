package io.haetae.grading.campaign;

import io.haetae.audit.Journal;
import io.haetae.grading.campaign.CampaignStore.Clock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Reminds institutions of what they still have to answer, each in the transaction that claims its clock. */
@ApplicationScoped
class CampaignReminders {

    private final CampaignStore store;
    private final CampaignStandings standings;
    private final CampaignNotices notices;
    private final Journal journal;
    private final java.time.Clock clock;

    CampaignReminders(
            CampaignStore store,
            CampaignStandings standings,
            CampaignNotices notices,
            Journal journal,
            java.time.Clock clock) {
        this.store = store;
        this.standings = standings;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** Says how many clocks it looked at. A clock without anything left to remind of stands still. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<Clock> due = store.claim(now, most);
        for (Clock each : due) {
            int open = standings.open(each.campaign(), each.institution());
            if (open == 0) {
                store.reminded(each, null);
                continue;
            }
            boolean late = !each.dueAt().isAfter(now);
            notices.reminded(each, late, open);
            store.reminded(each, Reminders.next(each.dueAt(), now));
            journal.record(
                    late ? "grading.campaign-late" : "grading.campaign-reminded",
                    "CAMPAIGN",
                    each.number(),
                    Map.of("institution", each.institution(), "open", open, "dueAt", each.dueAt()));
        }
        return due.size();
    }
}

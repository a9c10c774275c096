package io.haetae.grading.campaign;

import io.haetae.audit.Journal;
import io.haetae.grading.campaign.CampaignStandings.Standing;
import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.grading.campaign.ExceptionStore.Kept;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Excepts systems from a full review for a time. An exception warns before it ends, and ends by itself. */
@ApplicationScoped
public class ExceptionService {

    /** Product default: how long before its end an exception warns. */
    static final Duration WARNING = Duration.ofDays(30);

    /** Product default: how long the office has when an exception ends after the review was due. */
    static final Duration AGAIN = Duration.ofDays(14);

    private final CampaignStore store;
    private final CampaignStandings standings;
    private final ExceptionStore exceptions;
    private final CampaignAccess access;
    private final CampaignNotices notices;
    private final Journal journal;
    private final Clock clock;

    ExceptionService(
            CampaignStore store,
            CampaignStandings standings,
            ExceptionStore exceptions,
            CampaignAccess access,
            CampaignNotices notices,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.standings = standings;
        this.exceptions = exceptions;
        this.access = access;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** Excepts a system (AUTHORITY of the review). Refuses (409) one that was answered for or is excepted already. */
    @Transactional
    public ExceptionView grant(String number, String system, ExceptionCommand command) {
        Campaign campaign = access.lockOwn(number);
        Actor by = access.actor();
        Instant now = clock.instant();
        if (!command.until().isAfter(now)) {
            throw Refusal.field("/until", "in-the-past", command.until());
        }
        Standing standing = standings.find(campaign, system).orElseThrow(Refusal::notFound);
        if (standing.state() == CampaignAnswer.State.EXCUSED) {
            throw new Refusal(CampaignError.EXCUSED, Map.of("value", system));
        }
        if (!standing.state().isToAnswer()) {
            throw new Refusal(CampaignError.ANSWERED, Map.of("value", system));
        }
        Instant warn = command.until().minus(WARNING);
        Instant next = warn.isAfter(now) ? warn : command.until();
        if (!exceptions.add(Ids.at(now), campaign.id(), standing.system(), command, now, by.id(), by.name(), next)) {
            throw new Refusal(CampaignError.EXCUSED, Map.of("value", system));
        }
        Kept kept = exceptions.open(campaign.id(), system).orElseThrow();
        notices.exception(kept, "granted");
        record("grading.exception-granted", kept, command.reason());
        return kept.view();
    }

    /** Takes an exception back: the system is to be answered for again at once (AUTHORITY of the review). */
    @Transactional
    public ExceptionView revoke(String number, String system, ExceptionCommand.Revocation command) {
        Campaign campaign = access.lockOwn(number);
        Kept kept = exceptions.open(campaign.id(), system).orElseThrow(Refusal::notFound);
        end(kept, "REVOKED", clock.instant());
        record("grading.exception-revoked", kept, command.reason());
        return exceptions.of(campaign.id(), true, new String[0]).stream()
                .filter(one -> one.id().equals(kept.id()))
                .findFirst()
                .orElseThrow()
                .view();
    }

    /** Those there were in a review, as far as the reader's institutions reach. */
    @Transactional
    public List<ExceptionView> list(String number) {
        Campaign campaign = access.see(number);
        CampaignAccess.Reach reach = access.reach(campaign.authority());
        return exceptions.of(campaign.id(), reach.all(), reach.owners()).stream()
                .map(Kept::view)
                .toList();
    }

    /** Warns of those that end soon and ends those whose time has come. Says how many it looked at. */
    @Transactional
    public int sweep(int most) {
        Instant now = clock.instant();
        List<Kept> due = exceptions.claim(now, most);
        for (Kept exception : due) {
            if (!exception.untilAt().isAfter(now)) {
                end(exception, "EXPIRED", now);
                record("grading.exception-expired", exception, exception.reason());
            } else {
                exceptions.warned(exception, now);
                notices.exception(exception, "ends-soon");
            }
        }
        return due.size();
    }

    private void end(Kept exception, String ending, Instant now) {
        exceptions.end(exception, ending, now);
        store.rearm(exception.campaign(), exception.owner(), now.plus(AGAIN), Reminders.next(now.plus(AGAIN), now));
        notices.exception(exception, exception.closed() ? "ended-after" : "ended");
    }

    private void record(String rule, Kept exception, String reason) {
        journal.record(
                rule,
                "CAMPAIGN",
                exception.number(),
                Map.of(
                        "system", exception.system(),
                        "until", exception.untilAt(),
                        "reason", reason,
                        "decidedBy", exception.decidedBy(),
                        "documentNumber", Objects.requireNonNullElse(exception.documentNumber(), "")));
    }
}

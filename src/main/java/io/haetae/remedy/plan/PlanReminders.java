package io.haetae.remedy.plan;

import io.haetae.remedy.Reminders;
import io.haetae.remedy.plan.GuidelineStore.Guideline;
import io.haetae.remedy.plan.PlanStore.Plan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Reminds, each in the transaction that claims it. Doing it twice changes nothing. */
@ApplicationScoped
class PlanReminders {

    /** After the warning at three quarters of the term (product default). */
    static final Duration[] BEFORE = {Duration.ofDays(14), Duration.ofDays(3)};

    private final PlanStore plans;
    private final GuidelineStore guidelines;
    private final PlanNotices notices;
    private final Clock clock;

    PlanReminders(PlanStore plans, GuidelineStore guidelines, PlanNotices notices, Clock clock) {
        this.plans = plans;
        this.guidelines = guidelines;
        this.notices = notices;
        this.clock = clock;
    }

    /** Reminds institutions of plans that are due soon or late. Says how many it looked at. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<Plan> claimed = plans.claim(now, most);
        for (Plan plan : claimed) {
            Instant dueAt = Objects.requireNonNull(plan.dueAt());
            notices.reminded(plan, now);
            plans.reminded(plan.id(), Reminders.next(dueAt, now, BEFORE));
        }
        return claimed.size();
    }

    /** Tells authorities how many plans are late: when they are due, and every week while any is. */
    @Transactional
    public int tellLate(int most) {
        Instant now = clock.instant();
        List<Guideline> claimed = guidelines.claimLate(now, most);
        for (Guideline guideline : claimed) {
            GuidelineView.Standing standing = guidelines
                    .standings(List.of(guideline.id()), true, "", new String[0], now)
                    .get(guideline.id());
            if (standing == null || standing.awaited() + standing.completionRequested() == 0) {
                guidelines.lateNext(guideline.id(), null);
                continue;
            }
            if (standing.late() > 0) {
                notices.late(guideline, standing, now);
            }
            guidelines.lateNext(guideline.id(), Reminders.next(guideline.plansDueAt(), now));
        }
        return claimed.size();
    }

    /** Tells authorities that the three years of a guideline run out, or have. */
    @Transactional
    public int tellRenewal(int most) {
        Instant now = clock.instant();
        List<Guideline> claimed = guidelines.claimRenewal(now, most);
        for (Guideline guideline : claimed) {
            notices.renewal(guideline, now);
            guidelines.renewalNext(
                    guideline.id(), Reminders.next(guideline.renewalDueAt(), now, GuidelineService.BEFORE_RENEWAL));
        }
        return claimed.size();
    }
}

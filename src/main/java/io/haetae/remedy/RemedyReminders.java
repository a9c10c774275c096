package io.haetae.remedy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reminds, each in the transaction that claims it. Doing it twice changes nothing. */
@ApplicationScoped
class RemedyReminders {

    private final Recommendations recommendations;
    private final RemedyNotices notices;
    private final Clock clock;

    RemedyReminders(Recommendations recommendations, RemedyNotices notices, Clock clock) {
        this.recommendations = recommendations;
        this.notices = notices;
        this.clock = clock;
    }

    /** Tells the people of what is due soon or late. Says how many it looked at. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<Recommendation> claimed = recommendations.claimDue(now, most);
        for (Recommendation due : claimed) {
            notices.reminded(due, now);
            due.reminded(now);
        }
        return claimed.size();
    }
}

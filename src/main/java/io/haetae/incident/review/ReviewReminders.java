package io.haetae.incident.review;

import io.haetae.incident.AfterCare;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Tells the people of a review what is due soon or late, each in the transaction that claims it. */
@ApplicationScoped
class ReviewReminders {

    private final Reviews reviews;
    private final AfterCare care;
    private final ReviewNotices notices;
    private final Clock clock;

    ReviewReminders(Reviews reviews, AfterCare care, ReviewNotices notices, Clock clock) {
        this.reviews = reviews;
        this.care = care;
        this.notices = notices;
        this.clock = clock;
    }

    /** Reminds. Says how many reviews it looked at. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<Review> claimed = reviews.claimDue(now, most);
        for (Review review : claimed) {
            notices.reminded(review, care.of(review.incident), now);
            review.plan(now);
        }
        return claimed.size();
    }
}

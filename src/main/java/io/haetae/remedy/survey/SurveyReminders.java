package io.haetae.remedy.survey;

import io.haetae.remedy.Reminders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reminds institutions of the answers they owe, each in the transaction that claims it. */
@ApplicationScoped
class SurveyReminders {

    /** Product default. */
    static final Duration[] BEFORE = {Duration.ofDays(14), Duration.ofDays(3)};

    private final SurveyParts parts;
    private final SurveyNotices notices;
    private final Clock clock;

    SurveyReminders(SurveyParts parts, SurveyNotices notices, Clock clock) {
        this.parts = parts;
        this.notices = notices;
        this.clock = clock;
    }

    /** Says how many it looked at. Doing it twice changes nothing. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<SurveyParts.Due> claimed = parts.claim(now, most);
        for (SurveyParts.Due due : claimed) {
            notices.reminded(due, now);
            parts.reminded(due, Reminders.next(due.dueAt(), now, BEFORE));
        }
        return claimed.size();
    }
}

package io.haetae.remedy.survey;

import io.haetae.kernel.Zones;
import io.haetae.remedy.Reminders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reminds institutions of the answers they owe and of the visits that are near, each in the transaction that claims it. When
 * is a product default: at three quarters of the time, shortly before, and when it is due; of answers every week afterwards.
 */
@ApplicationScoped
class SurveyReminders {

    private static final Duration BEFORE_ANSWERS = Duration.ofDays(3);

    private static final Duration BEFORE_VISIT = Duration.ofDays(1);

    /** Visitors come when offices open. */
    private static final LocalTime VISIT = LocalTime.of(9, 0);

    private final SurveyParts parts;
    private final SurveyNotices notices;
    private final Clock clock;

    SurveyReminders(SurveyParts parts, SurveyNotices notices, Clock clock) {
        this.parts = parts;
        this.notices = notices;
        this.clock = clock;
    }

    /** When an institution is reminded first of answers that are due. */
    static Instant firstOfAnswers(Instant dueAt, Instant now) {
        return Reminders.first(now, dueAt, now, BEFORE_ANSWERS);
    }

    /** When an institution is reminded first of a visit; never of one whose day has begun. */
    static @Nullable Instant firstOfVisit(LocalDate on, Instant now) {
        Instant begins = begins(on);
        return now.isBefore(begins) ? Reminders.first(now, begins, now, BEFORE_VISIT) : null;
    }

    private static Instant begins(LocalDate on) {
        return on.atTime(VISIT).atZone(Zones.SEOUL).toInstant();
    }

    /** Says how many it looked at. Doing it twice changes nothing. */
    @Transactional
    public int remind(int most) {
        Instant now = clock.instant();
        List<SurveyParts.Due> claimed = parts.claim(now, most);
        for (SurveyParts.Due due : claimed) {
            notices.reminded(due, now);
            parts.reminded(due, Reminders.next(due.dueAt(), now, BEFORE_ANSWERS));
        }
        return claimed.size();
    }

    /** The same of visits. Of one whose day is over nobody is reminded any more. */
    @Transactional
    public int remindOfVisits(int most) {
        Instant now = clock.instant();
        List<SurveyParts.Visit> claimed = parts.claimVisits(now, most);
        for (SurveyParts.Visit visit : claimed) {
            Instant begins = begins(visit.on());
            if (now.isBefore(Reminders.after(visit.on()))) {
                notices.reminded(visit, now);
            }
            parts.reminded(visit, now.isBefore(begins) ? Reminders.next(begins, now, BEFORE_VISIT) : null);
        }
        return claimed.size();
    }
}

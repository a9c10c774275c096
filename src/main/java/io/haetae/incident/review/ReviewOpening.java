package io.haetae.incident.review;

import io.haetae.audit.Journal;
import io.haetae.incident.AfterCare;
import io.haetae.incident.AfterCare.Subject;
import io.haetae.incident.review.Move.Step;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes reviews follow their incidents: opened at recovery, suspended at reopening, computed anew at the next recovery. */
@ApplicationScoped
class ReviewOpening {

    static final String SUBJECT = "REVIEW";

    /** Product default: of failures of grade 4 that concern no major system a review is made on order. */
    private static final int ON_ORDER = 4;

    private final Reviews reviews;
    private final AfterCare care;
    private final DueDates dates;
    private final ReviewNotices notices;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    ReviewOpening(
            Reviews reviews,
            AfterCare care,
            DueDates dates,
            ReviewNotices notices,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.reviews = reviews;
        this.care = care;
        this.dates = dates;
        this.notices = notices;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Incidents whose review has to follow. */
    List<UUID> pending(int most) {
        return care.pending(most);
    }

    /** Lets the review of one of them follow, unless another replica is at it or has done it. */
    @Transactional
    public void follow(UUID incident) {
        care.claim(incident).ifPresent(this::follow);
    }

    private void follow(Subject subject) {
        Optional<Review> known = reviews.ofIncident(subject.id());
        if (known.isPresent()) {
            move(known.get(), subject);
        } else if (subject.recoveredAt() != null && isNeeded(subject)) {
            open(subject);
        }
    }

    /** Not knowing the grade counts as the worse case. */
    private static boolean isNeeded(Subject subject) {
        Integer grade = subject.failureGrade();
        return subject.failure() && (subject.major() || grade == null || grade < ON_ORDER);
    }

    /** Opens the review of a recovered incident; empty when no institution answers for any of its systems. */
    Optional<Review> open(Subject subject) {
        Instant recoveredAt = Objects.requireNonNull(subject.recoveredAt());
        return answering(subject).map(institution -> {
            Instant now = clock.instant();
            Review review = new Review(Ids.at(now), subject.id(), institution, now);
            review.recovered(
                    recoveredAt,
                    subject.failureGrade(),
                    subject.major(),
                    dates.of(recoveredAt, subject.failureGrade()),
                    now);
            reviews.persist(review);
            write(review, Move.OPENED, now);
            reviews.flush();
            record(Move.OPENED, review, subject);
            notices.opened(review, subject);
            return review;
        });
    }

    private void move(Review review, Subject subject) {
        Instant now = clock.instant();
        Instant recoveredAt = subject.recoveredAt();
        if (recoveredAt == null) {
            reopened(review, subject, now);
        } else if (!recoveredAt.equals(review.recoveredAt)
                || !Objects.equals(subject.failureGrade(), review.failureGrade)
                || subject.major() != review.statutory) {
            DueDates.Dates anew = dates.of(recoveredAt, subject.failureGrade());
            review.recovered(recoveredAt, subject.failureGrade(), subject.major(), anew, now);
            write(review, Move.DUE_MOVED, now);
            record(Move.DUE_MOVED, review, subject);
            notices.moved(review, subject, now);
        }
    }

    private void reopened(Review review, Subject subject, Instant now) {
        if (review.recoveredAt == null) {
            return;
        }
        review.suspend();
        String rule = Move.SUSPENDED;
        if (review.state == ReviewState.SUBMITTED || review.state == ReviewState.ACCEPTED) {
            Move move = Move.require(Step.REOPENING, review.state);
            review.take(move, null, null, current.get(), now);
            rule = move.rule();
        } else {
            write(review, rule, now);
        }
        record(rule, review, subject);
    }

    private void write(Review review, String rule, Instant now) {
        Actor by = current.get();
        review.acts.add(new ReviewAct(Ids.at(now), review, rule, null, null, false, by, now));
    }

    /** The owner of the gravest system answers; among equals the owner of most of them. */
    private static Optional<String> answering(Subject subject) {
        Map<String, Long> counts = subject.systems().stream()
                .map(SystemView::owner)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return subject.systems().stream()
                .min(Comparator.comparing((SystemView system) -> Objects.requireNonNullElse(system.systemGrade(), 9))
                        .thenComparing(system -> -counts.getOrDefault(system.owner(), 0L))
                        .thenComparing(SystemView::code))
                .map(SystemView::owner);
    }

    private void record(String rule, Review review, Subject subject) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("incident", subject.number());
        data.put("institution", review.institution);
        data.put("state", review.state);
        data.put("statutory", review.statutory);
        if (review.dueAt != null && review.recoveredAt != null) {
            data.put("recoveredAt", review.recoveredAt.toString());
            data.put("dueAt", review.dueAt.toString());
        }
        journal.record(rule, SUBJECT, review.id.toString(), data);
    }
}

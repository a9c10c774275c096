package io.haetae.incident.review;

import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.incident.AfterCare.Subject;
import io.haetae.incident.IncidentReadService;
import io.haetae.incident.IncidentView;
import io.haetae.incident.TimelineEntry;
import io.haetae.incident.review.ReviewAccess.Seen;
import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import io.haetae.remedy.RecommendationFilter;
import io.haetae.remedy.RecommendationListService;
import io.haetae.remedy.RecommendationRow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a review together as people see it. */
@ApplicationScoped
class ReviewViews {

    private static final int RECOMMENDATIONS = 50;

    private final IncidentReadService incidents;
    private final RecommendationListService recommendations;
    private final PeopleService people;
    private final ReviewAccess access;
    private final Texts texts;
    private final Clock clock;

    ReviewViews(
            IncidentReadService incidents,
            RecommendationListService recommendations,
            PeopleService people,
            ReviewAccess access,
            Texts texts,
            Clock clock) {
        this.incidents = incidents;
        this.recommendations = recommendations;
        this.people = people;
        this.access = access;
        this.texts = texts;
        this.clock = clock;
    }

    ReviewView view(Seen seen) {
        Review review = seen.review();
        Subject subject = seen.subject();
        Actor reader = access.actor();
        Instant now = clock.instant();
        Optional<ReviewAct> handedIn = review.submission().filter(act -> review.state != ReviewState.DRAFT);
        return new ReviewView(
                review.id,
                subject.number(),
                subject.title(),
                review.institution,
                seen.authority(),
                reviewer(review),
                review.state,
                review.failureGrade,
                review.statutory,
                review.draftDueAt,
                lastDay(review.draftDueAt),
                review.draftedAt,
                review.dueAt,
                lastDay(review.dueAt),
                why(review),
                isAwaited(review) && review.isLate(now),
                review.ruleSet,
                review.ruleVersion,
                review.content(),
                review.content().missing(),
                figures(incidents.get(subject.number(), reader)),
                handedIn.map(act -> act.course).orElseGet(() -> incidents.timeline(subject.number(), reader)),
                handedIn.map(act -> act.at).orElse(null),
                review.acts.stream().map(ReviewViews::step).toList(),
                recommendations(review, reader),
                subject.exercise(),
                access.allowed(seen),
                review.publicVersion());
    }

    private @Nullable String reviewer(Review review) {
        return review.reviewer == null
                ? null
                : people.find(review.reviewer).map(PersonView::name).orElse(null);
    }

    private List<RecommendationRow> recommendations(Review review, Actor reader) {
        RecommendationFilter ofThis = RecommendationFilter.of(ReviewOpening.SUBJECT, review.id.toString());
        return recommendations
                .list(reader.scope(), ofThis, RECOMMENDATIONS, null)
                .items();
    }

    /** What happened until now, as it is frozen when the review is handed in. */
    List<TimelineEntry> course(Seen seen) {
        return incidents.timeline(seen.subject().number(), access.actor());
    }

    static boolean isAwaited(Review review) {
        return review.state == ReviewState.DRAFT || review.state == ReviewState.COMPLETION_REQUESTED;
    }

    private LocalizedText why(Review review) {
        if (review.recoveredAt == null) {
            return texts.both("review.due.suspended", Map.of());
        }
        LocalDate recovered = LocalDate.ofInstant(review.recoveredAt, Zones.SEOUL);
        return texts.both(
                review.statutory ? "review.due.decree" : "review.due.default", Map.of("recovered", recovered));
    }

    /** The day before the first instant that is too late. */
    static @Nullable LocalDate lastDay(@Nullable Instant due) {
        return due == null ? null : LocalDate.ofInstant(due.minusNanos(1), Zones.SEOUL);
    }

    private static ReviewView.Figures figures(IncidentView incident) {
        Instant recovered = incident.recoveredAt();
        Instant onset = Stream.of(
                        Optional.ofNullable(incident.occurredAt()),
                        Optional.ofNullable(incident.detectedAt()),
                        Optional.ofNullable(incident.recognisedAt()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(incident.recordedAt());
        List<IncidentView.Clock> late =
                incident.clocks().stream().filter(ReviewViews::isLate).toList();
        long met = incident.clocks().stream()
                .filter(one -> one.state().equals("MET") && !isLate(one))
                .count();
        return new ReviewView.Figures(
                incident.occurredAt(),
                incident.detectedAt(),
                incident.recognisedAt(),
                incident.recordedAt(),
                recovered,
                incident.awarenessGapSeconds(),
                recovered == null ? null : Duration.between(onset, recovered).toSeconds(),
                incident.systems().size(),
                (int) met,
                late.stream().map(IncidentView.Clock::name).distinct().toList());
    }

    private static boolean isLate(IncidentView.Clock clock) {
        Instant met = clock.metAt();
        return clock.state().equals("BREACHED") || (met != null && !met.isBefore(clock.dueAt()));
    }

    private static ReviewView.Step step(ReviewAct act) {
        return new ReviewView.Step(act.rule, act.at, act.name, act.institution, act.reason, act.document, act.late);
    }
}

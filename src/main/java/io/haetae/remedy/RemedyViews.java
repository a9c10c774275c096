package io.haetae.remedy;

import io.haetae.kernel.Zones;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a recommendation together as people see it. */
@ApplicationScoped
class RemedyViews {

    private final RemedyAccess access;
    private final SystemService systems;

    RemedyViews(RemedyAccess access, SystemService systems) {
        this.access = access;
        this.systems = systems;
    }

    RecommendationView view(Recommendation of, Instant now) {
        return new RecommendationView(
                of.number,
                of.basis,
                of.state,
                of.institution,
                of.recommendedBy,
                of.recommender,
                of.subjectKind == null || of.subjectId == null
                        ? null
                        : new NewRecommendation.Subject(of.subjectKind, of.subjectId),
                of.title,
                of.text,
                of.receivedOn,
                wanted(of),
                of.recommendedAt,
                of.planDueAt,
                lastDay(of.planDueAt),
                of.dueAt,
                of.isOverdue(now),
                of.plan().map(RemedyViews::plan).orElse(null),
                of.result().map(RemedyViews::result).orElse(null),
                of.acts.stream().map(RemedyViews::step).toList(),
                of.exercise,
                List.copyOf(of.former),
                access.allowed(of),
                of.publicVersion());
    }

    private RecommendationView.@Nullable Wanted wanted(Recommendation of) {
        if (of.wanted == null || of.subjectId == null) {
            return null;
        }
        Instant ended = systems.find(of.subjectId).map(SystemView::endedAt).orElse(null);
        return new RecommendationView.Wanted(of.wanted, of.mergeInto, ended);
    }

    /** The day before the first instant that is too late. */
    private static @Nullable LocalDate lastDay(@Nullable Instant due) {
        return due == null ? null : LocalDate.ofInstant(due.minusNanos(1), Zones.SEOUL);
    }

    private static RecommendationView.Plan plan(Act act) {
        return new RecommendationView.Plan(
                Objects.requireNonNullElse(act.text, ""),
                act.responsible,
                Objects.requireNonNull(act.dueOn),
                act.document,
                act.continuation(),
                act.at,
                act.late);
    }

    private static RecommendationView.Result result(Act act) {
        return new RecommendationView.Result(
                Objects.requireNonNullElse(act.text, ""),
                Objects.requireNonNull(act.evidence),
                act.document,
                act.at,
                act.late);
    }

    private static RecommendationView.Step step(Act act) {
        return new RecommendationView.Step(
                act.rule,
                act.at,
                act.name,
                act.institution,
                act.text,
                act.responsible,
                act.dueOn,
                act.evidence,
                act.document,
                act.late);
    }
}

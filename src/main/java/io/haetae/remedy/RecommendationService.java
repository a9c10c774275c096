package io.haetae.remedy;

import io.haetae.audit.Journal;
import io.haetae.deadline.Term;
import io.haetae.deadline.WorkingCalendar;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Zones;
import io.haetae.remedy.Steps.Move;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Recommends, plans, hands in, verifies. */
@ApplicationScoped
public class RecommendationService {

    static final String SUBJECT = "RECOMMENDATION";

    private final Recommendations recommendations;
    private final RemedyAccess access;
    private final RemedyViews views;
    private final RemedyNotices notices;
    private final WorkingCalendar calendar;
    private final Journal journal;
    private final Clock clock;

    RecommendationService(
            Recommendations recommendations,
            RemedyAccess access,
            RemedyViews views,
            RemedyNotices notices,
            WorkingCalendar calendar,
            Journal journal,
            Clock clock) {
        this.recommendations = recommendations;
        this.access = access;
        this.views = views;
        this.notices = notices;
        this.calendar = calendar;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Makes a recommendation (AUTHORITY or SITUATION of the institution's central authority; to merge or abolish, AUTHORITY), or sets a measure of one's
     * own (OFFICER of the institution or above it), which begins with its plan.
     */
    @Transactional
    public RecommendationView recommend(@Valid NewRecommendation said) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, Zones.SEOUL);
        LocalDate receivedOn = Objects.requireNonNullElse(said.receivedOn(), today);
        InstitutionView institution = access.requireAddressee(said.basis(), said.institution());
        RecommendationChecks.require(said, receivedOn, today);
        access.requireSubject(said);
        Recommendation made =
                new Recommendation(Ids.at(now), recommendations.nextSeq(), said, receivedOn, access.actor(), now);
        made.scope = List.copyOf(access.keys(institution));
        String rule = begin(made, said.plan(), now);
        recommendations.persistAndFlush(made);
        record(rule, made, said.text());
        notices.made(made);
        return views.view(made, now);
    }

    private String begin(Recommendation made, @Nullable ActionPlan plan, Instant now) {
        if (plan != null) {
            made.state = RemedyState.PLANNED;
            made.awaitResult(plan.dueOn(), now);
            made.write(RemedyStep.MEASURE_SET, Act.Words.of(plan), false, access.actor(), now);
            return RemedyStep.MEASURE_SET;
        }
        Instant received = made.receivedOn.atStartOfDay(Zones.SEOUL).toInstant();
        Term term = Term.starting(received, made.basis.term(), calendar);
        made.awaitPlan(term.dueAt().orElseThrow(), term.warnAt().orElseThrow());
        made.write(RemedyStep.RECOMMENDATION_MADE, Act.Words.of(made.text), false, access.actor(), now);
        return RemedyStep.RECOMMENDATION_MADE;
    }

    /** 조치계획, or a revised one (OFFICER of the institution or above it). */
    @Transactional
    public RecommendationView plan(String number, @Valid ActionPlan plan) {
        Recommendation found = recommendations.lock(number, access.actor());
        Instant now = clock.instant();
        Move<RemedyStep, RemedyState> move = require(RemedyStep.PLAN, found);
        RecommendationChecks.require(plan, found.basis, LocalDate.ofInstant(now, Zones.SEOUL));
        return take(move, found, Act.Words.of(plan), now);
    }

    /** 조치결과 (OFFICER of the institution or above it). */
    @Transactional
    public RecommendationView report(String number, @Valid ActionResult result) {
        Recommendation found = recommendations.lock(number, access.actor());
        return take(require(RemedyStep.RESULT, found), found, Act.Words.of(result), clock.instant());
    }

    /** The institution that recommended says whether it was done; never whoever handed in the result. */
    @Transactional
    public RecommendationView verify(String number, @Valid Verification said) {
        Recommendation found = recommendations.lock(number, access.actor());
        Move<RemedyStep, RemedyState> move = require(said.outcome().step(), found);
        if (move.step() == RemedyStep.VERIFICATION) {
            access.requireEnded(found);
        }
        return take(move, found, Act.Words.of(said.note()), clock.instant());
    }

    /** The institution that recommended takes it back. */
    @Transactional
    public RecommendationView withdraw(String number, @Valid Withdrawal said) {
        Recommendation found = recommendations.lock(number, access.actor());
        return take(require(RemedyStep.WITHDRAWAL, found), found, Act.Words.of(said.reason()), clock.instant());
    }

    /** The recommendation, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public RecommendationView get(String number) {
        return views.view(recommendations.read(number, access.actor()), clock.instant());
    }

    /** Who stands on the side is asked before the state: a stranger learns nothing of it. */
    private Move<RemedyStep, RemedyState> require(RemedyStep step, Recommendation found) {
        access.require(step.side(), found);
        return RemedyStep.TABLE.require(step, found.state);
    }

    private RecommendationView take(
            Move<RemedyStep, RemedyState> move, Recommendation found, Act.Words words, Instant now) {
        Act act = found.take(move, words, access.actor(), now);
        recommendations.flush();
        record(move.rule(), found, words.text());
        notices.taken(found, act);
        return views.view(found, now);
    }

    private void record(String rule, Recommendation of, @Nullable String text) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("institution", of.institution);
        data.put("state", of.state);
        data.put("title", of.title);
        data.put("text", Objects.requireNonNullElse(text, ""));
        if (of.wanted != null) {
            data.put("wanted", of.wanted);
            data.put("system", Objects.requireNonNullElse(of.subjectId, ""));
            data.put("into", Objects.requireNonNullElse(of.mergeInto, ""));
        }
        if (of.dueAt != null) {
            data.put("dueAt", of.dueAt.toString());
        }
        journal.record(rule, SUBJECT, of.number, data);
    }
}

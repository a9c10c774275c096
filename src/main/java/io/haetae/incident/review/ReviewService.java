package io.haetae.incident.review;

import io.haetae.audit.Journal;
import io.haetae.incident.AfterCare;
import io.haetae.incident.TimelineEntry;
import io.haetae.incident.review.Move.Step;
import io.haetae.incident.review.ReviewAccess.Seen;
import io.haetae.incident.review.ReviewCommands.Decision;
import io.haetae.incident.review.ReviewCommands.Outcome;
import io.haetae.incident.review.ReviewCommands.Submission;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a review, hands it in, decides on it. */
@ApplicationScoped
class ReviewService {

    private final Reviews reviews;
    private final ReviewAccess access;
    private final ReviewViews views;
    private final ReviewNotices notices;
    private final AfterCare care;
    private final Journal journal;
    private final Clock clock;

    ReviewService(
            Reviews reviews,
            ReviewAccess access,
            ReviewViews views,
            ReviewNotices notices,
            AfterCare care,
            Journal journal,
            Clock clock) {
        this.reviews = reviews;
        this.access = access;
        this.views = views;
        this.notices = notices;
        this.care = care;
        this.journal = journal;
        this.clock = clock;
    }

    /** The review, or a refusal (404) when the reader may not see its incident. */
    @Transactional
    public ReviewView get(UUID id) {
        return views.view(access.see(id));
    }

    /**
     * Replaces the text. When with it every part is there for the first time, the draft is done.
     *
     * @param editedVersion the version read; two people write at once, and neither may lose the other's text
     */
    @Transactional
    public ReviewView write(UUID id, int editedVersion, @Valid Content content) {
        Seen seen = access.lock(id);
        Review review = seen.review();
        access.require(Move.Side.WRITER, seen);
        Move move = Move.require(Step.CONTENT, review.state);
        IfMatch.check(editedVersion, review.publicVersion());
        Instant now = clock.instant();
        boolean whole = review.write(content, now);
        if (whole) {
            review.plan(now);
            care.drafted(review.incident, access.actor().name());
        }
        reviews.flush();
        record(
                whole ? Move.DRAFTED : move.rule(),
                seen,
                Map.of("missing", review.content().missing()));
        return views.view(seen);
    }

    /** Hands it to the central authority, with the course of events as it stands now. */
    @Transactional
    public ReviewView submit(UUID id, @Nullable Integer editedVersion, @Valid Submission said) {
        Seen seen = access.lock(id);
        Review review = seen.review();
        access.require(Move.Side.OWNER, seen);
        Move move = Move.require(Step.SUBMISSION, review.state);
        if (editedVersion != null) {
            IfMatch.check(editedVersion, review.publicVersion());
        }
        List<String> missing = review.content().missing();
        if (!missing.isEmpty()) {
            throw new Refusal(ReviewError.INCOMPLETE, Map.of("missing", String.join(", ", missing)));
        }
        if (review.recoveredAt == null) {
            throw new Refusal(ReviewError.NOT_RECOVERED);
        }
        Instant now = clock.instant();
        List<TimelineEntry> course = views.course(seen); // read first: the row of the step is written once
        ReviewAct act = review.take(move, null, said.documentNumber(), access.actor(), now);
        review.freeze(act, course);
        care.submitted(review.incident, access.actor().name());
        return done(move, seen, act, Map.of("late", act.late, "content", review.content()));
    }

    /** The central authority takes it as complete, or asks for completion. */
    @Transactional
    public ReviewView decide(UUID id, @Valid Decision said) {
        Seen seen = access.lock(id);
        access.require(Move.Side.AUTHORITY, seen);
        Move move = Move.require(said.outcome().step(), seen.review().state);
        if (said.outcome() == Outcome.COMPLETION_REQUESTED
                && (said.reason() == null || said.reason().isBlank())) {
            throw Refusal.field("/reason", "required", "");
        }
        ReviewAct act = seen.review().take(move, said.reason(), said.documentNumber(), access.actor(), clock.instant());
        return done(move, seen, act, Map.of("reason", String.valueOf(said.reason())));
    }

    private ReviewView done(Move move, Seen seen, ReviewAct act, Map<String, ?> more) {
        reviews.flush();
        record(move.rule(), seen, more);
        notices.taken(seen.review(), seen.subject(), act);
        return views.view(seen);
    }

    private void record(String rule, Seen seen, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("incident", seen.subject().number());
        data.put("institution", seen.review().institution);
        data.put("state", seen.review().state);
        journal.record(rule, ReviewOpening.SUBJECT, seen.review().id.toString(), data);
    }
}

package io.haetae.incident.review;

import io.haetae.audit.Journal;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.incident.AfterCare;
import io.haetae.incident.AfterCare.Subject;
import io.haetae.incident.review.Move.Step;
import io.haetae.incident.review.ReviewAccess.Seen;
import io.haetae.incident.review.ReviewCommands.Assignment;
import io.haetae.incident.review.ReviewCommands.Order;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders reviews, and says who answers for them. */
@ApplicationScoped
class ReviewOrderService {

    private final Reviews reviews;
    private final ReviewOpening opening;
    private final ReviewAccess access;
    private final ReviewViews views;
    private final AfterCare care;
    private final PeopleService people;
    private final Journal journal;

    ReviewOrderService(
            Reviews reviews,
            ReviewOpening opening,
            ReviewAccess access,
            ReviewViews views,
            AfterCare care,
            PeopleService people,
            Journal journal) {
        this.reviews = reviews;
        this.opening = opening;
        this.access = access;
        this.views = views;
        this.care = care;
        this.people = people;
        this.journal = journal;
    }

    /**
     * What came of an order.
     *
     * @param opened whether it is new
     */
    record Ordered(ReviewView review, boolean opened) {}

    /** The review of a recovered incident, opened now unless there is one. */
    @Transactional
    public Ordered order(@Valid Order said) {
        Subject subject = care.find(said.incident(), access.actor())
                .orElseThrow(() -> Refusal.field("/incident", "no-such-incident", said.incident()));
        Optional<Review> known = reviews.ofIncident(subject.id());
        Review review = known.orElseGet(() -> open(subject));
        return new Ordered(views.view(access.see(review.id)), known.isEmpty());
    }

    private Review open(Subject subject) {
        if (subject.recoveredAt() == null || !subject.failure()) {
            throw new Refusal(ReviewError.NOT_RECOVERED);
        }
        return opening.open(subject).orElseThrow(() -> new Refusal(ReviewError.NOT_RECOVERED));
    }

    /** Who writes it, and which of the institutions concerned answers for it. */
    @Transactional
    public ReviewView assign(UUID id, @Valid Assignment said) {
        Seen seen = access.lock(id);
        Review review = seen.review();
        access.require(Move.Side.OWNER, seen);
        Move move = Move.require(Step.ASSIGNMENT, review.state);
        String institution = said.institution();
        if (institution != null && !institution.isBlank()) {
            boolean concerned = seen.subject().systems().stream()
                    .anyMatch(system -> system.owner().equals(institution)
                            || system.operator().equals(institution));
            if (!concerned) {
                throw Refusal.field("/institution", "unknown-institution", institution);
            }
            review.institution = institution;
        }
        review.reviewer = reviewer(said).map(PersonView::id).orElse(null);
        reviews.flush();
        journal.record(
                move.rule(),
                ReviewOpening.SUBJECT,
                review.id.toString(),
                Map.of("institution", review.institution, "reviewer", String.valueOf(said.reviewer())));
        return views.view(access.see(id));
    }

    private Optional<PersonView> reviewer(Assignment said) {
        String username = said.reviewer();
        if (username == null || username.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(people.findByUsername(username)
                .filter(PersonView::active)
                .orElseThrow(() -> Refusal.field("/reviewer", "unknown-person", username)));
    }
}

package io.haetae.incident.review;

import io.haetae.identity.InstitutionService;
import io.haetae.incident.AfterCare;
import io.haetae.incident.AfterCare.Subject;
import io.haetae.incident.review.Move.Side;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who may see a review, and who may take which step. Whoever may see the incident may see its review. */
@ApplicationScoped
class ReviewAccess {

    private final Reviews reviews;
    private final AfterCare care;
    private final InstitutionService institutions;
    private final CurrentActor current;

    ReviewAccess(Reviews reviews, AfterCare care, InstitutionService institutions, CurrentActor current) {
        this.reviews = reviews;
        this.care = care;
        this.institutions = institutions;
        this.current = current;
    }

    /** A review before its reader. */
    record Seen(Review review, Subject subject, @Nullable String authority) {}

    Actor actor() {
        return current.get();
    }

    /** The review for reading, or a refusal (404). */
    Seen see(UUID id) {
        return seen(reviews.require(id));
    }

    /** The review for writing, or a refusal (404). */
    Seen lock(UUID id) {
        return seen(reviews.lock(id));
    }

    private Seen seen(Review review) {
        Subject subject = care.of(review.incident, current.get());
        return new Seen(review, subject, institutions.get(review.institution).centralAuthority());
    }

    /** Refuses (403) unless the actor stands on that side. */
    void require(Side side, Seen seen) {
        if (is(side, seen)) {
            return;
        }
        throw new Refusal(
                switch (side) {
                    case WRITER -> ReviewError.NOT_A_WRITER;
                    case OWNER -> ReviewError.NOT_THE_OWNER;
                    case AUTHORITY, SERVICE ->
                        isAuthority(seen) ? ReviewError.SUBMITTER_DECIDES : ReviewError.NOT_THE_AUTHORITY;
                });
    }

    /** What the actor may do with it now, by the nouns of the interface. */
    List<String> allowed(Seen seen) {
        return Move.TABLE.stream()
                .filter(move -> move.from() == seen.review().state && is(move.side(), seen))
                .map(move -> move.step().noun())
                .distinct()
                .toList();
    }

    private boolean is(Side side, Seen seen) {
        Actor actor = current.get();
        return switch (side) {
            // support and situation room reach every incident, so that reaching it says nothing of whom it concerns
            case WRITER ->
                actor.hasAny(Role.OPERATOR, Role.OFFICER)
                        && seen.subject().scope().contains(actor.institution());
            case OWNER ->
                actor.hasAny(Role.OFFICER)
                        && institutions.selfAndAbove(seen.review().institution).contains(actor.institution());
            case AUTHORITY -> isAuthority(seen) && !seen.review().isSubmittedBy(actor.id());
            case SERVICE -> false;
        };
    }

    private boolean isAuthority(Seen seen) {
        Actor actor = current.get();
        return actor.hasAny(Role.AUTHORITY, Role.SITUATION)
                && actor.institution().equals(seen.authority());
    }
}

package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps rosters: who holds which function in which institution, and when. */
@ApplicationScoped
public class RosterService {

    private final Posts posts;
    private final RosterLists lists;
    private final InstitutionService institutions;
    private final PeopleService people;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    RosterService(
            Posts posts,
            RosterLists lists,
            InstitutionService institutions,
            PeopleService people,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.posts = posts;
        this.lists = lists;
        this.institutions = institutions;
        this.people = people;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Puts somebody on a roster (ADMIN; OFFICER of the institution or of one above it). */
    @Transactional
    public PostView create(NewPost command) {
        actor.require(Role.ADMIN, Role.OFFICER);
        Instant now = clock.instant();
        Instant from = command.from() == null ? now : command.from();
        Optional<PersonView> person = people.findByUsername(command.person()).filter(PersonView::active);
        check(command, from, person);
        if (!mayKeep(command.institution())) {
            throw Refusal.field("/institution", "unknown-institution", command.institution());
        }
        Post post = new Post(Ids.at(now), command, person.orElseThrow().id(), from);
        posts.persistAndFlush(post);
        record("duty.post-created", post, command.person());
        return lists.get(post.id());
    }

    /** Takes somebody off: a post that has begun ends now, one that has not is removed. */
    @Transactional
    public void end(UUID id) {
        actor.require(Role.ADMIN, Role.OFFICER);
        Instant now = clock.instant();
        Post post = posts.findByIdOptional(id).orElseThrow(Refusal::notFound);
        if (!mayKeep(post.institution()) || post.isOver(now)) {
            throw Refusal.notFound();
        }
        record("duty.post-ended", post, lists.get(id).person());
        if (post.hasBegun(now)) {
            post.end(now);
        } else {
            posts.delete(post);
        }
    }

    private void check(NewPost command, Instant from, Optional<PersonView> person) {
        List<FieldError> errors = new ArrayList<>();
        if (institutions.find(command.institution()).isEmpty()) {
            errors.add(FieldError.of("/institution", "unknown-institution", command.institution()));
        }
        if (person.isEmpty()) {
            errors.add(FieldError.of("/person", "unknown-person", command.person()));
        }
        if (command.until() != null && !command.until().isAfter(from)) {
            errors.add(FieldError.of("/until", "end-before-begin"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** An administrator everywhere; an officer where his institution reaches. */
    private boolean mayKeep(String institution) {
        Actor who = actor.get();
        return who.hasAny(Role.ADMIN) || who.scope().reaches(institutions.selfAndAbove(institution));
    }

    private void record(String action, Post post, String username) {
        journal.record(
                action,
                "POST",
                post.id().toString(),
                Map.of(
                        "institution", post.institution(),
                        "function", post.function().name(),
                        "person", username,
                        "from", post.from().toString(),
                        "until", String.valueOf(post.until())));
    }
}

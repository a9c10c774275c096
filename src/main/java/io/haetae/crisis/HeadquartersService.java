package io.haetae.crisis;

import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Sets up and dissolves headquarters, and says who serves in them. No stage does either. */
@ApplicationScoped
public class HeadquartersService {

    private final Crises crises;
    private final HeadquartersRecords records;
    private final PostRecords posts;
    private final CrisisAccess access;
    private final Acts acts;
    private final CurrentActor current;

    HeadquartersService(
            Crises crises,
            HeadquartersRecords records,
            PostRecords posts,
            CrisisAccess access,
            Acts acts,
            CurrentActor current) {
        this.crises = crises;
        this.records = records;
        this.posts = posts;
        this.access = access;
        this.acts = acts;
        this.current = current;
    }

    /** Sets one up; the head is its first post. */
    @Transactional
    public HeadquartersView setUp(String number, @Valid HeadquartersCommand command) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        InstitutionView institution = access.known("/institution", command.institution());
        access.requireActsFor(actor, institution);
        checkKind(command.kind(), institution);
        Instant at = acts.happened("/at", command.at(), now);
        if (records.standing(crisis.id, command) != null) {
            throw new Refusal(CrisisError.STANDS_ALREADY, Map.of("value", command.institution()));
        }
        Headquarters body = new Headquarters(Ids.at(now), crisis.id, command, at, now, actor.name());
        records.persistAndFlush(body);
        HeadquartersPost head = new HeadquartersPost(
                Ids.at(now),
                body.id,
                new PostCommand(
                        null, "HEAD", command.head().name(), command.head().position(), null, at, null),
                at,
                now,
                actor.name());
        head.head = true;
        posts.persistAndFlush(head);
        crisis.reachedBy(access.keys(institution));
        acts.record(
                "crisis.headquarters-set-up",
                crisis,
                Map.of(
                        "kind", command.kind().name(),
                        "institution", command.institution(),
                        "head", command.head().name() + " (" + command.head().position() + ")",
                        "at", at.toString()));
        return records.view(body, now);
    }

    private void checkKind(HeadquartersKind wanted, InstitutionView institution) {
        if (!wanted.mayBeSetUpBy(institution, access.safetyMinistry())) {
            String allowed = Arrays.stream(HeadquartersKind.values())
                    .filter(kind -> kind.mayBeSetUpBy(institution, access.safetyMinistry()))
                    .map(Enum::name)
                    .collect(Collectors.joining(", "));
            throw Refusal.fields(List.of(
                    new FieldError("/kind", "not-of-this-institution", Map.of("value", wanted, "allowed", allowed))));
        }
    }

    /** Dissolves one; whoever still serves in it serves no longer. */
    @Transactional
    public HeadquartersView dissolve(String number, UUID id, @Valid Dissolution command) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        Headquarters body = standing(crisis, id, actor);
        Instant at = acts.happened("/at", command.at(), now);
        if (at.isBefore(body.at)) {
            throw Refusal.field("/at", "end-before-begin", at);
        }
        body.dissolve(at, command.reason(), now, actor.name());
        for (HeadquartersPost post : posts.list("headquarters", body.id)) {
            if (!post.isOver(at)) {
                post.until = post.from.isAfter(at) ? post.from : at;
            }
        }
        posts.flush();
        acts.record(
                "crisis.headquarters-dissolved",
                crisis,
                Map.of(
                        "kind", body.kind.name(),
                        "institution", body.institution,
                        "at", at.toString(),
                        "reason", command.reason()));
        return records.view(body, now);
    }

    /** Somebody serves in it. */
    @Transactional
    public HeadquartersView post(String number, UUID id, @Valid PostCommand command) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        Headquarters body = standing(crisis, id, actor);
        Instant from = command.from() == null ? now : command.from();
        if (command.team() == null || command.team().isBlank()) {
            throw Refusal.fields(List.of(FieldError.of("/team", "required")));
        }
        if (from.isBefore(body.at)) {
            throw Refusal.field("/from", "end-before-begin", from);
        }
        if (command.until() != null && !command.until().isAfter(from)) {
            throw Refusal.field("/until", "end-before-begin", command.until());
        }
        HeadquartersPost post = new HeadquartersPost(Ids.at(now), body.id, command, from, now, actor.name());
        posts.persistAndFlush(post);
        acts.record("crisis.post-created", crisis, said(body, post));
        return records.view(body, now);
    }

    /** A post, the head's too, goes to somebody else: the one ends where the other begins. */
    @Transactional
    public HeadquartersView handOver(String number, UUID id, UUID postId, @Valid HandOver to) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        Headquarters body = standing(crisis, id, actor);
        HeadquartersPost post = posts.find("id = ?1 and headquarters = ?2", postId, id)
                .firstResultOptional()
                .orElseThrow(Refusal::notFound);
        Instant at = acts.happened("/at", to.at(), now);
        if (post.isOver(at)) {
            throw new Refusal(CrisisError.POST_ENDED);
        }
        if (at.isBefore(post.from)) {
            throw Refusal.field("/at", "end-before-begin", at);
        }
        HeadquartersPost next = post.handedTo(Ids.at(now), to, at, now, actor.name());
        posts.flush();
        posts.persistAndFlush(next);
        acts.record("crisis.post-handed-over", crisis, said(body, next));
        return records.view(body, now);
    }

    private Headquarters standing(Crisis crisis, UUID id, Actor actor) {
        Headquarters body = records.find("id = ?1 and crisis = ?2", id, crisis.id)
                .firstResultOptional()
                .orElseThrow(Refusal::notFound);
        access.requireActsFor(actor, access.known("/institution", body.institution));
        if (body.dissolvedAt != null) {
            throw new Refusal(CrisisError.DISSOLVED);
        }
        return body;
    }

    private static Map<String, Object> said(Headquarters body, HeadquartersPost post) {
        return Map.of(
                "headquarters",
                body.kind + " " + body.institution,
                "team",
                String.valueOf(post.team),
                "duty",
                post.duty,
                "name",
                post.name,
                "from",
                post.from.toString(),
                "until",
                String.valueOf(post.until));
    }
}

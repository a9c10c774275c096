package io.haetae.crisis;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Loads and keeps headquarters with their posts. */
@ApplicationScoped
class HeadquartersRecords implements PanacheRepositoryBase<Headquarters, UUID> {

    private final PostRecords posts;

    HeadquartersRecords(PostRecords posts) {
        this.posts = posts;
    }

    /** Those of a crisis, in order of when they were set up. */
    List<HeadquartersView> of(UUID crisis, Instant now) {
        List<Headquarters> bodies = list("crisis = ?1 order by at, id", crisis);
        Map<UUID, List<HeadquartersPost>> byBody =
                posts
                        .list(
                                "headquarters in ?1 order by from, id",
                                bodies.stream().map(body -> body.id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(post -> post.headquarters));
        return bodies.stream()
                .map(body -> view(body, byBody.getOrDefault(body.id, List.of()), now))
                .toList();
    }

    /** One that stands of that kind in that institution. */
    @Nullable
    Headquarters standing(UUID crisis, HeadquartersCommand command) {
        return find(
                        "crisis = ?1 and kind = ?2 and institution = ?3 and dissolvedAt is null",
                        crisis,
                        command.kind(),
                        command.institution())
                .firstResult();
    }

    HeadquartersView view(Headquarters body, Instant now) {
        return view(body, posts.list("headquarters = ?1 order by from, id", body.id), now);
    }

    private static HeadquartersView view(Headquarters body, List<HeadquartersPost> posts, Instant now) {
        HeadquartersView.Person head = posts.stream()
                .filter(post -> post.head)
                .reduce((former, later) -> later)
                .map(post -> new HeadquartersView.Person(post.name, post.position))
                .orElse(null);
        return new HeadquartersView(
                body.id,
                body.kind,
                body.institution,
                head,
                body.at,
                body.recordedAt,
                body.recordedBy,
                body.documentNumber,
                body.dissolvedAt,
                body.dissolvedRecordedAt,
                body.dissolvedBy,
                body.dissolutionReason,
                posts.stream().map(post -> view(post, now)).toList());
    }

    private static HeadquartersView.Post view(HeadquartersPost post, Instant now) {
        return new HeadquartersView.Post(
                post.id,
                post.team,
                post.duty,
                post.head,
                post.name,
                post.position,
                post.contact,
                post.from,
                post.until,
                post.follows,
                post.note,
                !post.isOver(now));
    }
}

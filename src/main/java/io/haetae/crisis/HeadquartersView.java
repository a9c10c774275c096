package io.haetae.crisis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body with the people who serve in it, those who served before too. */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record HeadquartersView(
        UUID id,
        HeadquartersKind kind,
        String institution,
        @Nullable Person head,
        Instant at,
        Instant recordedAt,
        String recordedBy,
        @Nullable String documentNumber,
        @Nullable Instant dissolvedAt,
        @Nullable Instant dissolvedRecordedAt,
        @Nullable String dissolvedBy,
        @Nullable String dissolutionReason,
        List<Post> posts) {

    public HeadquartersView {
        posts = List.copyOf(posts);
    }

    /** Who heads it. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Person(String name, @Nullable String position) {}

    /**
     * A post in one pair of hands.
     *
     * @param follows the post it took over, null for the first
     * @param current whether it is held now
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Post(
            UUID id,
            @Nullable String team,
            String duty,
            boolean head,
            String name,
            @Nullable String position,
            @Nullable String contact,
            Instant from,
            @Nullable Instant until,
            @Nullable UUID follows,
            @Nullable String note,
            boolean current) {}

    /** Whether it stands. */
    public boolean stands() {
        return dissolvedAt == null;
    }

    /** Posts that are held now. */
    public List<Post> current() {
        return posts.stream().filter(Post::current).toList();
    }

    /** Posts that were held before. */
    public List<Post> former() {
        return posts.stream().filter(post -> !post.current()).toList();
    }
}

package io.haetae.incident.review;

import io.haetae.incident.TimelineEntry;
import io.haetae.kernel.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One step that was taken; a submission carries what was handed in. Never changed. */
@Entity(name = "IncidentReviewAct")
@Immutable
@Table(name = "incident_review_act")
class ReviewAct {

    @Id
    UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "review")
    Review review;

    int number;
    String rule;
    Instant at;

    /** Null for the service itself. */
    @Nullable
    UUID person;

    String name;
    String institution;

    @Nullable
    String reason;

    @Nullable
    String document;

    boolean late;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    Content content;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable
    List<TimelineEntry> course;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ReviewAct() {}

    ReviewAct(
            UUID id,
            Review review,
            String rule,
            @Nullable String reason,
            @Nullable String document,
            boolean late,
            Actor by,
            Instant at) {
        this.id = id;
        this.review = review;
        this.number = review.acts.size() + 1;
        this.rule = rule;
        this.reason = reason == null || reason.isBlank() ? null : reason.strip();
        this.document = document == null || document.isBlank() ? null : document.strip();
        this.late = late;
        this.person = by.isSystem() ? null : by.id();
        this.name = by.name();
        this.institution = by.institution();
        this.at = at;
    }
}

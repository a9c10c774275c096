package io.haetae.change;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A maintenance window: of a change, or standing alone. Its fields are package-private for the room alone. */
@Entity
@Table(name = "change_window")
class Window {

    @Id
    UUID id;

    @OneToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "change")
    @Nullable
    Change change;

    String title;

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<UUID> systems = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> codes = List.of();

    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> scope = List.of();

    @Column(name = "from_at")
    Instant from;

    @Column(name = "until_at")
    Instant until;

    @Nullable
    String rule;

    @Column(name = "last_at")
    Instant lastAt;

    @Column(name = "public_title_ko")
    @Nullable
    String publicTitleKo;

    @Column(name = "public_title_en")
    @Nullable
    String publicTitleEn;

    @Column(name = "public_text_ko")
    @Nullable
    String publicTextKo;

    @Column(name = "public_text_en")
    @Nullable
    String publicTextEn;

    @Column(name = "written_by")
    UUID writtenBy;

    String writer;

    @Column(name = "written_at")
    Instant writtenAt;

    @Column(name = "approved_by")
    @Nullable
    UUID approvedBy;

    @Nullable
    String approver;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Column(name = "ended_by")
    @Nullable
    String endedBy;

    @Column(name = "end_reason")
    @Nullable
    String endReason;

    @Version
    int version;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Window() {}

    @SuppressWarnings("NullAway.Init") // the content is written at once
    Window(UUID id, @Nullable Change change) {
        this.id = id;
        this.change = change;
    }

    /** Takes in what is planned; whoever wrote it last is its writer, and an approval of something else is gone. */
    void write(Plan plan, Actor by, Instant at) {
        title = plan.title();
        systems = plan.systems().ids();
        codes = plan.systems().codes();
        scope = plan.systems().scope();
        from = plan.schedule().from();
        until = plan.schedule().until();
        Recurrence series = plan.schedule().rule();
        rule = series == null ? null : RecurrenceText.write(series);
        lastAt = plan.schedule().lastAt();
        Announcement said = plan.announcement();
        publicTitleKo = said == null ? null : said.title().ko();
        publicTitleEn = said == null ? null : said.title().en();
        publicTextKo = said == null ? null : said.text().ko();
        publicTextEn = said == null ? null : said.text().en();
        writtenBy = by.id();
        writer = by.name();
        writtenAt = at;
        approvedBy = null;
        approver = null;
        approvedAt = null;
    }

    /** The same work for the same systems, from the end of another window on. */
    void writeOn(Window before, Instant end, Actor by, Instant at) {
        title = before.title;
        systems = List.copyOf(before.systems);
        codes = List.copyOf(before.codes);
        scope = List.copyOf(before.scope);
        from = before.until;
        until = end;
        lastAt = end;
        publicTitleKo = before.publicTitleKo;
        publicTitleEn = before.publicTitleEn;
        publicTextKo = before.publicTextKo;
        publicTextEn = before.publicTextEn;
        writtenBy = by.id();
        writer = by.name();
        writtenAt = at;
    }

    void approve(Actor by, Instant at) {
        approvedBy = by.id();
        approver = by.name();
        approvedAt = at;
    }

    /** Nothing more of it from now on; what was, stays. */
    void end(Actor by, @Nullable String reason, Instant at) {
        endedAt = at;
        endedBy = by.name();
        endReason = reason;
    }

    Schedule schedule() {
        return new Schedule(from, until, rule == null ? null : RecurrenceText.read(rule), endedAt);
    }

    @Nullable
    Announcement announcement() {
        return publicTitleKo == null || publicTitleEn == null || publicTextKo == null || publicTextEn == null
                ? null
                : new Announcement(
                        new LocalizedText(publicTitleKo, publicTitleEn), new LocalizedText(publicTextKo, publicTextEn));
    }

    WindowState state(Instant now) {
        if (endedAt != null || !now.isBefore(lastAt)) {
            return WindowState.OVER;
        }
        return approvedAt == null ? WindowState.REQUESTED : WindowState.APPROVED;
    }

    /**
     * What a window is to be.
     *
     * @param systems those worked on
     */
    record Plan(
            String title,
            PlannedSystems systems,
            Schedule schedule,
            @Nullable Announcement announcement) {}
}

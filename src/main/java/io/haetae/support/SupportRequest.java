package io.haetae.support;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Zones;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A support request, from asking to the return of those who were sent. */
@Entity
@Table(name = "support_request")
class SupportRequest {

    @Id
    UUID id;

    long seq;
    String number;

    @Enumerated(EnumType.STRING)
    SupportState state = SupportState.REQUESTED;

    @Enumerated(EnumType.STRING)
    Party origin;

    UUID system;
    String code;
    String incident;
    String institution;

    @Enumerated(EnumType.STRING)
    SupportCommand.Mode mode;

    List<String> fields;

    @Enumerated(EnumType.STRING)
    SupportCommand.Reason reason;

    String what;
    String contact;

    @Column(name = "system_grade")
    @Nullable
    Integer systemGrade;

    @Column(name = "failure_grade")
    @Nullable
    Integer failureGrade;

    boolean exercise;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "asked_by")
    UUID askedBy;

    @Column(name = "answered_by")
    @Nullable
    UUID answeredBy;

    @Column(name = "ended_at")
    @Nullable
    Instant endedAt;

    @Version
    int version;

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    List<SupportStep> steps = new ArrayList<>();

    @OneToMany(mappedBy = "request", cascade = CascadeType.PERSIST)
    @OrderBy("since, name")
    List<SupportPerson> people = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected SupportRequest() {}

    SupportRequest(long seq, SupportCommand said, Subject about, Party origin, Actor by, Instant now) {
        this.id = Ids.at(now);
        this.seq = seq;
        this.number = "SUP-%d-%04d".formatted(now.atZone(Zones.SEOUL).getYear(), seq);
        this.origin = origin;
        this.system = about.system().id();
        this.code = about.system().code();
        this.incident = about.incident();
        this.institution = by.institution();
        this.mode = said.mode();
        this.fields = said.fields().stream().distinct().sorted().map(Enum::name).toList();
        this.reason = said.reason();
        this.what = said.what().strip();
        this.contact = said.contact().strip();
        this.systemGrade = about.system().systemGrade();
        this.failureGrade = about.failureGrade();
        this.exercise = about.exercise();
        this.askedAt = said.at() == null ? now : said.at();
        this.askedBy = by.id();
        note(origin == Party.TEAM ? Move.OFFERED : Move.ASKED, askedAt, null, by, now);
    }

    /** Takes a step. */
    void take(Move move, Instant at, @Nullable String text, Actor by, Instant now) {
        if (state == SupportState.REQUESTED) {
            answeredBy = move.to() == SupportState.ACCEPTED ? by.id() : null;
        }
        state = move.to();
        if (state.isOver()) {
            endedAt = now;
            sent().forEach(each -> each.until = now);
        }
        note(move.rule(), at, text, by, now);
    }

    /** Those who are sent now. */
    List<SupportPerson> sent() {
        return people.stream().filter(each -> each.until == null).toList();
    }

    /** When the last step happened. */
    Instant lastAt() {
        return steps.get(steps.size() - 1).at;
    }

    /** The version as callers see it: each step makes a new one. */
    int publicVersion() {
        return steps.size();
    }

    private void note(String rule, Instant at, @Nullable String text, Actor by, Instant now) {
        steps.add(new SupportStep(Ids.at(now), this, rule, at, text, by, now));
    }
}

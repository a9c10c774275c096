package io.haetae.crisis;

import io.haetae.kernel.Form;
import io.haetae.kernel.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the commands of this room from forms. */
final class CrisisForms {

    private CrisisForms() {}

    static StageCommand stage(Form form) {
        Stage stage = form.need("leadAgency", "stage", "reason", "decidedBy.name", "decidedBy.position")
                .one("stage", Stage.class);
        Instant at = form.time("at");
        Instant heldAt = form.time("assessmentMeeting.heldAt");
        if (heldAt == null && form.text("assessmentMeeting.chair") != null) {
            form.need("assessmentMeeting.heldAt");
        }
        if (heldAt != null) {
            form.need("assessmentMeeting.chair");
        }
        StageCommand.Consultation consultation = consultation(form);
        UUID corrects = id(form.text("corrects"));
        form.check();
        return new StageCommand(
                form.textOrEmpty("leadAgency"),
                Objects.requireNonNull(stage),
                at,
                form.textOrEmpty("reason"),
                heldAt == null ? null : meeting(form, heldAt),
                consultation,
                new StageCommand.Decider(form.textOrEmpty("decidedBy.name"), form.textOrEmpty("decidedBy.position")),
                form.text("documentNumber"),
                corrects);
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.field("/corrects", "unknown-record", String.valueOf(text));
        }
    }

    private static StageCommand.Meeting meeting(Form form, Instant heldAt) {
        return new StageCommand.Meeting(
                heldAt,
                form.textOrEmpty("assessmentMeeting.chair"),
                lines(form.text("assessmentMeeting.attendees")),
                form.text("assessmentMeeting.minutes"));
    }

    private static StageCommand.@Nullable Consultation consultation(Form form) {
        Instant at = form.time("consultation.at");
        String with = form.text("consultation.with");
        boolean urgent = form.flag("consultation.urgentFirst");
        return at == null && with == null && !urgent ? null : new StageCommand.Consultation(at, with, urgent);
    }

    /** One per line, or divided by commas. */
    private static List<String> lines(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[,\\n]", -1))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList();
    }

    static Observation observation(Form form) {
        Observation seen = new Observation(
                form.need("leadAgency").textOrEmpty("leadAgency"),
                null,
                form.integer("peakPercent"),
                form.time("countersOutSince"),
                form.flag("takenOver"),
                form.text("note"));
        form.check();
        return seen;
    }

    static HeadquartersCommand headquarters(Form form) {
        HeadquartersKind kind =
                form.need("kind", "institution", "head.name", "head.position").one("kind", HeadquartersKind.class);
        Instant at = form.time("at");
        form.check();
        return new HeadquartersCommand(
                Objects.requireNonNull(kind),
                form.textOrEmpty("institution"),
                new StageCommand.Decider(form.textOrEmpty("head.name"), form.textOrEmpty("head.position")),
                at,
                form.text("documentNumber"));
    }

    static PostCommand post(Form form) {
        PostCommand post = new PostCommand(
                form.need("team", "duty", "name").text("team"),
                form.textOrEmpty("duty"),
                form.textOrEmpty("name"),
                form.text("position"),
                form.text("contact"),
                form.time("from"),
                null);
        form.check();
        return post;
    }

    static HandOver handOver(Form form) {
        HandOver to = new HandOver(
                form.need("name").textOrEmpty("name"),
                form.text("position"),
                form.text("contact"),
                form.time("at"),
                form.text("note"));
        form.check();
        return to;
    }

    static NewReport report(Form form) {
        ReportKind kind = form.one("kind", ReportKind.class);
        Instant asOf = form.time("asOf");
        form.check();
        return new NewReport(kind, asOf, null, null, null);
    }

    static ReportText text(Form form) {
        return new ReportText(form.value("situation"), form.value("actions"), form.value("plans"));
    }
}

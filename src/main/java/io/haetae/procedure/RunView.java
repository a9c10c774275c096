package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.LocalizedText;
import io.haetae.procedure.engine.Field;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A run with every step of its manual.
 *
 * @param manual {@code kind/name}
 * @param version the version it is pinned to
 * @param newer a newer version in force, or null
 * @param parts what a step that is ready may be about, when one asks for it
 * @param change what moving it to the newer version would take away and bring, or null
 * @param steps in the order of the manual; a step that came round again stands once per round
 */
public record RunView(
        UUID id,
        String manual,
        String version,
        @Nullable String newer,
        LocalizedText title,
        boolean draft,
        Subject subject,
        String state,
        boolean automatic,
        boolean exercise,
        @Nullable Integer failureGrade,
        Instant startedAt,
        String startedBy,
        @Nullable Holder holder,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endReason,
        List<StepView> steps,
        List<SubjectPart> parts,
        List<Handed> handOvers,
        @Nullable Change change,
        List<Move> moves,
        Map<String, String> links) {

    /** What it is about. */
    public record Subject(String kind, String id, String title, String href) {}

    /** In whose hands it is. */
    public record Holder(UUID id, String name) {}

    /** It changed hands. */
    public record Handed(
            Instant at,
            @Nullable String from,
            String to,
            String by,
            @Nullable String note) {}

    /** Steps that another version does not have any more, and steps that it brings. */
    public record Change(List<StepName> vanished, List<StepName> added) {}

    /** A step by its title. */
    public record StepName(String step, LocalizedText title) {}

    /** It was moved to another version. */
    public record Move(Instant at, String from, String to, String by, String reason, Change change) {}

    /** Where a step stands. */
    public enum Standing {
        /** Its turn has not come, or will not. */
        AHEAD,
        /** To be done now. */
        READY,
        ENDED
    }

    /**
     * A step.
     *
     * @param branch the branch it is part of, or null
     * @param outcome what came of it, in words beside the code
     * @param allowed outcomes that may be put now
     * @param mine whether the reader may act on it
     * @param vanished the version that the run goes by now does not have it any more
     * @param madeUp it came with a change of version, in a place that the work had passed
     */
    public record StepView(
            String step,
            int round,
            String kind,
            LocalizedText title,
            LocalizedText text,
            @Nullable LocalizedText result,
            @Nullable LocalizedText record,
            List<String> basis,
            @Nullable LocalizedText role,
            @Nullable LocalizedText branch,
            int depth,
            Standing standing,
            @Nullable Instant readyAt,
            @Nullable Instant dueAt,
            boolean overdue,
            @Nullable Instant endsAt,
            @Nullable Instant endedAt,
            @Nullable String outcome,
            @Nullable LocalizedText outcomeText,
            boolean evidence,
            List<Field> fields,
            List<Choice> options,
            @Nullable Approval approval,
            List<String> allowed,
            boolean mine,
            boolean vanished,
            boolean madeUp,
            List<Entry> entries,
            List<FileRow> files) {}

    /** One thing that can be decided. */
    public record Choice(String id, LocalizedText label) {}

    /** How an approval stands. */
    public record Approval(
            int of, int needed, int approved, int rejected, boolean delegable, List<Handing> delegations) {}

    /** An approval handed to another. */
    public record Handing(String from, String to, String reason, Instant at) {}

    /**
     * What somebody wrote down.
     *
     * @param by who wrote it
     * @param onBehalfOf whose approval it is, when a delegate gave it
     * @param correctedBy the entry that stands in its place, or null
     * @param corrects the entry in whose place it stands, or null
     */
    public record Entry(
            UUID id,
            String kind,
            String outcome,
            LocalizedText outcomeText,
            Instant at,
            Instant recordedAt,
            String by,
            @Nullable String onBehalfOf,
            StepResult.@Nullable DecidedBy decidedBy,
            @Nullable String documentNumber,
            @Nullable String evidence,
            @Nullable String reason,
            List<Value> values,
            @Nullable UUID corrects,
            @Nullable UUID correctedBy) {}

    /** What was written in a field; in words beside the value. */
    public record Value(String name, LocalizedText label, JsonNode value, LocalizedText text) {}

    /** A file of evidence. */
    public record FileRow(UUID id, String name, String contentType, int size, Instant at, String by, String href) {}
}

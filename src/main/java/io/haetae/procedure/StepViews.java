package io.haetae.procedure;

import com.fasterxml.jackson.databind.JsonNode;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import io.haetae.kernel.Zones;
import io.haetae.procedure.engine.Field;
import io.haetae.procedure.engine.Manual;
import io.haetae.procedure.engine.Step;
import io.haetae.procedure.engine.StepKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the steps of a run: what has been done, what is to be done now, and what is ahead. */
@ApplicationScoped
class StepViews {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RunRecords records;
    private final RunFiles files;
    private final Votes votes;
    private final RunChronicle chronicle;
    private final Texts texts;

    StepViews(RunRecords records, RunFiles files, Votes votes, RunChronicle chronicle, Texts texts) {
        this.records = records;
        this.files = files;
        this.votes = votes;
        this.chronicle = chronicle;
        this.texts = texts;
    }

    /** What belongs to the steps of one run, read once. */
    private record Belongings(
            List<RunEntry> entries,
            List<Delegated> delegations,
            List<RunFiles.Listed> files,
            Map<UUID, UUID> corrected) {}

    List<RunView.StepView> of(Walk walk) {
        UUID run = walk.run().id;
        List<RunEntry> entries = records.entries(run);
        Map<UUID, UUID> corrected = entries.stream()
                .filter(entry -> entry.corrects != null)
                .collect(Collectors.toMap(entry -> entry.corrects, entry -> entry.id));
        Belongings all = new Belongings(entries, records.delegations(run), files.of(run), corrected);
        List<RunView.StepView> views = new ArrayList<>();
        for (Manual.Place place : walk.manual().places()) {
            List<RunStep> rounds = walk.steps().stream()
                    .filter(step -> step.step.equals(place.step().id()))
                    .toList();
            if (rounds.isEmpty()) {
                views.add(view(walk, new Editions.Described(walk.manual(), place), null, all));
            }
            rounds.forEach(step -> views.add(view(walk, walk.editions().describe(step), step, all)));
        }
        walk.steps().stream()
                .filter(step -> walk.manual().find(step.step).isEmpty())
                .forEach(step -> views.add(view(walk, walk.editions().describe(step), step, all)));
        return views;
    }

    private RunView.StepView view(Walk walk, Editions.Described described, @Nullable RunStep step, Belongings all) {
        Manual manual = described.manual();
        Manual.Place place = described.place();
        Step plan = place.step();
        boolean ready = step != null && step.isOpen() && walk.run().isOpen();
        boolean mine = ready && step != null && mayAct(walk, step, plan, all);
        return new RunView.StepView(
                plan.id(),
                step == null ? 0 : step.round,
                plan.kind().name(),
                plan.title(),
                plan.text(),
                plan.result(),
                plan.record(),
                plan.basis(),
                manual.role(plan.role()).map(role -> role.name()).orElse(null),
                place.branch() == null ? null : place.branch().title(),
                depth(manual, place),
                step == null ? RunView.Standing.AHEAD : step.isOpen() ? RunView.Standing.READY : RunView.Standing.ENDED,
                step == null ? null : step.readyAt,
                step == null ? null : step.dueAt,
                ready && step != null && step.isOverdue(walk.now()),
                step == null ? null : step.untilAt,
                step == null ? null : step.endedAt,
                step == null ? null : step.outcome,
                step == null || step.outcome == null ? null : chronicle.outcome(plan, step.outcome),
                plan.evidence(),
                plan.fields(),
                plan.options().stream()
                        .map(option -> new RunView.Choice(option.id(), option.label()))
                        .toList(),
                approval(plan, step, all),
                ready ? Outcomes.allowed(plan) : List.of(),
                mine,
                step != null && walk.manual().find(step.step).isEmpty(),
                step != null && step.madeUp,
                step == null ? List.of() : entries(plan, step, all),
                step == null ? List.of() : files(walk.run().id, step, all));
    }

    private boolean mayAct(Walk walk, RunStep step, Step plan, Belongings all) {
        if (plan.kind() == StepKind.PARALLEL) {
            return false;
        }
        return plan.kind() == StepKind.APPROVAL
                ? votes.mayVote(walk, step, plan, all.entries, all.delegations)
                : Flow.mayAct(walk.manual(), plan, walk.by());
    }

    private static int depth(Manual manual, Manual.Place place) {
        Step around = place.parallel();
        return around == null ? 0 : 1 + depth(manual, manual.place(around.id()));
    }

    private static RunView.@Nullable Approval approval(Step plan, @Nullable RunStep step, Belongings all) {
        Step.Approval rule = plan.approval();
        if (rule == null) {
            return null;
        }
        List<RunEntry> given = step == null
                ? List.of()
                : all.entries.stream()
                        .filter(entry -> entry.runStep.equals(step.id) && entry.kind == RunEntry.Kind.VOTE)
                        .toList();
        List<RunView.Handing> handings = step == null
                ? List.of()
                : all.delegations.stream()
                        .filter(one -> one.runStep.equals(step.id))
                        .map(one -> new RunView.Handing(one.fromName, one.toName, one.reason, one.at))
                        .toList();
        return new RunView.Approval(
                rule.of(),
                rule.needed(),
                (int) Votes.count(given, Outcomes.APPROVED),
                (int) Votes.count(given, Outcomes.REJECTED),
                rule.delegable(),
                handings);
    }

    private List<RunView.Entry> entries(Step plan, RunStep step, Belongings all) {
        return all.entries.stream()
                .filter(entry -> entry.runStep.equals(step.id))
                .map(entry -> entry(plan, entry, all.corrected.get(entry.id)))
                .toList();
    }

    private RunView.Entry entry(Step plan, RunEntry entry, @Nullable UUID correctedBy) {
        return new RunView.Entry(
                entry.id,
                entry.kind.name(),
                entry.outcome,
                chronicle.outcome(plan, entry.outcome),
                entry.at,
                entry.recordedAt,
                entry.personName,
                entry.forPerson.equals(entry.person) ? null : entry.forName,
                entry.decidedBy == null || entry.decidedAs == null
                        ? null
                        : new StepResult.DecidedBy(entry.decidedBy, entry.decidedAs),
                entry.documentNumber,
                entry.evidence,
                entry.reason,
                values(plan, entry),
                entry.corrects,
                correctedBy);
    }

    private List<RunView.Value> values(Step plan, RunEntry entry) {
        List<RunView.Value> values = new ArrayList<>();
        for (Field field : plan.fields()) {
            JsonNode value = entry.values.get(field.name());
            if (value != null && !FieldValues.isBlank(value)) {
                values.add(new RunView.Value(field.name(), field.label(), value, words(field, value)));
            }
        }
        return values;
    }

    private LocalizedText words(Field field, JsonNode value) {
        return switch (field.type()) {
            case CHOICE ->
                field.options().stream()
                        .filter(choice -> choice.id().equals(value.asText()))
                        .map(Field.Choice::label)
                        .findFirst()
                        .orElse(same(value.asText()));
            case FLAG -> texts.both(value.asBoolean() ? "procedure.yes" : "procedure.no", Map.of());
            case TIME -> same(TIME.format(OffsetDateTime.parse(value.asText()).atZoneSameInstant(Zones.SEOUL)));
            case TEXT, NUMBER -> same(value.asText());
            case SYSTEM -> same(String.join(", ", FieldValues.codes(value)));
        };
    }

    private static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    private static List<RunView.FileRow> files(UUID run, RunStep step, Belongings all) {
        return all.files.stream()
                .filter(file -> file.runStep().equals(step.id))
                .map(file -> new RunView.FileRow(
                        file.id(),
                        file.name(),
                        file.contentType(),
                        file.size(),
                        file.at(),
                        file.by(),
                        "/api/v1/runs/" + run + "/files/" + file.id()))
                .toList();
    }
}

package io.haetae.crisis;

import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Records what people decided about stages (재난안전법 제38조). A stage may be skipped upward; raising or lifting 심각 needs
 * consultation with the minister of MOIS, or the mark that one acted first because it was urgent.
 */
@ApplicationScoped
public class StageService {

    private final Crises crises;
    private final StageRecords records;
    private final Observations observations;
    private final CrisisWatch watch;
    private final CrisisAccess access;
    private final Acts acts;
    private final CurrentActor current;

    StageService(
            Crises crises,
            StageRecords records,
            Observations observations,
            CrisisWatch watch,
            CrisisAccess access,
            Acts acts,
            CurrentActor current) {
        this.crises = crises;
        this.records = records;
        this.observations = observations;
        this.watch = watch;
        this.access = access;
        this.acts = acts;
        this.current = current;
    }

    /** Records a decision. */
    @Transactional
    public StageView decide(String number, @Valid StageCommand command) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        InstitutionView agency = access.leadAgency("/leadAgency", command.leadAgency());
        access.requireActsFor(actor, agency);
        Instant at = acts.happened("/at", command.at(), now);
        checkMeeting(command, at, now);
        List<StageView> before = records.of(crisis.id);
        StageView corrected = corrected(command, before);
        Stage from = from(before, corrected, command, at);
        checkStep(from, command);
        checkConsultation(from, command, now);
        Stage recommended = watch.look(crisis, now).stream()
                .filter(said -> said.leadAgency().equals(command.leadAgency()))
                .map(Recommendation::stage)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        UUID id = records.add(crisis.id, command, at, recommended, now, actor.name());
        crisis.reachedBy(access.keys(agency));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("leadAgency", command.leadAgency());
        data.put("from", from.name());
        data.put("stage", command.stage().name());
        data.put("at", at.toString());
        data.put(
                "decidedBy",
                command.decidedBy().name() + " (" + command.decidedBy().position() + ")");
        data.put("recommended", String.valueOf(recommended));
        data.put("corrects", String.valueOf(command.corrects()));
        acts.record(rule(from, command), crisis, data);
        watch.look(crisis, now);
        return StageRecords.find(records.of(crisis.id), id).orElseThrow();
    }

    /** The consultation that an urgent decision left to be held without delay. */
    @Transactional
    public StageView consult(String number, UUID stage, @Valid Consulted consulted) {
        Actor actor = current.require(Role.HQ);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        StageView record = StageRecords.find(records.of(crisis.id), stage).orElseThrow(Refusal::notFound);
        access.requireActsFor(actor, access.leadAgency("/leadAgency", record.leadAgency()));
        access.known("/with", consulted.with());
        Instant at = acts.happened("/at", consulted.at(), now);
        if (at.isBefore(record.at())) {
            throw Refusal.field("/at", "end-before-begin", at);
        }
        if (!record.consultationDue() || !records.consult(stage, at, consulted.with(), now, actor.name())) {
            throw new Refusal(CrisisError.NO_CONSULTATION_DUE);
        }
        acts.record(
                "crisis.consulted",
                crisis,
                Map.of("stage", stage.toString(), "at", at.toString(), "with", consulted.with()));
        return StageRecords.find(records.of(crisis.id), stage).orElseThrow();
    }

    /** What people see of the systems of a lead agency and no incident says. */
    @Transactional
    public List<Recommendation> observe(String number, @Valid Observation seen) {
        Actor actor = current.require(Role.HQ, Role.SITUATION);
        Instant now = acts.now();
        Crisis crisis = crises.lock(number, actor);
        InstitutionView agency = access.leadAgency("/leadAgency", seen.leadAgency());
        access.requireActsFor(actor, agency);
        Instant at = acts.happened("/at", seen.at(), now);
        acts.happened("/countersOutSince", seen.countersOutSince(), now);
        observations.add(crisis.id, seen, at, now, actor.name());
        crisis.reachedBy(access.keys(agency));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("leadAgency", seen.leadAgency());
        data.put("peakPercent", String.valueOf(seen.peakPercent()));
        data.put("countersOutSince", String.valueOf(seen.countersOutSince()));
        data.put("takenOver", seen.isTakenOver());
        acts.record("crisis.observed", crisis, data);
        return watch.look(crisis, now);
    }

    private static void checkMeeting(StageCommand command, Instant at, Instant now) {
        StageCommand.Meeting meeting = command.assessmentMeeting();
        if (meeting != null && meeting.heldAt().isAfter(now)) {
            throw Refusal.field("/assessmentMeeting/heldAt", "in-the-future", meeting.heldAt());
        }
        if (meeting != null && meeting.heldAt().isAfter(at)) {
            throw Refusal.field("/assessmentMeeting/heldAt", "meeting-after-decision", meeting.heldAt());
        }
    }

    private static @Nullable StageView corrected(StageCommand command, List<StageView> before) {
        UUID corrects = command.corrects();
        if (corrects == null) {
            return null;
        }
        StageView record = StageRecords.find(before, corrects)
                .filter(one -> one.leadAgency().equals(command.leadAgency()))
                .orElseThrow(() -> Refusal.field("/corrects", "unknown-record", corrects));
        if (!record.counts()) {
            throw new Refusal(CrisisError.CORRECTED_BEFORE);
        }
        return record;
    }

    /** The stage that stood when it was decided, without the record that is corrected. */
    private static Stage from(List<StageView> before, @Nullable StageView corrected, StageCommand command, Instant at) {
        List<StageView> others =
                before.stream().filter(record -> !record.equals(corrected)).toList();
        return StageRecords.standing(others, command.leadAgency(), at);
    }

    private static void checkStep(Stage from, StageCommand command) {
        if (from == command.stage() && command.corrects() == null) {
            throw from == Stage.NONE
                    ? new Refusal(CrisisError.NOTHING_TO_LIFT)
                    : new Refusal(CrisisError.SAME_STAGE, Map.of("value", from.name()));
        }
    }

    private void checkConsultation(Stage from, StageCommand command, Instant now) {
        StageCommand.Consultation consultation = command.consultation();
        boolean held = consultation != null && consultation.at() != null;
        if (consultation != null && !consultation.isUrgent() && (consultation.with() == null) == held) {
            throw Refusal.fields(List.of(FieldError.of("/consultation", "consultation-incomplete")));
        }
        if (consultation != null && consultation.with() != null) {
            access.known("/consultation/with", consultation.with());
        }
        if (held) {
            acts.happened(
                    "/consultation/at", Objects.requireNonNull(consultation).at(), now);
        }
        boolean needed = Stage.touchesSerious(from, command.stage()) && !access.isSafetyMinistry(command.leadAgency());
        boolean urgent = consultation != null && consultation.isUrgent();
        if (needed && !held && !urgent) {
            throw Refusal.fields(List.of(new FieldError(
                    "/consultation", "consultation-needed", Map.of("allowed", access.safetyMinistry()))));
        }
    }

    private static String rule(Stage from, StageCommand command) {
        if (command.corrects() != null) {
            return "crisis.stage-corrected";
        }
        if (command.stage() == Stage.NONE) {
            return "crisis.stage-lifted";
        }
        return command.stage().compareTo(from) > 0 ? "crisis.stage-raised" : "crisis.stage-lowered";
    }
}

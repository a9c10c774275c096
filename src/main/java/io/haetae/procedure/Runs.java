package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import io.haetae.procedure.engine.Manual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The face of this room: begins runs, lists those of a subject, and hears when a subject has changed. */
@ApplicationScoped
public class Runs {

    private static final String ROWS = """
            insert into procedure_run (id, manual_kind, manual_name, manual_version, subject_kind, subject_id, title,
                state, automatic, exercise, need_to_know, scope, failure_grade, started_at, started_by,
                started_by_name, revision)
            values (?, ?, ?, ?, ?, ?, ?, 'OPEN', ?, ?, ?, ?, ?, ?, ?, ?, 0)
            on conflict do nothing""";

    private final Sql sql;
    private final RunRecords records;
    private final RunAccess access;
    private final Subjects subjects;
    private final Manuals manuals;
    private final RunCourse course;
    private final CurrentActor current;

    Runs(
            Sql sql,
            RunRecords records,
            RunAccess access,
            Subjects subjects,
            Manuals manuals,
            RunCourse course,
            CurrentActor current) {
        this.sql = sql;
        this.records = records;
        this.access = access;
        this.subjects = subjects;
        this.manuals = manuals;
        this.course = course;
        this.current = current;
    }

    /**
     * Begins a run of the version in force, or of the newest draft where there is nothing better. A person who begins one
     * holds it. Refuses (409) while the subject has an open run of that manual; an automatic start finds that enough.
     */
    @Transactional
    public UUID start(StartRun command) {
        Actor actor = command.automatic() ? Actor.SYSTEM : current.require(Roles.WORK);
        ManualRef ref = manuals.startable(command.manual());
        SubjectView subject = command.automatic()
                ? subjects.find(command.subjectKind())
                        .flatMap(kind -> kind.find(command.subjectId()))
                        .orElseThrow(Refusal::notFound)
                : subjects.forStart(command.subjectKind(), command.subjectId(), actor);
        Manual.Header header = manuals.get(ref).header();
        if (!header.subject().equals(command.subjectKind())) {
            throw Refusal.fields(
                    List.of(new FieldError("/subject/kind", "manual-is-about", Map.of("allowed", header.subject()))));
        }
        Optional<UUID> begun = begin(ref, subject, command.automatic(), actor);
        if (begun.isPresent()) {
            return begun.get();
        }
        UUID open = records.open(subject.kind(), subject.id(), ref).orElseThrow().id;
        if (command.automatic()) {
            return open;
        }
        throw new Refusal(ProcedureError.ALREADY_RUNNING, Map.of("run", open.toString()));
    }

    /**
     * What came of asking for the runs that are due by themselves.
     *
     * @param begun how many began
     * @param missing whether no manual in force is for such subjects at all
     * @param unreadable reasons of manuals in force that cannot be read; whether they are for such subjects nobody knows
     */
    public record Started(int begun, boolean missing, List<String> unreadable) {}

    /**
     * Begins every run that a subject of its failure grade asks for and that it has not had yet; in the service's name.
     * Joins the caller's transaction. A manual that cannot be read holds back nothing but its own runs.
     */
    @Transactional(TxType.MANDATORY)
    public Started startDue(SubjectView subject) {
        Manuals.InForce inForce = manuals.inForce();
        List<Manual> candidates = inForce.readable().stream()
                .filter(manual -> manual.header().subject().equals(subject.kind())
                        && !manual.header().startsOn().isEmpty())
                .toList();
        int begun = 0;
        for (Manual manual : candidates) {
            ManualRef ref = ManualRef.of(manual.header());
            if (isAsked(manual.header(), subject)
                    && !hadBefore(subject, ref)
                    && begin(ref, subject, true, Actor.SYSTEM).isPresent()) {
                begun++;
            }
        }
        List<String> unreadable = inForce.broken().entrySet().stream()
                .map(broken -> broken.getKey() + ": " + broken.getValue())
                .toList();
        return new Started(begun, candidates.isEmpty() && unreadable.isEmpty(), unreadable);
    }

    private boolean isAsked(Manual.Header header, SubjectView subject) {
        int grade = Objects.requireNonNullElse(subject.failureGrade(), 1);
        return header.startsOn().contains(grade)
                && (header.startsWhen() == null
                        || header.startsWhen()
                                .holds(subjects.get(subject.kind()).facts(subject.id())));
    }

    private boolean hadBefore(SubjectView subject, ManualRef ref) {
        return records.count(
                        "subjectKind = ?1 and subjectId = ?2 and manualKind = ?3 and manualName = ?4",
                        subject.kind(),
                        subject.id(),
                        ref.kind(),
                        ref.name())
                > 0;
    }

    private Optional<UUID> begin(ManualRef ref, SubjectView subject, boolean automatic, Actor actor) {
        Instant now = course.now();
        UUID id = Ids.at(now);
        int added = sql.update(
                ROWS,
                id,
                ref.kind(),
                ref.name(),
                ref.version(),
                subject.kind(),
                subject.id(),
                subject.title(),
                automatic,
                subject.exercise(),
                subject.needToKnow(),
                subject.scope().stream().sorted().toArray(String[]::new),
                subject.failureGrade(),
                now,
                actor.id(),
                actor.name());
        if (added == 0) {
            return Optional.empty();
        }
        Run run = records.findById(id);
        course.begin(access.walk(run, subject, actor, now), automatic);
        return Optional.of(id);
    }

    /** Runs of a subject that the reader may know of, the newest first. */
    @Transactional
    public List<RunRow> of(String subjectKind, String subjectId) {
        Optional<SubjectView> subject = subjects.visible(subjectKind, subjectId, current.get());
        List<Run> found = subject.isEmpty()
                ? List.of()
                : records.list(
                        "subjectKind = ?1 and subjectId = ?2 order by startedAt desc, id desc", subjectKind, subjectId);
        return course.rows(found);
    }

    /**
     * Another subject of the kind has taken this one in: its runs go on under that one. Where the other has a run of the
     * same manual already, this one's is stopped; what was done in it stays.
     */
    @Transactional(TxType.MANDATORY)
    public void takeOver(String subjectKind, String fromId, String toId, String reason) {
        Actor actor = current.get();
        for (Run run : records.list(
                "subjectKind = ?1 and subjectId = ?2 and state = ?3", subjectKind, fromId, Run.State.OPEN)) {
            if (records.open(subjectKind, toId, run.manual()).isPresent()) {
                SubjectView subject = subjects.get(subjectKind).find(fromId).orElseThrow(Refusal::notFound);
                course.stop(access.walk(run, subject, actor, course.now()), reason);
            }
        }
        records.flush();
        sql.update(
                "update procedure_run set subject_id = ? where subject_kind = ? and subject_id = ?",
                toId,
                subjectKind,
                fromId);
        changed(subjectKind, toId);
    }

    /**
     * A subject has changed: what its runs await is looked at as soon as this transaction is committed. Waits for no run.
     */
    @Transactional(TxType.MANDATORY)
    public void changed(String subjectKind, String subjectId) {
        sql.update("""
                insert into procedure_wake (subject_kind, subject_id)
                select ?, ? where exists (
                    select 1 from procedure_run where subject_kind = ? and subject_id = ? and state = 'OPEN')""", subjectKind, subjectId, subjectKind, subjectId);
    }
}

package io.haetae.procedure;

import io.haetae.kernel.Actor;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Does for a run what has become due, in the transaction that claims it. Doing it twice changes nothing. */
@ApplicationScoped
class RunDue {

    private final RunRecords records;
    private final RunAccess access;
    private final Subjects subjects;
    private final Flow flow;
    private final RunFollowUp followUp;
    private final Sql sql;
    private final Clock clock;

    RunDue(
            RunRecords records,
            RunAccess access,
            Subjects subjects,
            Flow flow,
            RunFollowUp followUp,
            Sql sql,
            Clock clock) {
        this.records = records;
        this.access = access;
        this.subjects = subjects;
        this.flow = flow;
        this.followUp = followUp;
        this.sql = sql;
        this.clock = clock;
    }

    /** Runs that have something to look at; what nobody waits for any more is forgotten. */
    @Transactional
    public List<UUID> due(int most) {
        sql.update("""
                delete from procedure_wake w where not exists (
                    select 1 from procedure_run r where r.subject_kind = w.subject_kind
                        and r.subject_id = w.subject_id and r.state = 'OPEN')""");
        return records.due(clock.instant(), most);
    }

    /** Looks after one of them, unless another replica is at it. */
    @Transactional
    public void lookAfter(UUID id) {
        Instant now = clock.instant();
        Optional<Run> claimed = records.claim(id);
        if (claimed.isEmpty()) {
            return;
        }
        Run run = claimed.get();
        sql.update(
                "delete from procedure_wake where subject_kind = ? and subject_id = ?", run.subjectKind, run.subjectId);
        SubjectView subject = subjects.get(run.subjectKind).find(run.subjectId).orElseThrow();
        run.follow(subject);
        Walk walk = access.walk(run, subject, Actor.SYSTEM, now);
        List<RunStep> ended = flow.settle(walk);
        followUp.ended(walk, ended);
        walk.open().stream()
                .filter(step -> step.toldAt == null && step.isOverdue(now))
                .forEach(step -> followUp.overdue(walk, step));
        records.flush();
    }

    /** Leaves a run alone for a while that could not be looked after. */
    @Transactional
    public void postpone(UUID id, Instant until) {
        sql.update(
                "update procedure_step set next_at = ? where run = ? and next_at is not null and next_at < ?",
                until,
                id,
                until);
        Run run = records.findById(id);
        sql.update(
                "delete from procedure_wake where subject_kind = ? and subject_id = ?", run.subjectKind, run.subjectId);
    }
}

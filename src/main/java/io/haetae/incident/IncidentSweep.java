package io.haetae.incident;

import io.haetae.duty.Escalations;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Each second: grades that time alone makes worse, procedures to begin, and clocks that warn or are breached. Every replica sweeps. */
@ApplicationScoped
class IncidentSweep {

    private static final Logger LOG = Logger.getLogger(IncidentSweep.class);
    private static final int BATCH = 200;

    private final IncidentDue due;
    private final IncidentProcedures procedures;
    private final AnswersFromOutside answers;

    IncidentSweep(IncidentDue due, IncidentProcedures procedures, AnswersFromOutside answers) {
        this.due = due;
        this.procedures = procedures;
        this.answers = answers;
    }

    @Scheduled(
            every = "1s",
            identity = "incident.sweep",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            executeWith = Scheduled.SIMPLE)
    @ActivateRequestContext
    void run() {
        regrade();
        beginProcedures();
        noteAnswers();
        takeLapsedAnswersBack();
        while (due.advanceClocks(BATCH) == BATCH) {
            LOG.debug("more clocks are due");
        }
    }

    private void beginProcedures() {
        for (UUID id : procedures.due(BATCH)) {
            try {
                procedures.begin(id);
            } catch (RuntimeException e) {
                LOG.errorf(e, "the procedures of incident %s could not be begun; tried later", id);
                procedures.failed(id, String.valueOf(e.getMessage()));
            }
        }
    }

    private void takeLapsedAnswersBack() {
        for (Escalations.Lapsed each : answers.lapsed()) {
            try {
                answers.takeBack(each);
            } catch (RuntimeException e) {
                LOG.errorf(
                        e,
                        "the lapsed answer about incident %s could not be taken back; tried later",
                        each.subjectId());
            }
        }
    }

    private void noteAnswers() {
        for (Escalations.Answered each : answers.unnoticed()) {
            try {
                answers.note(each.subjectId(), each.answer());
            } catch (RuntimeException e) {
                LOG.errorf(e, "the answer about incident %s could not be noted; tried later", each.subjectId());
            }
        }
    }

    private void regrade() {
        List<UUID> ids = due.regradeable(BATCH);
        for (UUID id : ids) {
            try {
                due.regrade(id);
            } catch (RuntimeException e) {
                // One incident that cannot be graded must not keep the others from it.
                LOG.errorf(e, "incident %s could not be graded again; tried later", id);
                due.postpone(id);
            }
        }
    }
}

package io.haetae.duty;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Looks for due steps, in every replica. One call-out that cannot be advanced never holds up the others. */
@ApplicationScoped
class EscalationSweep {

    private static final Logger LOG = Logger.getLogger(EscalationSweep.class);

    private final EscalationAdvance advance;
    private final Lapses lapses;
    private final ClockSetBack clocks;
    private final DutyConfig config;

    EscalationSweep(EscalationAdvance advance, Lapses lapses, ClockSetBack clocks, DutyConfig config) {
        this.advance = advance;
        this.lapses = lapses;
        this.clocks = clocks;
        this.config = config;
    }

    @Scheduled(
            identity = "duty.escalation",
            every = "${haetae.duty.sweep-every:1s}",
            executeWith = Scheduled.SIMPLE,
            concurrentExecution = ConcurrentExecution.SKIP)
    void sweep() {
        run();
    }

    /** Carries out everything that is due. */
    @ActivateRequestContext
    void run() {
        clocks.putRight();
        advance.stopAnswered();
        resumeLapsed();
        int advanced;
        do {
            advanced = batch();
        } while (advanced == config.batch());
    }

    private void resumeLapsed() {
        for (ChainAnswers.Lapsing each : lapses.due(config.batch())) {
            try {
                lapses.resume(each.chain(), each.subjectKind(), each.subjectId());
            } catch (RuntimeException e) {
                LOG.errorf(e, "call-out %s, whose answer has lapsed, cannot be resumed; tried again", each.chain());
            }
        }
    }

    private int batch() {
        try {
            return advance.advanceDue(config.batch());
        } catch (RuntimeException e) {
            LOG.warn("a batch of call-outs failed; advancing them one by one", e);
            return oneByOne();
        }
    }

    private int oneByOne() {
        List<UUID> due = advance.due(config.batch());
        for (UUID chain : due) {
            try {
                advance.advanceOne(chain);
            } catch (RuntimeException e) {
                LOG.errorf(e, "call-out %s cannot be advanced; trying again in %s", chain, config.postponement());
                advance.postpone(chain);
            }
        }
        return due.size();
    }
}

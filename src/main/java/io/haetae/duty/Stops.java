package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.duty.ChainAnswers.Stopped;
import io.haetae.notify.Deliveries;
import io.haetae.notify.Deliveries.Acknowledged;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Stops call-outs of which somebody acknowledged a message. Joins the transaction of whoever asks. */
@ApplicationScoped
class Stops {

    private final ChainStore chains;
    private final ChainAnswers answers;
    private final Deliveries deliveries;
    private final Journal journal;
    private final Clock clock;
    private final DutyConfig config;

    Stops(
            ChainStore chains,
            ChainAnswers answers,
            Deliveries deliveries,
            Journal journal,
            Clock clock,
            DutyConfig config) {
        this.chains = chains;
        this.answers = answers;
        this.deliveries = deliveries;
        this.journal = journal;
        this.clock = clock;
        this.config = config;
    }

    /** By what was acknowledged lately. */
    List<Stopped> lately() {
        return stop(deliveries.acknowledgedSince(clock.instant().minus(config.lookBack())));
    }

    /** By what was acknowledged about these subjects at any time. */
    List<Stopped> about(List<String> subjects) {
        return stop(deliveries.acknowledgedAbout(subjects));
    }

    private List<Stopped> stop(List<Acknowledged> acknowledged) {
        answers.answerRollCalls(acknowledged);
        List<Stopped> stopped = answers.stop(acknowledged);
        if (stopped.isEmpty()) {
            return stopped;
        }
        chains.dropSteps(stopped.stream().map(Stopped::chain).toList());
        for (Stopped each : stopped) {
            deliveries.withdraw(each.subjectKind(), each.subjectId(), "answered");
            journal.record(
                    "duty.answered",
                    each.subjectKind(),
                    each.subjectId(),
                    Map.of(
                            "name",
                            each.name(),
                            "by",
                            each.by().name(),
                            "chain",
                            each.chain().toString()));
        }
        return stopped;
    }
}

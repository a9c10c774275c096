package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.duty.ChainAnswers.Lapsing;
import io.haetae.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Answers that lapse: whoever had it may have fallen asleep. The same levels are called again. */
@ApplicationScoped
public class Lapses {

    private final ChainStore chains;
    private final ChainAnswers answers;
    private final Journal journal;
    private final Clock clock;

    Lapses(ChainStore chains, ChainAnswers answers, Journal journal, Clock clock) {
        this.chains = chains;
        this.answers = answers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Call-outs whose answer has lapsed. */
    List<Lapsing> due(int limit) {
        return answers.lapsing(clock.instant(), limit);
    }

    /** Calls again, unless the matter is over by now or another replica does it. */
    @Transactional
    public boolean resume(UUID chain, String subjectKind, String subjectId) {
        Instant now = clock.instant();
        chains.lock(subjectKind, subjectId);
        UUID anew = Ids.at(now);
        if (!answers.resume(chain, anew, now)) {
            return false;
        }
        journal.record(
                "duty.answer-lapsed",
                subjectKind,
                subjectId,
                Map.of("chain", chain.toString(), "resumedBy", anew.toString()));
        return true;
    }
}

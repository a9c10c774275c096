package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.duty.ChainAnswers.Stopped;
import io.haetae.duty.ChainStore.Called;
import io.haetae.duty.ChainStore.Done;
import io.haetae.duty.ChainStore.Next;
import io.haetae.duty.Escalation.StepState;
import io.haetae.duty.Escalation.Told;
import io.haetae.duty.StepMessages.Messages;
import io.haetae.notify.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Advances call-outs: claiming, telling and moving on are one transaction. */
@ApplicationScoped
class EscalationAdvance {

    private final ChainStore chains;
    private final Stops stops;
    private final StepMessages messages;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;
    private final DutyConfig config;

    EscalationAdvance(
            ChainStore chains,
            Stops stops,
            StepMessages messages,
            Outbox outbox,
            Journal journal,
            Clock clock,
            DutyConfig config) {
        this.chains = chains;
        this.stops = stops;
        this.messages = messages;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
        this.config = config;
    }

    /** Stops the call-outs of which somebody has lately acknowledged a message. */
    @Transactional
    public void stopAnswered() {
        stops.lately();
    }

    /** Carries out what is due, of at most {@code limit} call-outs, and says of how many. */
    @Transactional
    public int advanceDue(int limit) {
        Instant now = clock.instant();
        List<Chain> claimed = chains.claim(now, limit);
        advance(claimed, now);
        return claimed.size();
    }

    /** Carries out what is due of one call-out. */
    @Transactional
    public void advanceOne(UUID id) {
        Instant now = clock.instant();
        advance(chains.claim(id, now), now);
    }

    /** The call-outs that are due. */
    @Transactional
    public List<UUID> due(int limit) {
        return chains.dueIds(clock.instant(), limit);
    }

    /** Leaves a call-out alone for a while that could not be advanced. */
    @Transactional
    public void postpone(UUID id) {
        chains.postpone(id, clock.instant().plus(config.postponement()));
    }

    private void advance(List<Chain> claimed, Instant now) {
        if (claimed.isEmpty()) {
            return;
        }
        List<Chain> open = withoutAnswered(claimed);
        Map<UUID, List<WaitingStep>> waiting = chains
                .waiting(open.stream().map(Chain::id).toList())
                .stream()
                .collect(Collectors.groupingBy(WaitingStep::chain));
        StepMessages.Writer writer = messages.writerFor(
                waiting.values().stream().flatMap(List::stream).toList(), now);
        Progress progress = new Progress();
        for (Chain chain : open) {
            carryOut(chain, waiting.getOrDefault(chain.id(), List.of()), writer, now, progress);
        }
        outbox.enqueue(messages.sent(progress.deliveries));
        chains.call(progress.called, now);
        chains.done(progress.done, now);
        chains.next(progress.next);
        journal.recordAll(progress.entries);
    }

    /** An acknowledgement committed since the last look must count before anybody else is called. */
    private List<Chain> withoutAnswered(List<Chain> claimed) {
        List<String> subjects =
                claimed.stream().map(Chain::subjectId).distinct().toList();
        List<Stopped> answered = stops.about(subjects);
        Set<UUID> gone = answered.stream().map(Stopped::chain).collect(Collectors.toSet());
        return claimed.stream().filter(chain -> !gone.contains(chain.id())).toList();
    }

    /** Every due step in order; one that reaches nobody makes the next due at once. */
    private static void carryOut(
            Chain chain, List<WaitingStep> steps, StepMessages.Writer writer, Instant now, Progress progress) {
        boolean broughtForward = false;
        for (WaitingStep step : steps) {
            if (step.dueAt().isAfter(now) && !broughtForward) {
                progress.next.add(new Next(chain.id(), step.dueAt()));
                return;
            }
            Messages written = writer.write(chain, step);
            broughtForward = !written.reachesSomebody();
            progress.add(chain, step, written);
        }
        progress.next.add(new Next(chain.id(), null));
    }

    /** What one transaction writes, gathered so that each table is written once. */
    private static final class Progress {

        private final List<Written> deliveries = new ArrayList<>();
        private final List<Called> called = new ArrayList<>();
        private final List<Done> done = new ArrayList<>();
        private final List<Next> next = new ArrayList<>();
        private final List<JournalEntry> entries = new ArrayList<>();

        private void add(Chain chain, WaitingStep step, Messages written) {
            StepState state = written.reachesSomebody() ? StepState.TOLD : StepState.UNREACHED;
            deliveries.addAll(written.deliveries());
            if (step.rollCall()) {
                for (Told told : written.told()) {
                    if (told.person() != null && told.name() != null) {
                        called.add(new Called(chain.id(), told.person(), told.name()));
                    }
                }
            }
            done.add(new Done(chain.id(), step.ordinal(), state, written.told()));
            entries.add(new JournalEntry(
                    state == StepState.TOLD ? "duty.step-told" : "duty.step-unreached",
                    chain.subjectKind(),
                    chain.subjectId(),
                    Map.of(
                            "chain", chain.id().toString(),
                            "level", step.level(),
                            "dueAt", step.dueAt().toString(),
                            "told", names(written.told()))));
        }

        private static Set<String> names(List<Told> told) {
            Set<String> names = new TreeSet<>();
            told.forEach(each -> names.add(
                    each.function() + "/" + each.institution() + ": " + (each.name() == null ? "-" : each.name())));
            return names;
        }
    }
}

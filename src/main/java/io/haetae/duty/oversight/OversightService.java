package io.haetae.duty.oversight;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.kernel.Watched;
import io.haetae.kernel.Watched.Late;
import io.haetae.notify.Outbox;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds what is late in any room, keeps it, tells of it once, and says what is late now. */
@ApplicationScoped
public class OversightService {

    private static final int MOST_PER_ROOM = 10_000;
    private static final int MOST_SHOWN = 500;
    private static final Duration SHOWN_FOR = Duration.ofDays(7);

    /** A check that did not come three times in a row is missing. */
    private static final Duration RECENT = Duration.ofMinutes(2);

    private final List<Watched> rooms;
    private final FindingStore findings;
    private final OversightMessages messages;
    private final Outbox outbox;
    private final Journal journal;
    private final OversightConfig config;
    private final Clock clock;

    OversightService(
            @All List<Watched> rooms,
            FindingStore findings,
            OversightMessages messages,
            Outbox outbox,
            Journal journal,
            OversightConfig config,
            Clock clock) {
        this.rooms = rooms;
        this.findings = findings;
        this.messages = messages;
        this.outbox = outbox;
        this.journal = journal;
        this.config = config;
        this.clock = clock;
    }

    /** Looks once. Says whether the service itself is in time with everything. */
    @Transactional
    public boolean check() {
        Instant now = clock.instant();
        Instant before = now.minus(config.grace());
        List<Late> late = new ArrayList<>();
        boolean whole = true;
        for (Watched room : rooms) {
            List<Late> found = room.late(before, MOST_PER_ROOM);
            whole &= found.size() < MOST_PER_ROOM;
            late.addAll(found);
        }
        List<Finding> fresh = late.isEmpty() ? List.of() : findings.add(late, now);
        // What was not looked at because there is too much of it is not settled.
        List<Finding> settled = whole ? findings.settleAllBut(late, now) : List.of();
        journal.recordAll(entries("duty.oversight-found", fresh));
        journal.recordAll(entries("duty.oversight-settled", settled));
        if (!fresh.isEmpty()) {
            outbox.enqueue(messages.about(fresh, now));
        }
        findings.checked(now, late.size());
        return late.stream().noneMatch(Late::byService);
    }

    /** What is late now, and what was in the last seven days. */
    @Transactional
    public Oversight read() {
        Instant now = clock.instant();
        Instant checkedAt = findings.lastCheck().orElse(null);
        boolean current = checkedAt != null && checkedAt.isAfter(now.minus(RECENT));
        return new Oversight(
                checkedAt, current, findings.open(MOST_SHOWN), findings.settledSince(now.minus(SHOWN_FOR), MOST_SHOWN));
    }

    private static List<JournalEntry> entries(String action, List<Finding> findings) {
        return findings.stream()
                .map(finding -> new JournalEntry(
                        action,
                        finding.subjectKind(),
                        finding.subjectId(),
                        Map.of(
                                "what", finding.what(),
                                "detail", finding.detail(),
                                "dueAt", finding.dueAt().toString(),
                                "byService", finding.byService())))
                .toList();
    }
}

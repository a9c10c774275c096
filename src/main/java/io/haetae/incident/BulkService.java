package io.haetae.incident;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Acts on many incidents at once, says what became of each, and takes it back within the time stated. */
@ApplicationScoped
class BulkService {

    private final BulkRows rows;
    private final BulkStepService steps;
    private final Journal journal;
    private final Texts texts;
    private final IncidentConfig config;
    private final CurrentActor current;
    private final Clock clock;

    BulkService(
            BulkRows rows,
            BulkStepService steps,
            Journal journal,
            Texts texts,
            IncidentConfig config,
            CurrentActor current,
            Clock clock) {
        this.rows = rows;
        this.steps = steps;
        this.journal = journal;
        this.texts = texts;
        this.config = config;
        this.current = current;
        this.clock = clock;
    }

    /** Writes down what is to be done, before the first of them. */
    @Transactional
    public UUID begin(@Valid BulkCommand command) {
        Actor actor = current.require(Verb.CLOSE.roles());
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        rows.add(id, command, actor, now);
        journal.record(
                "incident.many-" + command.act().name().toLowerCase(Locale.ROOT),
                "INCIDENT_BULK",
                id.toString(),
                Map.of("numbers", command.numbers(), "reason", command.reason()));
        return id;
    }

    /** Does it to each, in a transaction of its own. */
    @Transactional(TxType.NEVER)
    public void carryOut(UUID id, BulkCommand command) {
        command.numbers().stream().map(String::strip).distinct().forEach(number -> {
            try {
                steps.take(id, command.act(), number, command.reason());
            } catch (Refusal refusal) {
                steps.refused(id, number, refusal.error().code());
            }
        });
    }

    /** What became of it; for whoever did it, the situation room and auditors. */
    @Transactional
    public BulkView get(UUID id) {
        Actor actor = current.get();
        BulkRows.Bulk bulk = visible(id, actor);
        List<BulkRows.Item> items = rows.items(id);
        Instant until = bulk.at().plus(config.undoWithin());
        boolean mayUndo =
                bulk.undoneAt() == null && clock.instant().isBefore(until) && actor.hasAny(Verb.CLOSE.roles());
        return new BulkView(
                id,
                bulk.act().name(),
                bulk.at(),
                bulk.name(),
                bulk.reason(),
                items.stream().filter(item -> item.incident() != null).count(),
                until,
                mayUndo,
                bulk.undoneAt(),
                bulk.undoneBy(),
                bulk.undoReason(),
                items.stream()
                        .map(item -> new BulkView.Item(
                                item.number(), title(item.refused()), item.undone(), title(item.kept())))
                        .toList());
    }

    private @Nullable LocalizedText title(@Nullable String code) {
        return code == null ? null : texts.both("error." + code + ".title", Map.of());
    }

    private BulkRows.Bulk visible(UUID id, Actor actor) {
        return rows.find(id)
                .filter(bulk -> bulk.person().equals(actor.id()) || actor.hasAny(Role.SITUATION, Role.AUDITOR))
                .orElseThrow(Refusal::notFound);
    }

    /** Claims the taking back; refuses (409) one that is taken back already or whose time is over. */
    @Transactional
    public BulkRows.Bulk beginUndo(UUID id, String reason) {
        Actor actor = current.require(Verb.CLOSE.roles());
        BulkRows.Bulk bulk = visible(id, actor);
        Instant now = clock.instant();
        if (!now.isBefore(bulk.at().plus(config.undoWithin())) || !rows.undo(id, actor.name(), reason, now)) {
            throw new Refusal(
                    IncidentError.NOT_UNDONE,
                    Map.of("until", bulk.at().plus(config.undoWithin()).toString()));
        }
        journal.record("incident.many-undone", "INCIDENT_BULK", id.toString(), Map.of("reason", reason));
        return bulk;
    }

    /** Takes each back that nothing has happened to since. */
    @Transactional(TxType.NEVER)
    public void undo(BulkRows.Bulk bulk, String reason) {
        for (BulkRows.Item item : rows.items(bulk.id())) {
            if (item.incident() == null || item.undone() || item.kept() != null) {
                continue;
            }
            try {
                steps.undo(bulk, item, reason);
            } catch (Refusal refusal) {
                steps.kept(bulk.id(), item.number(), refusal.error().code());
            }
        }
    }
}

package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Renames, moves and merges institutions, at once or from a coming day. */
@ApplicationScoped
public class InstitutionChangeService {

    private static final String SUBJECT = "INSTITUTION";

    private final InstitutionRows rows;
    private final InstitutionChanges changes;
    private final InstitutionChanger changer;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;
    private final Event<InstitutionChanged> changed;

    InstitutionChangeService(
            InstitutionRows rows,
            InstitutionChanges changes,
            InstitutionChanger changer,
            Journal journal,
            CurrentActor actor,
            Clock clock,
            Event<InstitutionChanged> changed) {
        this.rows = rows;
        this.changes = changes;
        this.changer = changer;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
        this.changed = changed;
    }

    /** Where an institution comes from and what became of it: its states and the changes that led to them. */
    public record Lineage(InstitutionView institution, List<Step> states, List<InstitutionChangeView> changes) {

        public Lineage {
            states = List.copyOf(states);
            changes = List.copyOf(changes);
        }

        /**
         * An institution as it was from one day to another.
         *
         * @param since first day, null when it is not known
         * @param until the day from which it was otherwise, null for the present
         */
        public record Step(
                InstitutionView institution,
                @Nullable LocalDate since,
                @Nullable LocalDate until) {}
    }

    /** Records a change of an institution (ADMIN); one whose day has come takes effect at once. */
    @Transactional
    public InstitutionChangeView record(String code, InstitutionChangeCommand command) {
        Actor by = actor.require(Role.ADMIN);
        rows.lockTree();
        Instant now = clock.instant();
        LocalDate today = InstitutionRows.day(now);
        changer.check(code, command, today);
        UUID id = Ids.at(now);
        changes.insert(id, code, command, now, by.username());
        if (command.effectiveOn().isAfter(today)) {
            journal.record(
                    "identity.change-planned",
                    SUBJECT,
                    code,
                    Map.of(
                            "change", id.toString(),
                            "kind", command.kind(),
                            "effectiveOn", command.effectiveOn().toString(),
                            "former", command.former(),
                            "reason", command.reason()));
        } else {
            carryOut(view(code, id), now);
        }
        return view(code, id);
    }

    /** Withdraws a change whose day has not come (ADMIN). Refuses (409) one that holds or was withdrawn. */
    @Transactional
    public InstitutionChangeView withdraw(String code, UUID id) {
        Actor by = actor.require(Role.ADMIN);
        view(code, id);
        if (!changes.withdraw(id, clock.instant(), by.username())) {
            throw new Refusal(IdentityError.NOT_PLANNED);
        }
        journal.record("identity.change-withdrawn", SUBJECT, code, Map.of("change", id.toString()));
        return view(code, id);
    }

    /** The lineage of an institution, or a refusal (404). */
    @Transactional
    public Lineage lineage(String code) {
        InstitutionView present =
                rows.present(code).orElseThrow(Refusal::notFound).institution();
        List<Lineage.Step> states = rows.states(code).stream()
                .map(state -> new Lineage.Step(state.institution(), state.since(), state.until()))
                .toList();
        return new Lineage(present, states, changes.of(code));
    }

    /** Changes whose day has come. */
    @Transactional
    public List<UUID> due() {
        return changes.due(InstitutionRows.day(clock.instant()));
    }

    /** Lets a planned change take effect; once, whoever else tries. Refuses what cannot be any more. */
    @Transactional
    public void takeEffect(UUID id) {
        rows.lockTree();
        Instant now = clock.instant();
        changes.claim(id).ifPresent(change -> {
            changer.check(change.institution(), command(change), change.effectiveOn());
            carryOut(change, now);
        });
    }

    /** Remembers why a change could not take effect on its day. */
    @Transactional
    public void couldNot(UUID id, String why) {
        if (changes.failed(id, clock.instant(), why)) {
            changes.find(id)
                    .ifPresent(change -> journal.record(
                            "identity.change-failed",
                            SUBJECT,
                            change.institution(),
                            Map.of("change", id.toString(), "why", why)));
        }
    }

    private void carryOut(InstitutionChangeView change, Instant now) {
        Map<String, Object> facts = changer.carryOut(change);
        changes.effected(change.id(), now);
        journal.record(change.kind().action(), SUBJECT, change.institution(), facts);
        changed.fire(new InstitutionChanged(change.institution()));
    }

    private InstitutionChangeView view(String code, UUID id) {
        return changes.find(id)
                .filter(change -> change.institution().equals(code))
                .orElseThrow(Refusal::notFound);
    }

    private static InstitutionChangeCommand command(InstitutionChangeView change) {
        return new InstitutionChangeCommand(
                change.kind(),
                change.effectiveOn(),
                change.name(),
                change.becomes(),
                change.standardCode(),
                change.region(),
                change.parent(),
                change.centralAuthority(),
                change.former(),
                change.reason(),
                change.decidedBy(),
                change.document());
    }
}

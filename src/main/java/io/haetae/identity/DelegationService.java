package io.haetae.identity;

import io.haetae.audit.Journal;
import io.haetae.identity.DelegableActs.DelegableAct;
import io.haetae.identity.DelegationRows.Kept;
import io.haetae.identity.DelegationView.State;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Named acts handed over until a day (행정권한의 위임 및 위탁에 관한 규정; 대결·전결은 기관 안에서). The right stays with its holder:
 * whoever acts, acts in his name, and it is shown so where the act is recorded.
 */
@ApplicationScoped
public class DelegationService {

    /** No longer than that at a time (product default): what is meant for good is a role. */
    static final Duration LONGEST = Duration.ofDays(366);

    private static final int MOST = 200;

    private final DelegationRows rows;
    private final DelegationReceivers receivers;
    private final Instance<DelegableActs> rooms;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    DelegationService(
            DelegationRows rows,
            DelegationReceivers receivers,
            Instance<DelegableActs> rooms,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.rows = rows;
        this.receivers = receivers;
        this.rooms = rooms;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Every act that can be handed over, by name. */
    public List<DelegableAct> acts() {
        return rooms.stream()
                .flatMap(room -> room.acts().stream())
                .sorted(Comparator.comparing(DelegableAct::name))
                .toList();
    }

    /** What the acting person may do of that act in the right of others, now. */
    @Transactional
    public List<Mandate> mandates(String act) {
        Role needed = needed(act);
        return needed == null || actor.get().isSystem()
                ? List.of()
                : rows.inForce(actor.get(), act, needed, clock.instant());
    }

    /** Hands an act over that the actor holds, or passes one on that allows it. */
    @Transactional
    public DelegationView give(DelegationCommand command) {
        Actor by = actor.get();
        Instant now = clock.instant();
        Role needed = known(command.act());
        Kept source = command.source() == null ? null : passedOn(command, command.source(), by, needed, now);
        if (source == null) {
            actor.require(needed);
        }
        String institution = source == null ? by.institution() : source.institution();
        UUID holder = source == null ? by.id() : source.holder();
        Instant from = command.from() == null || command.from().isBefore(now) ? now : command.from();
        if (from.isAfter(now.plus(LONGEST))) {
            throw Refusal.fields(
                    List.of(new FieldError("/from", "too-late", Map.of("value", from, "allowed", now.plus(LONGEST)))));
        }
        Instant longest = source == null ? from.plus(LONGEST) : source.until();
        DelegationReceivers.Receiver to = receivers.of(command, by, institution, from, longest);
        UUID id = Ids.at(now);
        rows.insert(id, command, institution, holder, by.id(), to, from, now);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("act", command.act());
        facts.put("institution", institution);
        facts.put("to", to.name());
        facts.put("from", from);
        facts.put("until", command.until());
        facts.put("mayPassOn", command.mayPassOn());
        facts.put("source", String.valueOf(command.source()));
        facts.put("reason", command.reason().strip());
        journal.record("identity.delegated", "DELEGATION", id.toString(), facts);
        return view(rows.find(id).orElseThrow(), by, now);
    }

    private Role known(String act) {
        Role needed = needed(act);
        if (needed == null) {
            List<String> allowed = acts().stream().map(DelegableAct::name).toList();
            throw Refusal.fields(
                    List.of(new FieldError("/act", "unknown-act", Map.of("value", act, "allowed", allowed))));
        }
        return needed;
    }

    private Kept passedOn(DelegationCommand command, UUID source, Actor by, Role needed, Instant now) {
        Kept kept = rows.lock(source)
                .filter(one -> one.isFor(by, needed))
                .orElseThrow(() -> Refusal.field("/source", "unknown-delegation", source));
        boolean counts = kept.act().equals(command.act()) && kept.state(needed, now) == State.IN_FORCE;
        if (!counts || !kept.mayPassOn()) {
            throw new Refusal(IdentityError.NOT_HELD);
        }
        return kept;
    }

    /** Takes it back, with all that was passed on from it: who handed it over, or whose right it is. */
    @Transactional
    public DelegationView revoke(UUID id, DelegationCommand.Revocation command) {
        Actor by = actor.get();
        Instant now = clock.instant();
        Kept kept = rows.lock(id).filter(one -> concerns(one, by)).orElseThrow(Refusal::notFound);
        if (!mayRevoke(kept, by)) {
            throw new Refusal(KernelError.FORBIDDEN);
        }
        if (kept.revokedAt() != null || !kept.until().isAfter(now)) {
            throw new Refusal(IdentityError.DELEGATION_OVER);
        }
        List<UUID> revoked = rows.revoke(id, now, by.name(), command.reason().strip());
        journal.record(
                "identity.delegation-revoked",
                "DELEGATION",
                id.toString(),
                Map.of(
                        "reason", command.reason().strip(),
                        "revoked", revoked.stream().map(UUID::toString).sorted().toList()));
        return view(rows.find(id).orElseThrow(), by, now);
    }

    /** Those that concern the reader, the newest first; every one for an auditor. */
    @Transactional
    public List<DelegationView> list() {
        Actor reader = actor.get();
        Instant now = clock.instant();
        return rows.concerning(reader, reader.hasAny(Role.AUDITOR), MOST).stream()
                .map(one -> view(one, reader, now))
                .toList();
    }

    /** Acts that the reader holds and may hand over. */
    public List<DelegableAct> own() {
        Actor reader = actor.get();
        return reader.institution().isEmpty()
                ? List.of()
                : acts().stream().filter(act -> reader.hasAny(act.role())).toList();
    }

    private static boolean concerns(Kept kept, Actor reader) {
        return reader.hasAny(Role.AUDITOR)
                || kept.giver().equals(reader.id())
                || kept.holder().equals(reader.id())
                || reader.id().equals(kept.to())
                || reader.institution().equals(kept.toInstitution())
                || reader.institution().equals(kept.institution());
    }

    private static boolean mayRevoke(Kept kept, Actor reader) {
        return kept.giver().equals(reader.id()) || kept.holder().equals(reader.id());
    }

    private @Nullable Role needed(String act) {
        Optional<DelegableAct> known =
                acts().stream().filter(one -> one.name().equals(act)).findFirst();
        return known.map(DelegableAct::role).orElse(null);
    }

    private DelegationView view(Kept one, Actor reader, Instant now) {
        Role needed = needed(one.act());
        State state = one.state(needed, now);
        boolean open = state == State.IN_FORCE || state == State.PLANNED;
        return new DelegationView(
                one.id(),
                one.act(),
                one.institution(),
                one.holderName(),
                one.giverName(),
                one.username(),
                one.personName(),
                one.toInstitution(),
                one.from(),
                one.until(),
                one.mayPassOn(),
                one.source(),
                one.reason(),
                one.document(),
                state,
                one.revokedAt(),
                one.revokedBy(),
                one.revokedWhy(),
                open && mayRevoke(one, reader),
                state == State.IN_FORCE && one.mayPassOn() && one.isFor(reader, needed));
    }
}

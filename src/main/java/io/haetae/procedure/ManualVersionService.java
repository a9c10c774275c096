package io.haetae.procedure;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.procedure.engine.Manual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What manuals there are, and putting a version in force: a decision of a person, with a reason, in the journal. */
@ApplicationScoped
class ManualVersionService {

    private final ManualStore store;
    private final Manuals manuals;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    ManualVersionService(ManualStore store, Manuals manuals, Journal journal, CurrentActor actor, Clock clock) {
        this.store = store;
        this.manuals = manuals;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Every manual of a kind, or of all. */
    @Transactional
    public List<ManualRow> list(@Nullable String kind) {
        Map<String, List<StoredManual>> byName = store.all().stream()
                .filter(manual ->
                        kind == null || kind.equalsIgnoreCase(manual.ref().kind()))
                .filter(manual -> manuals.isReadable(manual.ref())) // one that cannot be read hides no other
                .collect(Collectors.groupingBy(
                        manual -> manual.ref().manual(), LinkedHashMap::new, Collectors.toList()));
        List<ManualRef> active = store.active();
        return byName.values().stream().map(versions -> row(versions, active)).toList();
    }

    private ManualRow row(List<StoredManual> versions, List<ManualRef> active) {
        ManualRef newest = versions.get(0).ref();
        Optional<ManualRef> inForce = active.stream()
                .filter(ref -> ref.manual().equals(newest.manual()))
                .findFirst();
        Manual manual = manuals.get(inForce.orElse(newest));
        Manual.Header header = manual.header();
        return new ManualRow(
                header.id(),
                newest.kind().toUpperCase(Locale.ROOT),
                header.title(),
                header.purpose(),
                header.subject(),
                inForce.map(ManualRef::version).orElse(null),
                inForce.isEmpty(),
                manual.places().size(),
                header.version(),
                header.startsOn().stream().sorted().toList(),
                versions.stream().map(version -> version.ref().version()).toList());
    }

    /** The version of a manual that is shown without naming one: the one in force, else the newest. */
    @Transactional
    public ManualView get(String kind, String name) {
        ManualRow row = list(kind).stream()
                .filter(manual -> manual.id().equals(kind + "/" + name))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        return get(new ManualRef(kind, name, row.shown()));
    }

    /** One version with its text. */
    @Transactional
    public ManualView get(ManualRef ref) {
        StoredManual stored = store.find(ref).orElseThrow(Refusal::notFound);
        Manual manual = manuals.get(ref);
        Manual.Header header = manual.header();
        return new ManualView(
                header.id(),
                ref.kind().toUpperCase(Locale.ROOT),
                header.version(),
                header.title(),
                header.purpose(),
                header.draft(),
                store.active().contains(ref),
                header.basis(),
                header.subject(),
                header.startsOn().stream().sorted().toList(),
                manual.roles(),
                manual.steps(),
                stored.sha256(),
                stored.loadedAt(),
                store.all().stream()
                        .map(StoredManual::ref)
                        .filter(other -> other.manual().equals(ref.manual()))
                        .map(ManualRef::version)
                        .toList(),
                stored.content());
    }

    /** Puts a version in force; runs that have begun keep theirs. A draft is refused. */
    @Transactional
    public ManualView activate(ManualRef ref, ManualActivation command) {
        Actor by = actor.require(Role.ADMIN);
        StoredManual stored = store.find(ref).orElseThrow(Refusal::notFound);
        if (stored.draft()) {
            throw new Refusal(ProcedureError.DRAFT, Map.of("value", ref.toString()));
        }
        store.lockActivation();
        if (!store.active().contains(ref)) {
            store.activate(ref, clock.instant(), by.id(), command.reason());
            journal.record("procedure.manual-activated", "MANUAL", ref.toString(), Map.of("reason", command.reason()));
        }
        return get(ref);
    }
}

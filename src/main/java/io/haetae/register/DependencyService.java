package io.haetae.register;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.register.DependencyRows.Edge;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What depends on what, now or as of any time, and how far a failure spreads. */
@ApplicationScoped
public class DependencyService {

    private final SystemService systems;
    private final SystemBatch batch;
    private final DependencyRows rows;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    DependencyService(
            SystemService systems,
            SystemBatch batch,
            DependencyRows rows,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.systems = systems;
        this.batch = batch;
        this.rows = rows;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** The dependencies of a system in scope, both ways. */
    @Transactional
    public DependencySheet of(String code, @Nullable Instant asOf, Scope scope) {
        return sheet(systems.require(code, scope), asOf);
    }

    /**
     * Replaces what a system depends on.
     *
     * @param editedVersion the version edited, or null when the caller replaces whatever is there
     */
    @Transactional
    public DependencySheet replace(String code, @Nullable Integer editedVersion, List<DependencyCommand> wanted) {
        actor.require(Role.ADMIN, Role.OFFICER);
        SystemView system = systems.require(code, actor.get().scope());
        if (batch.permit().refuses(system)) {
            throw new Refusal(RegisterError.NOT_YOURS);
        }
        int present = rows.lockVersion(system.id());
        if (editedVersion != null) {
            IfMatch.check(editedVersion, present);
        }
        Map<String, UUID> ids = ids(wanted.stream().map(DependencyCommand::on).collect(Collectors.toSet()));
        List<FieldError> errors = check(code, wanted, ids);
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
        Instant now = clock.instant();
        write(Map.of(system.code(), wanted), Map.of(code, system.id()), ids, now);
        return sheet(system, null);
    }

    /**
     * Replaces what several systems depend on, for an import whose caller has looked at every row with
     * {@link #check}.
     */
    @Transactional
    public void replaceAll(Map<String, List<DependencyCommand>> wanted, Instant at) {
        actor.require(Role.ADMIN, Role.OFFICER);
        Set<String> codes = new HashSet<>(wanted.keySet());
        wanted.values().forEach(list -> list.forEach(one -> codes.add(one.on())));
        Map<String, UUID> ids = ids(codes);
        write(wanted, ids, ids, at);
    }

    /** What is wrong with the dependencies named for a system; {@code known} are the systems that there are. */
    public static List<FieldError> check(String code, List<DependencyCommand> wanted, Map<String, ?> known) {
        List<FieldError> errors = new ArrayList<>();
        Set<DependencyCommand> seen = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            DependencyCommand one = wanted.get(i);
            if (one.on().equals(code)) {
                errors.add(FieldError.of("/" + i + "/on", "itself", code));
            } else if (!known.containsKey(one.on())) {
                errors.add(FieldError.of("/" + i + "/on", "unknown-system", one.on()));
            } else if (!seen.add(one)) {
                errors.add(FieldError.of("/" + i, "duplicate", one.on()));
            }
        }
        return errors;
    }

    /** What each of the systems depends on itself now, by code; those without any are left out. */
    @Transactional
    public Map<String, Set<DependencyCommand>> onEach(Collection<String> codes) {
        return onEach(codes, null);
    }

    /** What each of the systems depends on itself at that time, by code; those without any are left out. */
    @Transactional
    public Map<String, Set<DependencyCommand>> onEach(Collection<String> codes, @Nullable Instant asOf) {
        return rows.onEach(codes, asOf);
    }

    /** Codes of the systems that rest on one of the given ones directly, now. */
    List<String> directlyOn(Collection<UUID> systems) {
        return rows.dependents(systems, null).stream()
                .filter(found -> found.depth() == 1)
                .map(Dependent::code)
                .toList();
    }

    /** Every system that a failure of one of the given ones reaches now, nearest first. */
    @Transactional
    public List<Dependent> dependents(Collection<UUID> roots) {
        return rows.dependents(roots, null);
    }

    /** How many other systems a failure of each of the given ones reaches now (파급도); none when left out. */
    @Transactional
    public Map<UUID, Integer> affectedCounts(Collection<UUID> roots) {
        return rows.affectedCounts(roots);
    }

    /** What each of the systems rests on now, directly or through others, by code; those on nothing are left out. */
    @Transactional
    public Map<String, Set<String>> supports(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : rows.supports(codes);
    }

    private void write(
            Map<String, List<DependencyCommand>> wanted, Map<String, UUID> of, Map<String, UUID> on, Instant at) {
        List<Edge> edges = new ArrayList<>();
        Map<UUID, String> codes = new TreeMap<>();
        wanted.forEach((code, list) -> {
            UUID system = Objects.requireNonNull(of.get(code));
            codes.put(system, code);
            list.forEach(one -> edges.add(new Edge(
                    system, Objects.requireNonNull(on.get(one.on())), one.type().name())));
        });
        Set<UUID> changed = rows.replace(codes.keySet(), edges, at);
        if (changed.isEmpty()) {
            return;
        }
        journal.recordAll(changed.stream()
                .map(codes::get)
                .sorted()
                .map(code -> new JournalEntry(
                        "register.dependencies-changed", "SYSTEM", code, Map.of("on", names(wanted.get(code)))))
                .toList());
    }

    private static List<String> names(@Nullable List<DependencyCommand> wanted) {
        return Objects.requireNonNull(wanted).stream()
                .map(one -> one.on() + ":" + one.type())
                .toList();
    }

    private Map<String, UUID> ids(Collection<String> codes) {
        return systems.find(codes).stream().collect(Collectors.toMap(SystemView::code, SystemView::id));
    }

    private DependencySheet sheet(SystemView system, @Nullable Instant at) {
        List<DependencySheet.Dependent> dependents = rows.dependents(List.of(system.id()), at).stream()
                .map(found -> new DependencySheet.Dependent(
                        found.code(),
                        new LocalizedText(found.nameKo(), found.nameEn()),
                        found.systemGrade(),
                        found.depth()))
                .toList();
        return new DependencySheet(
                system.code(), rows.version(system.id()), rows.on(system.id(), at), dependents, dependents.size());
    }
}

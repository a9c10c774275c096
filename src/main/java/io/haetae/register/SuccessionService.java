package io.haetae.register;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.register.SuccessionCommand.Latter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Splits, merges and retires systems. What ends stays with its history, and its code leads to what took its place. A new
 * part takes over everything but code and name, and the worst confirmed grade of the former ones until it is assessed.
 */
@ApplicationScoped
public class SuccessionService {

    private final SystemService systems;
    private final SystemBatch batch;
    private final SuccessionRows rows;
    private final DependencyService dependencies;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    SuccessionService(
            SystemService systems,
            SystemBatch batch,
            SuccessionRows rows,
            DependencyService dependencies,
            Journal journal,
            CurrentActor actor,
            Clock clock) {
        this.systems = systems;
        this.batch = batch;
        this.rows = rows;
        this.dependencies = dependencies;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /** Carries it out now, all or nothing. Refuses (409) a former system that has ended already. */
    @Transactional
    public SuccessionView succeed(SuccessionCommand command) {
        actor.require(Role.ADMIN, Role.OFFICER);
        List<SystemView> former = former(command);
        List<SystemView> there = latter(command, former);
        Instant now = clock.instant();
        Map<String, Set<DependencyCommand>> resting = resting(command, former);
        Set<UUID> took = new HashSet<>(there.stream().map(SystemView::id).toList());
        took.addAll(create(command, former, now));
        UUID id = Ids.at(now);
        String by = actor.get().username();
        rows.insert(id, command, now, by);
        rows.parts(id, "LATTER", took);
        rows.parts(id, "FORMER", former.stream().map(SystemView::id).toList());
        dependencies.replaceAll(Inheritance.of(command.former(), codes(command), resting), now);
        if (rows.end(former.stream().map(SystemView::id).toList(), command.kind(), now, by) != former.size()) {
            throw new Refusal(KernelError.STALE);
        }
        journal.record(
                "register.systems-succeeded",
                "SUCCESSION",
                id.toString(),
                Map.of("kind", command.kind(), "former", command.former(), "latter", codes(command)));
        return rows.one(id);
    }

    private List<SystemView> former(SuccessionCommand command) {
        Map<String, SystemView> known = byCode(command.former());
        List<FieldError> errors = new ArrayList<>();
        List<SystemView> former = new ArrayList<>();
        for (int i = 0; i < command.former().size(); i++) {
            String code = command.former().get(i);
            SystemView system = known.get(code);
            if (system == null || !actor.get().scope().reaches(system.scopeKeys())) {
                errors.add(FieldError.of("/former/" + i, "unknown-system", code));
            } else if (former.contains(system)) {
                errors.add(FieldError.of("/former/" + i, "duplicate", code));
            } else if (system.endedAt() != null) {
                throw new Refusal(RegisterError.ENDED, Map.of("value", code));
            } else {
                permitted(system);
                former.add(system);
            }
        }
        if (command.kind() == EndedAs.SPLIT && command.former().size() != 1) {
            errors.add(FieldError.of("/former", "one-is-split", command.former().size()));
        }
        refuse(errors);
        return former;
    }

    /** The systems that are there and take the place of others. */
    private List<SystemView> latter(SuccessionCommand command, List<SystemView> former) {
        List<FieldError> errors = new ArrayList<>(number(command));
        List<String> wanted = command.latter().stream()
                .filter(latter -> latter.name() == null)
                .map(Latter::code)
                .toList();
        Map<String, SystemView> known = byCode(wanted);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < command.latter().size(); i++) {
            Latter latter = command.latter().get(i);
            String pointer = "/latter/" + i + "/code";
            SystemView system = known.get(latter.code());
            if (!seen.add(latter.code()) || command.former().contains(latter.code())) {
                errors.add(FieldError.of(pointer, "duplicate", latter.code()));
            } else if (latter.name() == null
                    && (system == null || !actor.get().scope().reaches(system.scopeKeys()))) {
                errors.add(FieldError.of(pointer, "unknown-system", latter.code()));
            } else if (system != null && system.endedAt() != null) {
                throw new Refusal(RegisterError.ENDED, Map.of("value", latter.code()));
            } else if (system != null) {
                permitted(system);
            } else if (!systems.find(List.of(latter.code())).isEmpty()
                    || !rows.aliasesAmong(List.of(latter.code())).isEmpty()) {
                errors.add(FieldError.of(pointer, "taken", latter.code()));
            }
        }
        refuse(errors);
        return List.copyOf(known.values());
    }

    private static List<FieldError> number(SuccessionCommand command) {
        int n = command.latter().size();
        boolean right =
                switch (command.kind()) {
                    case SPLIT -> n >= 2;
                    case MERGE -> n == 1;
                    case RETIREMENT -> n == 0;
                };
        return right
                ? List.of()
                : List.of(FieldError.of(
                        "/latter", "latter-" + command.kind().name().toLowerCase(Locale.ROOT), n));
    }

    private void permitted(SystemView system) {
        if (batch.permit().refuses(system)) {
            throw new Refusal(RegisterError.NOT_YOURS);
        }
    }

    private List<UUID> create(SuccessionCommand command, List<SystemView> former, Instant now) {
        SystemCommand model = former.get(0).asCommand();
        List<SystemCommand> wanted = command.latter().stream()
                .filter(latter -> latter.name() != null)
                .map(latter -> model.under(latter.code(), Objects.requireNonNull(latter.name())))
                .toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Integer worst = former.stream()
                .map(SystemView::systemGrade)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Map<String, Integer> grades = new HashMap<>();
        if (worst != null) {
            wanted.forEach(each -> grades.put(each.code(), worst));
        }
        // What an administrator designated goes on in the parts, whoever enters them.
        List<SystemBatch.Outcome> outcomes = batch.prepare(wanted).stream()
                .map(each -> new SystemBatch.Outcome(each.wanted(), null, null, each.errors()))
                .toList();
        refuse(outcomes.stream().flatMap(each -> each.errors().stream()).toList());
        batch.write(outcomes, new BatchOptions(false, false, former.get(0).demonstration(), now, grades));
        return systems.find(wanted.stream().map(SystemCommand::code).toList()).stream()
                .map(SystemView::id)
                .toList();
    }

    /** What the systems concerned rest on before the former ones end. */
    private Map<String, Set<DependencyCommand>> resting(SuccessionCommand command, List<SystemView> former) {
        Set<String> concerned = new TreeSet<>(command.former());
        concerned.addAll(codes(command));
        concerned.addAll(
                dependencies.directlyOn(former.stream().map(SystemView::id).toList()));
        return dependencies.onEach(concerned);
    }

    private static List<String> codes(SuccessionCommand command) {
        return command.latter().stream().map(Latter::code).toList();
    }

    private Map<String, SystemView> byCode(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : systems.find(codes).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    /** Where a system in scope comes from and what became of it. Refuses (404) what is out of scope. */
    @Transactional
    public Lineage lineage(String code) {
        SystemView system = systems.require(code, actor.get().scope());
        return new Lineage(code, rows.aliases(system.id()), rows.around(system.id()));
    }

    /** Lets a system be known under another code too. Refuses one in use (409). */
    @Transactional
    public Lineage alias(String code, String other) {
        actor.require(Role.ADMIN, Role.OFFICER);
        Actor by = actor.get();
        SystemView system = systems.require(code, by.scope());
        permitted(system);
        if (!systems.find(List.of(other)).isEmpty()
                || !rows.aliasesAmong(List.of(other)).isEmpty()) {
            throw new Refusal(KernelError.EXISTS, Map.of("value", other));
        }
        rows.alias(other, system.id(), clock.instant(), by.username());
        journal.record("register.alias-given", "SYSTEM", code, Map.of("alias", other));
        return lineage(code);
    }
}

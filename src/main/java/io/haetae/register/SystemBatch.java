package io.haetae.register;

import io.haetae.audit.Journal;
import io.haetae.audit.JournalEntry;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.InstitutionView;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Role;
import io.haetae.register.SystemParts.ExternalId;
import io.haetae.register.SystemWriter.Stamp;
import io.haetae.register.SystemWriter.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The one way in which systems are written: looked at against the rest of the register, then all in few statements. */
@ApplicationScoped
class SystemBatch {

    private final SystemService systems;
    private final SystemWriter writer;
    private final SiteService sites;
    private final InstitutionService institutions;
    private final Journal journal;
    private final CurrentActor actor;

    SystemBatch(
            SystemService systems,
            SystemWriter writer,
            SiteService sites,
            InstitutionService institutions,
            Journal journal,
            CurrentActor actor) {
        this.systems = systems;
        this.writer = writer;
        this.sites = sites;
        this.institutions = institutions;
        this.journal = journal;
        this.actor = actor;
    }

    /** What writing a system would do. */
    record Outcome(
            SystemCommand wanted,
            @Nullable SystemView present,
            @Nullable RegisterError forbidden,
            List<FieldError> errors) {

        boolean refused() {
            return forbidden != null || !errors.isEmpty();
        }

        boolean changes() {
            return !refused() && (present == null || !present.asCommand().equals(wanted));
        }
    }

    /** Looks at every entry, in order, and tells what writing it would do. */
    List<Outcome> prepare(List<SystemCommand> entries) {
        Map<String, SystemView> present = systems
                .find(entries.stream().map(SystemCommand::code).toList())
                .stream()
                .collect(Collectors.toMap(SystemView::code, Function.identity()));
        List<SystemCommand> wanted = entries.stream()
                .map(entry -> entry.complete(isMajor(present.get(entry.code()))))
                .toList();
        SystemRules.Known known = known(wanted);
        Permit permit = permit();
        Set<String> codes = new HashSet<>();
        Map<ExternalId, String> claimed = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (SystemCommand system : wanted) {
            SystemView before = present.get(system.code());
            List<FieldError> errors = new ArrayList<>(SystemRules.check(system, known));
            if (!codes.add(system.code())) {
                errors.add(FieldError.of("/code", "duplicate", system.code()));
            }
            if (before != null && before.endedAt() != null) {
                errors.add(FieldError.of("/code", "ended-system", system.code()));
            }
            for (ExternalId id : system.externalIds()) {
                if (!claimed.computeIfAbsent(id, none -> system.code()).equals(system.code())) {
                    errors.add(FieldError.of("/externalIds", "taken", id.id()));
                }
            }
            outcomes.add(new Outcome(system, before, permit.refuses(system, before), errors));
        }
        return outcomes;
    }

    private static boolean isMajor(@Nullable SystemView present) {
        return present != null && present.major();
    }

    /** Writes what changes anything, with its journal entries and the keys that reach it. */
    void write(List<Outcome> outcomes, BatchOptions options) {
        Actor by = actor.get();
        List<Written> created = new ArrayList<>();
        List<Written> changed = new ArrayList<>();
        List<JournalEntry> entries = new ArrayList<>();
        Map<UUID, List<ExternalId>> externalIds = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (!outcome.changes()) {
                continue;
            }
            Written row = Written.of(outcome.wanted(), stamp(outcome, options, by));
            (outcome.present() == null ? created : changed).add(row);
            externalIds.put(row.id(), outcome.wanted().externalIds());
            entries.add(entry(outcome));
        }
        if (entries.isEmpty()) {
            return;
        }
        writer.insert(created);
        writer.update(changed);
        writer.replaceExternalIds(externalIds);
        writer.refreshScope(externalIds.keySet());
        journal.recordAll(entries);
    }

    private static Stamp stamp(Outcome outcome, BatchOptions options, Actor by) {
        SystemView present = outcome.present();
        if (present != null) {
            return new Stamp(
                    present.id(), present.version(), null, present.demonstration(), options.at(), by.username());
        }
        Integer grade = options.grades().get(outcome.wanted().code());
        return new Stamp(Ids.at(options.at()), 1, grade, options.demonstration(), options.at(), by.username());
    }

    private JournalEntry entry(Outcome outcome) {
        SystemCommand wanted = outcome.wanted();
        SystemView present = outcome.present();
        if (present == null) {
            Map<String, Object> facts =
                    Map.of("name", wanted.name().ko(), "owner", wanted.owner(), "operator", wanted.operatorOrOwner());
            return new JournalEntry("register.system-created", "SYSTEM", wanted.code(), facts);
        }
        List<String> changed = systems.differences(present.asCommand(), wanted);
        return new JournalEntry(
                "register.system-changed",
                "SYSTEM",
                wanted.code(),
                Map.of("from", present.version(), "changed", changed));
    }

    /** Which systems the actor may write. */
    Permit permit() {
        Actor who = actor.get();
        if (who.hasAny(Role.ADMIN)) {
            return new Permit(true, Set.of(), Set.of());
        }
        Set<String> own = institutions.selfAndBelow(who.institution());
        Set<String> line = new HashSet<>(own);
        line.addAll(institutions.selfAndAbove(who.institution()));
        return new Permit(false, own, line);
    }

    private SystemRules.Known known(List<SystemCommand> entries) {
        List<ExternalId> ids = entries.stream()
                .flatMap(entry -> entry.externalIds().stream())
                .distinct()
                .toList();
        return new SystemRules.Known(
                institutions.list().stream().collect(Collectors.toMap(InstitutionView::code, InstitutionView::kind)),
                sites.rooms(),
                ids.isEmpty() ? Map.of() : writer.holders(ids));
    }
}

package io.haetae.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.register.SystemRows.Version;
import io.haetae.register.SystemRows.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Finds and lists systems, now or as of any time. */
@ApplicationScoped
public class SystemService {

    /** Differ in every version and say nothing about the system. */
    private static final Set<String> BOOKKEEPING = Set.of("version", "changedAt", "changedBy");

    private final SystemRows rows;
    private final SuccessionRows successions;
    private final ObjectMapper json;

    SystemService(SystemRows rows, SuccessionRows successions, ObjectMapper json) {
        this.rows = rows;
        this.successions = successions;
        this.json = json;
    }

    /** The system, if there is one, whoever asks. */
    @Transactional
    public Optional<SystemView> find(String code) {
        return find(List.of(code)).stream().findFirst();
    }

    /** The systems with these codes, by code, whoever asks; unknown codes are left out. */
    @Transactional
    public List<SystemView> find(Collection<String> codes) {
        return rows.views(new Where().and("s.code = any (?)", (Object) codes.toArray(String[]::new)));
    }

    /**
     * The living systems that codes mean: a system's own, another one of it, or that of an entry which others took the
     * place of. A code that means nothing any more is left out; one of an entry that was split means several.
     */
    @Transactional
    public Map<String, List<String>> meant(Collection<String> codes) {
        return codes.isEmpty() ? Map.of() : successions.meant(codes);
    }

    /** The systems with these ids, by code, whoever asks. */
    @Transactional
    public List<SystemView> findByIds(Collection<UUID> ids) {
        return rows.views(new Where().and("s.id = any (?)", (Object) ids.toArray(UUID[]::new)));
    }

    /** The systems that have one of these external ids in a scheme, by code, whoever asks. */
    @Transactional
    public List<SystemView> findByExternalIds(String scheme, Collection<String> ids) {
        return rows.views(new Where()
                .and(
                        "s.id in (select x.system from register_external_id x where x.scheme = ? and x.id = any (?))",
                        scheme,
                        ids.toArray(String[]::new)));
    }

    /** The systems that a site houses, or one room of it, by code: what a loss of the place affects. */
    @Transactional
    public List<SystemView> housedIn(String site, @Nullable String room) {
        return rows.views(Where.of(new SystemFilter(null, null, null, null, site, room, null, false), Scope.ALL));
    }

    /** Whole systems, by code, that citizens use and for whose failure the owner has approved words. */
    @Transactional
    public List<SystemView> announced() {
        return rows.views(Where.of(SystemFilter.NONE, Scope.ALL)
                .and("s.audience in ('CITIZEN', 'SHARED')")
                .and("s.detail ->> 'publicText' is not null"));
    }

    /** The system in scope with its inside, or a refusal (404): more than its operational face is asked for. */
    @Transactional
    public SystemView requireInside(String code, Scope scope) {
        return find(code)
                .filter(system -> scope.reaches(system.scopeKeys()) && scope.seesInside(system.scopeKeys()))
                .orElseThrow(Refusal::notFound);
    }

    /** The system in scope, or a refusal (404). */
    @Transactional
    public SystemView require(String code, Scope scope) {
        return find(code).filter(system -> scope.reaches(system.scopeKeys())).orElseThrow(Refusal::notFound);
    }

    /** The system as it is or was: what the reader may see of it in scope, else a stub. Refuses (404) one that is not there then. */
    @Transactional
    public SystemEntry get(String code, @Nullable Instant asOf, Scope scope) {
        Where where = new Where().at(asOf).and("s.code = ?", code);
        SystemView system = rows.views(where).stream().findFirst().orElseThrow(Refusal::notFound);
        return scope.reaches(system.scopeKeys())
                ? system.shownTo(scope)
                : new SystemEntry.Stub(system.code(), system.name(), system.systemGrade());
    }

    /** One page of the list, by code. */
    @Transactional
    public Page<SystemEntry> list(SystemFilter filter, Scope scope, int limit, @Nullable String cursor) {
        String after = cursor == null ? null : Cursor.parse(cursor, 1).get(0);
        List<SystemEntry> found = rows.rows(Where.of(filter, scope).page(after, limit), scope);
        return Page.of(found, limit, row -> Cursor.of(row.code()));
    }

    /** The next so many of the systems listed that are in scope, as far as the reader may see them, after the one with that code. */
    @Transactional
    public List<SystemView> whole(SystemFilter filter, Scope scope, @Nullable String after, int size) {
        Where where = Where.of(filter, scope);
        if (!scope.all() && filter.all()) {
            where.reachedBy(scope);
        }
        return rows.views(where.page(after, size - 1)).stream()
                .map(system -> system.shownTo(scope))
                .toList();
    }

    /** How many of the systems listed have each confirmed grade; those without one under 0. */
    @Transactional
    public Map<Integer, Long> countsByGrade(SystemFilter filter, Scope scope) {
        return rows.countsByGrade(Where.of(filter, scope));
    }

    /** Whether there is no system at all yet. */
    @Transactional
    public boolean isEmpty() {
        return rows.countsByGrade(new Where()).isEmpty();
    }

    /** The versions of a system in scope, newest first, each with what it changed. */
    @Transactional
    public Page<HistoryEntry> history(String code, Scope scope, int limit, @Nullable String cursor) {
        require(code, scope);
        int below = cursor == null ? Integer.MAX_VALUE : version(cursor);
        // The row beyond the page is also the version that the last row of the page is compared with.
        List<Version> versions = rows.versions(code, below, limit + 1);
        List<HistoryEntry> entries = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Version version = versions.get(i);
            SystemView before = i + 1 < versions.size() ? versions.get(i + 1).system() : null;
            SystemView system = version.system();
            entries.add(new HistoryEntry(
                    system.version(),
                    version.since(),
                    version.until(),
                    system.changedBy(),
                    before == null ? List.of() : differences(before, system),
                    system.shownTo(scope)));
        }
        return Page.of(entries, limit, entry -> Cursor.of(entry.version()));
    }

    private static int version(String cursor) {
        try {
            return Integer.parseInt(Cursor.parse(cursor, 1).get(0));
        } catch (NumberFormatException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
    }

    /** Names of the fields in which two states of a system differ. */
    List<String> differences(Record before, Record after) {
        ObjectNode old = json.valueToTree(before);
        ObjectNode young = json.valueToTree(after);
        Set<String> names = new TreeSet<>();
        young.fieldNames().forEachRemaining(names::add);
        names.removeAll(BOOKKEEPING);
        names.removeIf(name -> Objects.equals(value(old, name), value(young, name)));
        return List.copyOf(names);
    }

    private static @Nullable JsonNode value(ObjectNode node, String name) {
        return node.get(name);
    }
}

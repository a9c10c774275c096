package io.haetae.register;

import io.haetae.kernel.Cursor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import io.haetae.register.RegisterChanges.Item;
import io.haetae.register.RegisterChanges.What;
import io.haetae.register.SystemRows.Where;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares the register of two times, as far as one reaches it. */
@ApplicationScoped
public class RegisterChangeService {

    private static final String DIFFERENT = """
            select c.code from register_system c
              left join register_system_version a on a.id = c.id and a.period @> ?::timestamptz and a.ended_at is null
              left join register_system_version b on b.id = c.id and b.period @> ?::timestamptz and b.ended_at is null
             where a.version is distinct from b.version and (? or c.scope && ?) and c.code > ?
             order by c.code limit ?""";

    private final Sql sql;
    private final SystemRows rows;
    private final SystemService systems;

    RegisterChangeService(Sql sql, SystemRows rows, SystemService systems) {
        this.sql = sql;
        this.rows = rows;
        this.systems = systems;
    }

    /** One page of what differs. Refuses (422) a second time before the first. */
    @Transactional
    public RegisterChanges between(Instant from, Instant to, Scope scope, int limit, @Nullable String cursor) {
        if (to.isBefore(from)) {
            throw Refusal.fields(List.of(FieldError.of("/to", "end-before-begin")));
        }
        String after = cursor == null ? "" : Cursor.parse(cursor, 1).get(0);
        List<String> found =
                sql.list(DIFFERENT, row -> row.getString(1), from, to, scope.all(), scope.keyArray(), after, limit + 1);
        Page<String> page = Page.of(found, limit, Cursor::of);
        return new RegisterChanges(
                from, to, counts(from, scope), counts(to, scope), items(page.items(), from, to), page.next());
    }

    private List<Item> items(List<String> codes, Instant from, Instant to) {
        Map<String, SystemView> old = asOf(codes, from);
        Map<String, SystemView> young = asOf(codes, to);
        List<Item> items = new ArrayList<>();
        for (String code : codes) {
            SystemView before = living(old.get(code));
            SystemView after = living(young.get(code));
            if (before == null && after != null) {
                items.add(new Item(code, after.name(), What.ADDED, null, null, after.systemGrade(), List.of()));
            } else if (before != null && after == null) {
                EndedAs as = Objects.requireNonNull(young.get(code)).endedAs();
                items.add(new Item(code, before.name(), What.ENDED, as, before.systemGrade(), null, List.of()));
            } else if (before != null && after != null) {
                List<String> changed = systems.differences(before, after);
                if (!changed.isEmpty()) { // changed, and changed back
                    items.add(new Item(
                            code,
                            after.name(),
                            What.CHANGED,
                            null,
                            before.systemGrade(),
                            after.systemGrade(),
                            changed));
                }
            }
        }
        return items;
    }

    private static @Nullable SystemView living(@Nullable SystemView system) {
        return system == null || system.endedAt() != null ? null : system;
    }

    private Map<String, SystemView> asOf(List<String> codes, Instant at) {
        Where where = new Where().at(at).and("s.code = any (?)", (Object) codes.toArray(String[]::new));
        return rows.views(where).stream().collect(Collectors.toMap(SystemView::code, Function.identity()));
    }

    private Map<Integer, Long> counts(Instant at, Scope scope) {
        return rows.countsByGrade(Where.of(new SystemFilter(null, null, null, null, null, null, at, false), scope));
    }
}

package io.haetae.duty;

import io.haetae.duty.CallList.Holder;
import io.haetae.duty.CallList.Place;
import io.haetae.identity.InstitutionService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Cursor;
import io.haetae.kernel.Page;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rosters. */
@ApplicationScoped
public class RosterLists {

    private static final String SELECT = """
            select p.id, p.institution, p.function, i.username, i.name, p.rank, p.from_at, p.until_at
            from duty_post p join identity_person i on i.id = p.person\s""";

    private final Sql sql;
    private final CallList callList;
    private final InstitutionService institutions;
    private final Clock clock;

    RosterLists(Sql sql, CallList callList, InstitutionService institutions, Clock clock) {
        this.sql = sql;
        this.callList = callList;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** What a reader's institution reaches; everything for an administrator, who keeps every roster. */
    public Scope scope(Actor reader) {
        return reader.hasAny(Role.ADMIN) ? Scope.ALL : reader.scope();
    }

    /**
     * Which posts to list; what is null does not narrow.
     *
     * @param institution in which institution
     * @param function which function
     * @param at held at this time
     * @param notOverAt not over at this time: held then or later
     */
    public record Filter(
            @Nullable String institution,
            @Nullable DutyFunction function,
            @Nullable Instant at,
            @Nullable Instant notOverAt) {}

    /** Posts in institutions within scope, by institution, function, rank and begin. */
    @Transactional
    public Page<PostView> list(Scope scope, Filter filter, @Nullable String cursor, int limit) {
        StringBuilder where = new StringBuilder("where (? or exists (select 1 from identity_ancestry a"
                + " where a.code = p.institution and a.ancestor = any(?)))");
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(scope.all());
        parameters.add(scope.keyArray());
        narrow(where, parameters, "p.institution = ?", filter.institution());
        narrow(where, parameters, "p.function = ?", filter.function());
        narrow(where, parameters, "p.from_at <= ?", filter.at());
        narrow(where, parameters, "(p.until_at is null or p.until_at > ?)", filter.at());
        narrow(where, parameters, "(p.until_at is null or p.until_at > ?)", filter.notOverAt());
        if (cursor != null) {
            List<String> last = Cursor.parse(cursor, 5);
            where.append(" and (p.institution, p.function, p.rank, p.from_at, p.id)"
                    + " > (?, ?, ?::int, ?::timestamptz, ?::uuid)");
            parameters.addAll(last);
        }
        parameters.add(limit + 1);
        List<PostView> rows = sql.list(
                SELECT + where + " order by p.institution, p.function, p.rank, p.from_at, p.id limit ?",
                RosterLists::view,
                parameters.toArray());
        return Page.of(
                rows,
                limit,
                last -> Cursor.of(last.institution(), last.function(), last.rank(), last.from(), last.id()));
    }

    /** Everybody who holds a post in an institution now or will. */
    @Transactional
    public List<PostView> currentAndComing(Scope scope, String institution) {
        Filter filter = new Filter(institution, null, null, clock.instant());
        return list(scope, filter, null, Page.MAX_LIMIT).items();
    }

    /**
     * Who would be called in an institution, function by function; 404 when it is out of scope.
     *
     * @param asked when, or null for now
     */
    @Transactional
    public List<OnDuty> onDuty(Scope scope, String institution, @Nullable Instant asked) {
        Instant at = asked == null ? clock.instant() : asked;
        if (institutions.find(institution).isEmpty() || !scope.reaches(institutions.selfAndAbove(institution))) {
            throw Refusal.notFound();
        }
        List<Place> places = Arrays.stream(DutyFunction.values())
                .map(function -> new Place(function.name(), institution))
                .toList();
        Map<Place, List<Holder>> holders = callList.holders(places, at);
        return places.stream()
                .map(place -> new OnDuty(
                        DutyFunction.valueOf(place.function()),
                        holders.getOrDefault(place, List.of()).stream()
                                .map(holder -> new OnDuty.Person(
                                        holder.person().username(),
                                        holder.person().name(),
                                        holder.byPost()))
                                .toList()))
                .toList();
    }

    PostView get(UUID id) {
        return sql.first(SELECT + "where p.id = ?", RosterLists::view, id).orElseThrow(Refusal::notFound);
    }

    private static void narrow(
            StringBuilder where, List<@Nullable Object> parameters, String condition, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.add(value);
        }
    }

    private static PostView view(ResultSet row) throws SQLException {
        return new PostView(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                DutyFunction.valueOf(row.getString("function")),
                row.getString("username"),
                row.getString("name"),
                row.getInt("rank"),
                Sql.requiredInstant(row, "from_at"),
                Sql.instant(row, "until_at"));
    }
}

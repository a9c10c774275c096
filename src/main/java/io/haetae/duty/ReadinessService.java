package io.haetae.duty;

import io.haetae.duty.CallList.Holder;
import io.haetae.duty.CallList.Place;
import io.haetae.duty.CallOutPolicies.PlannedLevel;
import io.haetae.identity.InstitutionService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Scope;
import io.haetae.notify.Channel;
import io.haetae.notify.ContactPoints;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a call-out at an institution would reach anybody now, looked at before it must: at every hand-over of its
 * rosters and whenever somebody asks. In 2023 that came out at 01:42.
 */
@ApplicationScoped
public class ReadinessService {

    private final List<CallOutPolicies> policies;
    private final CallList callList;
    private final ContactPoints contacts;
    private final UnreadyRecords records;
    private final InstitutionService institutions;
    private final Clock clock;

    ReadinessService(
            @All List<CallOutPolicies> policies,
            CallList callList,
            ContactPoints contacts,
            UnreadyRecords records,
            InstitutionService institutions,
            Clock clock) {
        this.policies = policies;
        this.callList = callList;
        this.contacts = contacts;
        this.records = records;
        this.institutions = institutions;
        this.clock = clock;
    }

    /** Looks now, on demand; refused when the institution is out of scope. Answers with what is wrong. */
    @Transactional
    public List<UnreadyLevel> check(Scope scope, String institution) {
        if (institutions.find(institution).isEmpty() || !scope.reaches(institutions.selfAndAbove(institution))) {
            throw Refusal.field("/institution", "unknown-institution", institution);
        }
        return look(institution);
    }

    /** What is known to be wrong in institutions within scope, in one of them if it is named. */
    @Transactional
    public List<UnreadyLevel> known(Scope scope, @Nullable String institution) {
        return records.open(scope, institution);
    }

    /** Looks, writes down what is new and what is mended, and raises what is new. */
    List<UnreadyLevel> look(String institution) {
        Instant now = clock.instant();
        records.lock(institution);
        List<UnreadyLevel> wrong = wrong(institution, now);
        List<UnreadyLevel> before = records.open(Scope.ALL, institution);
        List<UnreadyLevel> mended = before.stream()
                .filter(each -> wrong.stream().noneMatch(each::sameAs))
                .toList();
        List<UnreadyLevel> found = wrong.stream()
                .filter(each -> before.stream().noneMatch(each::sameAs))
                .toList();
        records.mend(mended, now);
        records.raise(found);
        return records.open(Scope.ALL, institution);
    }

    private List<UnreadyLevel> wrong(String institution, Instant now) {
        List<PlannedLevel> levels =
                policies.stream().flatMap(each -> each.of(institution).stream()).toList();
        Set<Place> places = new HashSet<>();
        levels.forEach(level -> places(level).forEach(places::add));
        Map<Place, List<Holder>> holders = callList.holders(places, now);
        Map<UUID, PersonView> people = new LinkedHashMap<>();
        holders.values()
                .forEach(all -> all.forEach(each -> people.put(each.person().id(), each.person())));
        Map<UUID, List<ContactPoints.Point>> points = contacts.ofCallOut(people.values());
        Map<Channel, List<Set<String>>> ways = contacts.ways();
        List<UnreadyLevel> wrong = new ArrayList<>();
        for (PlannedLevel level : levels) {
            List<UUID> called = places(level)
                    .flatMap(place -> holders.getOrDefault(place, List.of()).stream())
                    .map(holder -> holder.person().id())
                    .toList();
            kind(called, points, ways).ifPresent(kind -> wrong.add(unready(institution, level, kind, now)));
        }
        return wrong;
    }

    private static Optional<UnreadyLevel.Kind> kind(
            List<UUID> called, Map<UUID, List<ContactPoints.Point>> points, Map<Channel, List<Set<String>>> ways) {
        if (called.isEmpty()) {
            return Optional.of(UnreadyLevel.Kind.NOBODY);
        }
        List<ContactPoints.Point> reached = called.stream()
                .flatMap(person -> points.getOrDefault(person, List.of()).stream())
                .toList();
        if (reached.stream().noneMatch(ContactPoints.Point::isOutside)) {
            return Optional.of(UnreadyLevel.Kind.UNVERIFIED);
        }
        List<Set<String>> depend = reached.stream()
                .map(ContactPoints.Point::channel)
                .distinct()
                .flatMap(channel -> ways.getOrDefault(channel, List.of()).stream())
                .toList();
        boolean independent =
                depend.stream().anyMatch(one -> depend.stream().anyMatch(other -> Collections.disjoint(one, other)));
        return independent ? Optional.empty() : Optional.of(UnreadyLevel.Kind.ONE_WAY);
    }

    private static Stream<Place> places(PlannedLevel level) {
        return level.callees().stream()
                .flatMap(callee -> callee.institutions().stream().map(code -> new Place(callee.function(), code)));
    }

    private static UnreadyLevel unready(String institution, PlannedLevel level, UnreadyLevel.Kind kind, Instant now) {
        return new UnreadyLevel(
                Ids.at(now),
                institution,
                level.policy(),
                level.version(),
                level.failureGrade(),
                level.level(),
                level.callees().stream().map(Callee::function).distinct().toList(),
                kind,
                now,
                null);
    }
}

package io.haetae.guidance;

import io.haetae.guidance.StatusBoard.Component;
import io.haetae.guidance.StatusBoard.Event;
import io.haetae.guidance.StatusBoard.Impact;
import io.haetae.guidance.StatusBoard.Level;
import io.haetae.guidance.StatusBoard.Substitute;
import io.haetae.guidance.StatusBoard.Work;
import io.haetae.incident.PublicIncidents;
import io.haetae.incident.PublicIncidents.Affected;
import io.haetae.incident.PublicIncidents.PublicIncident;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Zones;
import io.haetae.register.DependencyService;
import io.haetae.register.PublicService;
import io.haetae.register.SystemService;
import io.haetae.register.SystemView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts together what the public may see from the register and the incidents. */
@ApplicationScoped
class StatusReader {

    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 -]{1,18}");
    private static final Pattern SITE = Pattern.compile("https?://\\S+");
    private static final int NO_GRADE = 9;

    private final SystemService systems;
    private final PublicIncidents incidents;
    private final DependencyService dependencies;
    private final ToldNotices notices;
    private final PlannedWork works;
    private final Clock clock;
    private final GuidanceConfig config;

    StatusReader(
            SystemService systems,
            PublicIncidents incidents,
            DependencyService dependencies,
            ToldNotices notices,
            PlannedWork works,
            Clock clock,
            GuidanceConfig config) {
        this.systems = systems;
        this.incidents = incidents;
        this.dependencies = dependencies;
        this.notices = notices;
        this.works = works;
        this.clock = clock;
        this.config = config;
    }

    @Transactional
    public StatusBoard read() {
        Instant now = clock.instant();
        Map<UUID, SystemView> announced = systems.announced().stream()
                .filter(system -> isInService(system, now.atZone(Zones.SEOUL).toLocalDate()))
                .collect(Collectors.toMap(SystemView::id, Function.identity()));
        Set<String> unavailable = unavailable(announced.values());
        List<Event> events = incidents.since(now.minus(config.history())).stream()
                .map(incident -> event(incident, announced, unavailable))
                .filter(event -> !event.hits().isEmpty())
                .toList();
        List<Component> disturbed = disturbed(events);
        Set<UUID> silent = incidents.unspoken();
        List<Work> planned = works.at(now, id -> silent.contains(id) ? null : named(announced.get(id), unavailable));
        disturbed.forEach(component -> silent.add(component.id()));
        List<Component> maintained = maintained(planned, silent);
        maintained.forEach(component -> silent.add(component.id()));
        List<Component> running = announced.values().stream()
                .filter(system -> !silent.contains(system.id()))
                .map(system -> named(system, unavailable))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(component -> component.name().ko()))
                .toList();
        List<PublicNotice> told = notices.since(now.minus(config.history()));
        Instant changedAt = Stream.of(
                        events.stream().map(Event::changedAt),
                        announced.values().stream().map(SystemView::changedAt),
                        told.stream().map(PublicNotice::publishedAt),
                        planned.stream().map(Work::changedAt))
                .flatMap(times -> times)
                .max(Comparator.naturalOrder())
                .orElse(now);
        return new StatusBoard(now, changedAt, disturbed, running, events, told, maintained, planned);
    }

    /** Each service that is being worked on once, unless it is silent or a failure is worse. */
    private static List<Component> maintained(List<Work> planned, Set<UUID> others) {
        Map<UUID, Component> once = new LinkedHashMap<>();
        planned.stream()
                .filter(Work::isActive)
                .flatMap(work -> work.maintained().stream())
                .filter(component -> !others.contains(component.id()))
                .forEach(component -> once.putIfAbsent(component.id(), component));
        return once.values().stream()
                .sorted(Comparator.comparing(component -> component.name().ko()))
                .toList();
    }

    /** A service as one that runs. */
    private static @Nullable Component named(@Nullable SystemView system, Set<String> unavailable) {
        return system == null ? null : component(system, Level.OPERATIONAL, null, unavailable);
    }

    /** What does not run, and every support of a substitute that rests on it, however far down. */
    private Set<String> unavailable(Collection<SystemView> announced) {
        Set<String> supports = announced.stream()
                .flatMap(system -> system.services().stream())
                .flatMap(service -> service.substitutes().stream())
                .flatMap(substitute -> substitute.dependsOn().stream())
                .collect(Collectors.toSet());
        Set<String> down = new HashSet<>(incidents.unavailable());
        dependencies.supports(supports).forEach((support, on) -> {
            if (!Collections.disjoint(on, down)) {
                down.add(support);
            }
        });
        return down;
    }

    private static boolean isInService(SystemView system, LocalDate today) {
        return (system.inServiceFrom() == null || !system.inServiceFrom().isAfter(today))
                && (system.inServiceUntil() == null || !system.inServiceUntil().isBefore(today));
    }

    private Event event(PublicIncident incident, Map<UUID, SystemView> announced, Set<String> unavailable) {
        List<Component> hits = incident.systems().stream()
                .map(affected -> hit(affected, announced.get(affected.system()), incident.recordedAt(), unavailable))
                .filter(Objects::nonNull)
                .toList();
        return new Event(
                incident.id(),
                Impact.of(incident.failureGrade()),
                incident.recordedAt(),
                incident.changedAt(),
                incident.recoveredAt(),
                hits.stream().anyMatch(component -> component.level() == Level.OPERATIONAL),
                hits);
    }

    private static @Nullable Component hit(
            Affected affected, @Nullable SystemView system, Instant since, Set<String> unavailable) {
        if (system == null) {
            return null;
        }
        Level level = level(affected);
        return component(system, level, level == Level.OPERATIONAL ? null : since, unavailable);
    }

    private static Level level(Affected affected) {
        if (affected.recovered()) {
            return Level.OPERATIONAL;
        }
        return switch (affected.service()) {
            case STOPPED -> affected.inPart() ? Level.PARTIAL : Level.OUTAGE;
            case UNKNOWN -> Level.PARTIAL;
            case DEGRADED -> Level.DEGRADED;
            case NORMAL -> Level.OPERATIONAL;
        };
    }

    /** Each disturbed service once, as it fares in the worst of its incidents. */
    private static List<Component> disturbed(List<Event> events) {
        Map<UUID, Component> worst = new HashMap<>();
        events.stream()
                .filter(Event::isOpen)
                .flatMap(event -> event.hits().stream())
                .filter(component -> component.level() != Level.OPERATIONAL)
                .forEach(component -> worst.merge(
                        component.id(), component, (one, two) -> one.level().compareTo(two.level()) >= 0 ? one : two));
        return worst.values().stream()
                .sorted(Comparator.comparing(Component::level)
                        .reversed()
                        .thenComparing(Component::systemGrade)
                        .thenComparing(component -> component.name().ko()))
                .toList();
    }

    private static @Nullable Component component(
            SystemView system, Level level, @Nullable Instant since, Set<String> unavailable) {
        LocalizedText text = system.publicText();
        return text == null
                ? null
                : new Component(
                        system.id(),
                        system.name(),
                        text,
                        level,
                        Objects.requireNonNullElse(system.systemGrade(), NO_GRADE),
                        since,
                        system.changedAt(),
                        substitutes(system, unavailable));
    }

    /** A substitute that needs a system which is down itself would send people to a closed door. */
    private static List<Substitute> substitutes(SystemView system, Set<String> unavailable) {
        return system.services().stream()
                .flatMap(service -> service.substitutes().stream()
                        .filter(substitute -> substitute.dependsOn().stream().noneMatch(unavailable::contains))
                        .map(substitute -> substitute(service, substitute)))
                .toList();
    }

    private static Substitute substitute(PublicService service, PublicService.Substitute substitute) {
        return new Substitute(
                service.name(),
                substitute.name(),
                substitute.kind(),
                substitute.contact(),
                link(substitute.contact()),
                substitute.hours(),
                substitute.region());
    }

    private static @Nullable String link(@Nullable String contact) {
        if (contact == null) {
            return null;
        }
        if (SITE.matcher(contact).matches()) {
            return contact;
        }
        return NUMBER.matcher(contact).matches() ? "tel:" + contact.replace(" ", "") : null;
    }
}

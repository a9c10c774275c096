package io.haetae.guidance;

import io.haetae.guidance.StatusBoard.Event;
import io.haetae.guidance.StatusBoard.Level;
import io.haetae.guidance.StatusBoard.Stage;
import io.haetae.guidance.StatusBoard.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says the status in the Statuspage format, in one language. */
@ApplicationScoped
class StatuspageWriter {

    private final StatusWords words;
    private final GuidanceConfig config;

    StatuspageWriter(StatusWords words, GuidanceConfig config) {
        this.words = words;
        this.config = config;
    }

    Statuspage.Summary summary(StatusBoard board, Locale language) {
        return new Statuspage.Summary(
                page(board, language),
                all(board, language),
                incidents(board, board.open(), language).incidents(),
                maintenances(board, board.planned(), language).scheduledMaintenances(),
                status(board, language));
    }

    Statuspage.Maintenances maintenances(StatusBoard board, List<Work> works, Locale language) {
        return new Statuspage.Maintenances(
                page(board, language),
                works.stream().map(work -> maintenance(work, language)).toList());
    }

    Statuspage.StatusOnly statusOnly(StatusBoard board, Locale language) {
        return new Statuspage.StatusOnly(page(board, language), status(board, language));
    }

    Statuspage.Components components(StatusBoard board, Locale language) {
        return new Statuspage.Components(page(board, language), all(board, language));
    }

    Statuspage.Incidents incidents(StatusBoard board, List<Event> events, Locale language) {
        return new Statuspage.Incidents(
                page(board, language),
                Stream.concat(
                                events.stream().map(event -> incident(board, event, language)),
                                board.noticesApart().stream().map(notice -> apart(notice, language)))
                        .toList());
    }

    private Statuspage.Page page(StatusBoard board, Locale language) {
        return new Statuspage.Page(
                config.pageId(), words.title(language), config.url().toString(), "Asia/Seoul", board.changedAt());
    }

    private Statuspage.Status status(StatusBoard board, Locale language) {
        boolean onlyWork = board.open().isEmpty() && !board.maintained().isEmpty();
        String indicator = onlyWork ? "maintenance" : code(board.impact());
        return new Statuspage.Status(indicator, words.overall(board, language));
    }

    private List<Statuspage.Component> all(StatusBoard board, Locale language) {
        return numbered(
                Stream.of(board.disturbed(), board.maintained(), board.running())
                        .flatMap(List::stream)
                        .toList(),
                language);
    }

    private List<Statuspage.Component> numbered(List<StatusBoard.Component> components, Locale language) {
        List<Statuspage.Component> numbered = new ArrayList<>();
        for (StatusBoard.Component component : components) {
            numbered.add(component(component, numbered.size() + 1, language));
        }
        return numbered;
    }

    private Statuspage.Component component(StatusBoard.Component component, int position, Locale language) {
        boolean runs = component.level() == Level.OPERATIONAL || component.level() == Level.MAINTENANCE;
        return new Statuspage.Component(
                component.id().toString(),
                component.name().in(language),
                code(component.level()),
                component.changedAt(),
                component.since() == null ? component.changedAt() : component.since(),
                position,
                runs ? null : component.text().in(language),
                false,
                null,
                null,
                config.pageId(),
                false,
                false);
    }

    /** A notice about what is not told by itself: nothing but what people approved. */
    private Statuspage.Incident apart(PublicNotice notice, Locale language) {
        String id = notice.id().toString();
        Instant at = notice.publishedAt();
        return new Statuspage.Incident(
                id,
                notice.title().in(language),
                "identified",
                at,
                at,
                null,
                null,
                "none",
                config.url() + "#" + id,
                at,
                config.pageId(),
                List.of(update(notice, id, language)),
                List.of());
    }

    private static Statuspage.Update update(PublicNotice notice, String incident, Locale language) {
        Instant at = notice.publishedAt();
        String body = notice.title().in(language) + "\n" + notice.body().in(language);
        return new Statuspage.Update(notice.id().toString(), "identified", body, incident, at, at, at);
    }

    private Statuspage.Incident incident(StatusBoard board, Event event, Locale language) {
        String id = event.id().toString();
        List<Statuspage.Update> updates = new ArrayList<>();
        Instant mendedAt = event.mendedAt();
        if (mendedAt != null) {
            updates.add(update(event, "resolved", words.mended(language), mendedAt));
        }
        board.noticesOf(event).forEach(notice -> updates.add(update(notice, id, language)));
        updates.add(update(event, "investigating", words.body(event, language), event.createdAt()));
        return new Statuspage.Incident(
                id,
                words.name(event, language),
                state(event),
                event.createdAt(),
                event.changedAt(),
                null,
                mendedAt,
                code(event.impact()),
                config.url() + "#" + id,
                event.createdAt(),
                config.pageId(),
                updates,
                numbered(event.hits(), language));
    }

    private Statuspage.Maintenance maintenance(Work work, Locale language) {
        String id = work.id().toString();
        String state = work.stage().name().toLowerCase(Locale.ROOT);
        Statuspage.Update update = new Statuspage.Update(
                id + "-" + state,
                state,
                work.text().in(language),
                id,
                work.announcedAt(),
                work.changedAt(),
                work.announcedAt());
        return new Statuspage.Maintenance(
                id,
                work.title().in(language),
                state,
                work.announcedAt(),
                work.changedAt(),
                null,
                work.stage() == Stage.COMPLETED ? work.until() : null,
                "maintenance",
                config.url() + "#" + id,
                work.from(),
                config.pageId(),
                List.of(update),
                numbered(work.maintained(), language),
                work.from(),
                work.until());
    }

    private static Statuspage.Update update(Event event, String status, String body, Instant at) {
        String id = event.id() + "-" + status;
        return new Statuspage.Update(id, status, body, event.id().toString(), at, at, at);
    }

    private static String state(Event event) {
        if (!event.isOpen()) {
            return "resolved";
        }
        return event.improving() ? "monitoring" : "investigating";
    }

    private static String code(StatusBoard.Impact impact) {
        return impact.name().toLowerCase(Locale.ROOT);
    }

    private static String code(Level level) {
        return switch (level) {
            case OPERATIONAL -> "operational";
            case MAINTENANCE -> "under_maintenance";
            case DEGRADED -> "degraded_performance";
            case PARTIAL -> "partial_outage";
            case OUTAGE -> "major_outage";
        };
    }
}

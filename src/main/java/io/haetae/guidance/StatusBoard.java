package io.haetae.guidance;

import io.haetae.kernel.LocalizedText;
import io.haetae.register.PublicService.SubstituteKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that the public may see at one moment.
 *
 * @param at when it was put together
 * @param changedAt when something in it changed last
 * @param disturbed services that do not run as they should, the worst first
 * @param running services that are announced to run, by name
 * @param incidents open and lately mended failures, the newest first
 * @param notices what people have approved, the newest first
 * @param maintained services that are being worked on as planned, by name
 * @param works planned work: lately over, going on, soon to come
 */
record StatusBoard(
        Instant at,
        Instant changedAt,
        List<Component> disturbed,
        List<Component> running,
        List<Event> incidents,
        List<PublicNotice> notices,
        List<Component> maintained,
        List<Work> works) {

    StatusBoard {
        disturbed = List.copyOf(disturbed);
        running = List.copyOf(running);
        incidents = List.copyOf(incidents);
        notices = List.copyOf(notices);
        maintained = List.copyOf(maintained);
        works = List.copyOf(works);
    }

    /** Planned work to come. */
    public List<Work> upcoming() {
        return works.stream().filter(work -> work.stage() == Stage.SCHEDULED).toList();
    }

    /** Planned work that goes on. */
    public List<Work> active() {
        return works.stream().filter(Work::isActive).toList();
    }

    /** Planned work that is not over. */
    public List<Work> planned() {
        return works.stream().filter(work -> work.stage() != Stage.COMPLETED).toList();
    }

    /** The notices about a failure. */
    public List<PublicNotice> noticesOf(Event event) {
        return notices.stream()
                .filter(notice -> notice.incident().equals(event.id()))
                .toList();
    }

    /** Notices about what is not told by itself. */
    public List<PublicNotice> noticesApart() {
        return notices.stream()
                .filter(notice ->
                        incidents.stream().noneMatch(event -> event.id().equals(notice.incident())))
                .toList();
    }

    /** The worst of what is open. */
    public Impact impact() {
        return incidents.stream()
                .filter(Event::isOpen)
                .map(Event::impact)
                .max(Comparator.naturalOrder())
                .orElse(Impact.NONE);
    }

    /** Failures that last. */
    public List<Event> open() {
        return incidents.stream().filter(Event::isOpen).toList();
    }

    /** Failures that were mended lately. */
    public List<Event> mended() {
        return incidents.stream().filter(event -> !event.isOpen()).toList();
    }

    /** How a service fares, the worst last. */
    enum Level {
        OPERATIONAL,
        MAINTENANCE,
        DEGRADED,
        PARTIAL,
        OUTAGE
    }

    /** How far planned work is. */
    enum Stage {
        SCHEDULED,
        IN_PROGRESS,
        /** Its time is over, but nobody has said yet that the work is done. */
        VERIFYING,
        COMPLETED
    }

    /**
     * Planned work, in words that somebody else than their writer has approved.
     *
     * @param id never changes
     * @param announcedAt when it was approved
     * @param changedAt when it was announced, began or ended last
     * @param systems services it concerns
     */
    record Work(
            UUID id,
            LocalizedText title,
            LocalizedText text,
            Instant from,
            Instant until,
            Stage stage,
            Instant announcedAt,
            Instant changedAt,
            List<Component> systems) {

        Work {
            systems = List.copyOf(systems);
        }

        /** Its services as they are while it goes on. */
        public List<Component> maintained() {
            return isActive()
                    ? systems.stream()
                            .map(component -> component.maintainedSince(from))
                            .toList()
                    : systems;
        }

        public boolean isActive() {
            return stage == Stage.IN_PROGRESS || stage == Stage.VERIFYING;
        }
    }

    /** How heavy a failure is, the worst last: from the failure grade, 1 being critical. */
    enum Impact {
        NONE,
        MINOR,
        MAJOR,
        CRITICAL;

        static Impact of(@Nullable Integer failureGrade) {
            return failureGrade == null
                    ? MINOR
                    : switch (failureGrade) {
                        case 1 -> CRITICAL;
                        case 2 -> MAJOR;
                        case 3 -> MINOR;
                        default -> NONE;
                    };
        }
    }

    /**
     * One service for citizens.
     *
     * @param id of its system
     * @param name its name
     * @param text the owner's pre-approved words for a failure
     * @param level how it fares
     * @param systemGrade confirmed grade of its system, for the order only
     * @param since since when its failure is recorded, null when it runs
     * @param changedAt when it changed
     * @param substitutes what to use instead
     */
    record Component(
            UUID id,
            LocalizedText name,
            LocalizedText text,
            Level level,
            int systemGrade,
            @Nullable Instant since,
            Instant changedAt,
            List<Substitute> substitutes) {

        Component {
            substitutes = List.copyOf(substitutes);
        }

        Component maintainedSince(Instant from) {
            return new Component(id, name, text, Level.MAINTENANCE, systemGrade, from, from, substitutes);
        }
    }

    /**
     * What to use instead.
     *
     * @param link where a press on the contact leads, null when it is no number and no address of a site
     */
    record Substitute(
            LocalizedText service,
            LocalizedText name,
            SubstituteKind kind,
            @Nullable String contact,
            @Nullable String link,
            @Nullable String hours,
            @Nullable String region) {}

    /**
     * One failure.
     *
     * @param id never changes
     * @param impact how heavy
     * @param createdAt when it was recorded
     * @param changedAt when something in it changed last
     * @param mendedAt when everything ran again, null while it lasts
     * @param improving whether a part of it runs again
     * @param hits services it hits or hit
     */
    record Event(
            UUID id,
            Impact impact,
            Instant createdAt,
            Instant changedAt,
            @Nullable Instant mendedAt,
            boolean improving,
            List<Component> hits) {

        Event {
            hits = List.copyOf(hits);
        }

        public boolean isOpen() {
            return mendedAt == null;
        }
    }
}

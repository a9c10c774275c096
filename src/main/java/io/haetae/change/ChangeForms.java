package io.haetae.change;

import io.haetae.change.ChangeCommand.Risk;
import io.haetae.change.Recurrence.DayOfMonth;
import io.haetae.change.Recurrence.DaysOfWeek;
import io.haetae.change.Recurrence.NthDayOfWeek;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Form;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Zones;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the forms of the room's pages into the commands of its services. */
final class ChangeForms {

    private static final String ANNOUNCEMENT = "announcement.";

    private ChangeForms() {}

    /** How a window comes again, as the form asks: the days of a month follow from the first one. */
    enum Repeat {
        WEEKLY,
        MONTHLY_DATE,
        MONTHLY_LAST_DATE,
        MONTHLY_DAY,
        MONTHLY_LAST_DAY
    }

    static ChangeCommand change(Form form) {
        Risk risk = form.one("risk", Risk.class);
        Instant from = form.time("plannedFrom");
        Instant until = form.time("plannedUntil");
        form.need("risk", "plannedFrom", "plannedUntil").check();
        return new ChangeCommand(
                form.textOrEmpty("title"),
                form.textOrEmpty("what"),
                form.textOrEmpty("why"),
                systems(form),
                form.textOrEmpty("responsible"),
                Objects.requireNonNull(risk),
                form.textOrEmpty("rollBack"),
                Objects.requireNonNull(from),
                Objects.requireNonNull(until),
                announcement(form));
    }

    /** The form of a change as it stands. */
    static Form form(ChangeView change) {
        Form form = Form.blank()
                .put("title", change.title())
                .put("what", change.what())
                .put("why", change.why())
                .put("systems", String.join(", ", change.systems()))
                .put("responsible", change.responsible())
                .put("risk", change.risk())
                .put("rollBack", change.rollBack())
                .put("plannedFrom", change.plannedFrom())
                .put("plannedUntil", change.plannedUntil())
                .put("version", change.version());
        Announcement said = change.announcement();
        return said == null
                ? form
                : form.put(ANNOUNCEMENT + "title.ko", said.title().ko())
                        .put(ANNOUNCEMENT + "title.en", said.title().en())
                        .put(ANNOUNCEMENT + "text.ko", said.text().ko())
                        .put(ANNOUNCEMENT + "text.en", said.text().en());
    }

    static WindowCommand window(Form form) {
        Instant from = form.time("from");
        Instant until = form.time("until");
        Repeat repeat = form.one("repeat", Repeat.class);
        Integer interval = form.integer("interval");
        LocalDate last = form.date("repeatUntil");
        form.need("from", "until");
        if (repeat != null) {
            form.need("repeatUntil");
        }
        form.check();
        return new WindowCommand(
                form.textOrEmpty("title"),
                systems(form),
                Objects.requireNonNull(from),
                Objects.requireNonNull(until),
                repeat == null || last == null ? null : rule(repeat, interval, days(form), from, last),
                announcement(form));
    }

    private static String rule(
            Repeat repeat, @Nullable Integer interval, List<DayOfWeek> days, Instant from, LocalDate last) {
        LocalDate first = LocalDate.ofInstant(from, Zones.SEOUL);
        Recurrence.Pattern every =
                switch (repeat) {
                    case WEEKLY -> DaysOfWeek.with(days, first);
                    case MONTHLY_DATE -> new DayOfMonth(first.getDayOfMonth());
                    case MONTHLY_LAST_DATE -> new DayOfMonth(Recurrence.LAST);
                    case MONTHLY_DAY -> new NthDayOfWeek((first.getDayOfMonth() - 1) / 7 + 1, first.getDayOfWeek());
                    case MONTHLY_LAST_DAY -> new NthDayOfWeek(Recurrence.LAST, first.getDayOfWeek());
                };
        try {
            return RecurrenceText.write(new Recurrence(every, Objects.requireNonNullElse(interval, 1), last));
        } catch (IllegalArgumentException outOfRange) {
            throw Refusal.field("/interval", "not-an-interval", Objects.requireNonNullElse(interval, 0));
        }
    }

    private static List<DayOfWeek> days(Form form) {
        return Stream.of(DayOfWeek.values())
                .filter(day -> form.has("days", day.name()))
                .toList();
    }

    private static List<String> systems(Form form) {
        return Stream.of(form.textOrEmpty("systems").split("[\\s,]+", -1))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    private static @Nullable Announcement announcement(Form form) {
        boolean any = Stream.of("title.ko", "title.en", "text.ko", "text.en")
                .anyMatch(name -> form.text(ANNOUNCEMENT + name) != null);
        return any ? new Announcement(text(form, "title"), text(form, "text")) : null;
    }

    private static LocalizedText text(Form form, String name) {
        return new LocalizedText(
                form.textOrEmpty(ANNOUNCEMENT + name + ".ko"), form.textOrEmpty(ANNOUNCEMENT + name + ".en"));
    }

    /** The refusal as the form shows it, which has one field for all systems and one for the end of the series. */
    private static Refusal inForm(Refusal refusal) {
        if (refusal.fieldErrors().isEmpty()) {
            return refusal;
        }
        return Refusal.fields(refusal.fieldErrors().stream()
                .map(error -> new FieldError(
                        error.pointer()
                                .replaceFirst("^/systems/.*", "/systems")
                                .replaceFirst("^/rrule$", "/repeatUntil"),
                        error.code(),
                        error.facts()))
                .toList());
    }

    /** The act, whose refusals name fields of the form. */
    static <T> Supplier<T> inForm(Supplier<T> act) {
        return () -> {
            try {
                return act.get();
            } catch (Refusal refusal) {
                throw inForm(refusal);
            }
        };
    }
}

package io.haetae.change;

import io.haetae.change.Move.Side;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Puts changes and windows together as people see them. */
@ApplicationScoped
class ChangeViews {

    private static final int SHOWN = 10;
    private static final String APPROVAL = "approval";
    private static final String END = "end";
    private static final String EXTENSIONS = "extensions";

    private final ChangeAccess access;

    ChangeViews(ChangeAccess access) {
        this.access = access;
    }

    ChangeView view(Change of, Instant now) {
        Window window = of.window;
        return new ChangeView(
                of.number,
                of.state,
                of.title,
                of.what,
                of.why,
                window.codes,
                of.institution,
                of.responsible,
                of.risk,
                of.rollBack,
                window.from,
                window.until,
                window.announcement(),
                window.id,
                window.writer,
                window.writtenAt,
                window.approver,
                window.approvedAt,
                of.begunAt,
                of.endedAt,
                of.acts.stream()
                        .map(act -> new ChangeView.Act(act.rule, act.at, act.name, act.institution, act.text))
                        .toList(),
                access.allowed(of),
                of.publicVersion());
    }

    WindowView view(Window of, Instant now) {
        Schedule schedule = of.schedule();
        Recurrence rule = schedule.rule();
        return new WindowView(
                of.id,
                of.change == null ? null : of.change.number,
                of.state(now),
                of.title,
                of.codes,
                of.from,
                of.until,
                of.rule,
                of.announcement(),
                schedule.between(now, of.lastAt).stream().limit(SHOWN).toList(),
                of.writer,
                of.writtenAt,
                of.approver,
                of.approvedAt,
                of.endedAt,
                of.endedBy,
                of.endReason,
                rule == null ? null : RecurrenceWords.of(rule),
                allowed(of, now),
                of.version + 1);
    }

    private List<String> allowed(Window of, Instant now) {
        return nouns(of, now).stream()
                .filter(noun -> access.may(noun.equals(APPROVAL) ? Side.APPROVER : Side.WORKER, of.writtenBy))
                .toList();
    }

    /** What may be put to a window in its state, by whoever may. */
    static List<String> nouns(Window of, Instant now) {
        List<String> longer = of.rule == null ? List.of(EXTENSIONS) : List.of();
        if (of.change != null) {
            return of.state(now) == WindowState.APPROVED ? longer : List.of();
        }
        return switch (of.state(now)) {
            case REQUESTED -> List.of(APPROVAL, END);
            case APPROVED -> Stream.concat(Stream.of(END), longer.stream()).toList();
            case OVER -> List.of();
        };
    }
}

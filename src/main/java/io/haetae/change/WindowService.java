package io.haetae.change;

import io.haetae.audit.Journal;
import io.haetae.change.Move.Side;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Plans, approves and ends maintenance windows that stand alone. */
@ApplicationScoped
public class WindowService {

    static final String SUBJECT = "MAINTENANCE_WINDOW";

    private final Windows windows;
    private final ChangePlanner planner;
    private final ChangeAccess access;
    private final ChangeViews views;
    private final ApprovalMessages messages;
    private final Journal journal;
    private final Clock clock;

    WindowService(
            Windows windows,
            ChangePlanner planner,
            ChangeAccess access,
            ChangeViews views,
            ApprovalMessages messages,
            Journal journal,
            Clock clock) {
        this.windows = windows;
        this.planner = planner;
        this.access = access;
        this.views = views;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    /** Plans one (OPERATOR or OFFICER, systems in scope); it has no effect before it is approved. */
    @Transactional
    public WindowView plan(@Valid WindowCommand said) {
        Actor by = access.worker();
        Instant now = clock.instant();
        Window made = new Window(Ids.at(now), null);
        made.write(planner.plan(said, by, now), by, now);
        windows.persistAndFlush(made);
        messages.awaited(made, now);
        record("change.window-planned", made, Map.of());
        return views.view(made, now);
    }

    /** Somebody else stands by it (OFFICER): from now on it has effect. */
    @Transactional
    public WindowView approve(UUID id) {
        Window found = windows.lock(id, access.actor());
        Actor by = access.require(Side.APPROVER, found.writtenBy);
        Instant now = clock.instant();
        requireAlone(found);
        requireState(found, now, WindowState.REQUESTED);
        found.approve(by, now);
        windows.flush();
        record("change.window-approved", found, Map.of());
        return views.view(found, now);
    }

    /**
     * Makes an approved window that happens once last longer (OPERATOR or OFFICER): what was approved stands, and the time
     * after it is a window of its own that somebody else has to approve.
     */
    @Transactional
    public WindowView extend(UUID id, @Valid WindowExtension longer) {
        Window found = windows.lock(id, access.actor());
        Actor by = access.worker();
        Instant now = clock.instant();
        requireState(found, now, WindowState.APPROVED);
        planner.checkExtension(found, longer.until());
        Window more = new Window(Ids.at(now), null);
        more.writeOn(found, longer.until(), by, now);
        windows.persistAndFlush(more);
        messages.awaited(more, now);
        record(
                "change.window-extended",
                more,
                Map.of("extends", id.toString(), "reason", longer.reason().strip()));
        return views.view(more, now);
    }

    /** No occurrence from now on; one that lasts ends now. */
    @Transactional
    public WindowView end(UUID id, @Valid Remark why) {
        Window found = windows.lock(id, access.actor());
        Actor by = access.worker();
        Instant now = clock.instant();
        requireAlone(found);
        requireState(found, now, WindowState.REQUESTED, WindowState.APPROVED);
        found.end(by, why.text().strip(), now);
        windows.flush();
        record("change.window-ended", found, Map.of("reason", Objects.requireNonNull(found.endReason)));
        return views.view(found, now);
    }

    /** The window, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public WindowView get(UUID id) {
        return views.view(windows.read(id, access.actor()), clock.instant());
    }

    private static void requireAlone(Window window) {
        Change change = window.change;
        if (change != null) {
            throw new Refusal(ChangeError.GOES_WITH_ITS_CHANGE, Map.of("change", change.number));
        }
    }

    private void requireState(Window window, Instant now, WindowState... any) {
        WindowState state = window.state(now);
        if (!List.of(any).contains(state)) {
            throw new Refusal(
                    ChangeError.NOT_ALLOWED_NOW,
                    Map.of("state", state.name(), "allowed", ChangeViews.nouns(window, now)));
        }
    }

    private void record(String rule, Window of, Map<String, ?> more) {
        Map<String, Object> data = new LinkedHashMap<>(more);
        data.put("title", of.title);
        data.put("systems", of.codes);
        data.put("from", of.from.toString());
        data.put("until", of.until.toString());
        data.put("rrule", Objects.requireNonNullElse(of.rule, ""));
        journal.record(rule, SUBJECT, of.id.toString(), data);
    }
}

package io.haetae.change;

import io.haetae.audit.Journal;
import io.haetae.change.Move.Step;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.IfMatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests, approves, carries out and calls off changes. */
@ApplicationScoped
public class ChangeService {

    static final String SUBJECT = "CHANGE";

    private final Changes changes;
    private final ChangePlanner planner;
    private final ChangeAccess access;
    private final ChangeViews views;
    private final ApprovalMessages messages;
    private final Journal journal;
    private final Clock clock;

    ChangeService(
            Changes changes,
            ChangePlanner planner,
            ChangeAccess access,
            ChangeViews views,
            ApprovalMessages messages,
            Journal journal,
            Clock clock) {
        this.changes = changes;
        this.planner = planner;
        this.access = access;
        this.views = views;
        this.messages = messages;
        this.journal = journal;
        this.clock = clock;
    }

    /** Requests a change (OPERATOR or OFFICER, systems in scope). */
    @Transactional
    public ChangeView request(@Valid ChangeCommand said) {
        Actor by = access.worker();
        Instant now = clock.instant();
        Window.Plan plan = planner.plan(said, by, now);
        Change made = new Change(Ids.at(now), changes.nextSeq(), by, now);
        made.write(said, plan, by, now);
        made.note(Move.REQUESTED_FIRST, null, by, now);
        changes.persistAndFlush(made);
        messages.awaited(made.window, now);
        record(Move.REQUESTED_FIRST, made, null);
        return views.view(made, now);
    }

    /** Writes it anew; one that was approved has to be approved again. */
    @Transactional
    public ChangeView rewrite(String number, @Valid ChangeCommand said, int version) {
        Actor by = access.worker();
        Change found = changes.lock(number, by);
        IfMatch.check(version, found.publicVersion());
        Move move = Move.require(Step.CONTENT, found.state);
        Instant now = clock.instant();
        found.write(said, planner.plan(said, by, now), by, now);
        messages.awaited(found.window, now);
        return take(move, found, null, by, now);
    }

    /** Somebody else stands by it (OFFICER). */
    @Transactional
    public ChangeView approve(String number) {
        return step(number, Step.APPROVAL, null);
    }

    /** It is not to be (OFFICER who did not write it). */
    @Transactional
    public ChangeView refuse(String number, @Valid Remark why) {
        return step(number, Step.REFUSAL, why);
    }

    /** It is being carried out from now on. */
    @Transactional
    public ChangeView begin(String number) {
        return step(number, Step.BEGINNING, null);
    }

    /** It was carried out; its window ends now. */
    @Transactional
    public ChangeView complete(String number, @Valid Remark result) {
        return step(number, Step.COMPLETION, result);
    }

    /** It was taken back; its window ends now. */
    @Transactional
    public ChangeView rollBack(String number, @Valid Remark why) {
        return step(number, Step.ROLL_BACK, why);
    }

    /** It is called off before it began. */
    @Transactional
    public ChangeView cancel(String number, @Valid Remark why) {
        return step(number, Step.CANCELLATION, why);
    }

    /** The change, or a refusal (404) when the reader may not know of it. */
    @Transactional
    public ChangeView get(String number) {
        return views.view(changes.read(number, access.actor()), clock.instant());
    }

    /** Who may take such a step is asked before the state: the wrong person learns nothing of it. */
    private ChangeView step(String number, Step step, @Nullable Remark said) {
        Change found = changes.lock(number, access.actor());
        Move.Side side = step == Step.APPROVAL || step == Step.REFUSAL ? Move.Side.APPROVER : Move.Side.WORKER;
        Actor by = access.require(side, found.window.writtenBy);
        return take(
                Move.require(step, found.state),
                found,
                said == null ? null : said.text().strip(),
                by,
                clock.instant());
    }

    private ChangeView take(Move move, Change found, @Nullable String text, Actor by, Instant now) {
        found.take(move, text, by, now);
        changes.flush();
        record(move.rule(), found, text);
        return views.view(found, now);
    }

    private void record(String rule, Change of, @Nullable String text) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("state", of.state);
        data.put("title", of.title);
        data.put("systems", of.window.codes);
        data.put("from", of.window.from.toString());
        data.put("until", of.window.until.toString());
        data.put("text", text == null ? "" : text);
        journal.record(rule, SUBJECT, of.number, data);
    }
}

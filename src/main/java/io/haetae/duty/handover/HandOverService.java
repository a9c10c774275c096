package io.haetae.duty.handover;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.IfMatch;
import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of a hand-over: written and signed by its giver, signed or sent back by its taker, and then for ever the same. */
@ApplicationScoped
public class HandOverService {

    static final String SUBJECT = "HAND_OVER";

    private final HandOverStore store;
    private final HandOverReadService reading;
    private final HandOverContents contents;
    private final HandOverMessages messages;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    HandOverService(
            HandOverStore store,
            HandOverReadService reading,
            HandOverContents contents,
            HandOverMessages messages,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.store = store;
        this.reading = reading;
        this.contents = contents;
        this.messages = messages;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Writes what the giver adds; of what he left out nothing stays. */
    @Transactional
    public HandOverView write(UUID id, int editedVersion, @Valid HandOverNotes said) {
        Step step = step(id, HandOverMove.NOTES);
        IfMatch.check(editedVersion, step.of().version());
        String remark = Objects.requireNonNullElse(said.remark(), "").strip();
        store.write(id, remark, said.notes());
        record(step, step.of().edition(), Map.of("remark", remark, "notes", said.notes()));
        return reading.get(id);
    }

    /** Signs: its giver what stands there now, its taker the edition that he has read. Nobody signs for another. */
    @Transactional
    public HandOverView sign(UUID id, @Valid HandOverSignature said) {
        Step step = step(id, HandOverMove.SIGNATURE);
        HandOver h = step.of();
        Instant now = clock.instant();
        String note = words(said.note());
        String sha256;
        int edition = h.edition();
        if (step.move().side() == HandOverMove.Side.GIVER) {
            edition++;
            sha256 = store.freeze(id, edition, contents.now(h, step.actor(), now), now);
        } else {
            if (said.edition() == null) {
                throw Refusal.fields(List.of(FieldError.of("/edition", "required")));
            }
            if (said.edition() != edition) {
                throw new Refusal(HandOverError.READ_ANOTHER, Map.of("value", said.edition(), "allowed", edition));
            }
            sha256 = store.sha256(h);
        }
        done(step, edition, note, Map.of("sha256", sha256), now);
        return reading.get(id);
    }

    /** Sends it back with a question, to be answered by the next edition. */
    @Transactional
    public HandOverView ask(UUID id, @Valid HandOverWords said) {
        Step step = step(id, HandOverMove.QUESTION);
        done(step, step.of().edition(), said.text().strip(), Map.of(), clock.instant());
        return reading.get(id);
    }

    /** Takes it back; it stays on record. */
    @Transactional
    public HandOverView withdraw(UUID id, @Valid HandOverWords said) {
        Step step = step(id, HandOverMove.WITHDRAWAL);
        done(step, step.of().edition(), said.text().strip(), Map.of(), clock.instant());
        return reading.get(id);
    }

    private record Step(HandOver of, HandOverMove move, Actor actor) {}

    private Step step(UUID id, String noun) {
        Actor actor = current.get();
        HandOver h = reading.seen(store.lock(id).orElse(null));
        HandOverMove.Side side = h.side(actor);
        if (side == null) {
            throw new Refusal(HandOverError.FOR_ANOTHER);
        }
        return new Step(h, HandOverMove.require(noun, h.state(), side), actor);
    }

    private void done(Step step, int edition, @Nullable String text, Map<String, ?> facts, Instant now) {
        HandOver h = step.of();
        store.act(h, step.move().rule(), edition, step.actor(), text, now);
        store.move(h.id(), step.move().to(), edition);
        Map<String, Object> data = new HashMap<>(facts);
        data.put("text", text);
        record(step, edition, data);
        messages.tell(h, step.move(), edition, text);
    }

    private void record(Step step, int edition, Map<String, ?> facts) {
        Map<String, Object> data = new HashMap<>(facts);
        data.put("edition", edition);
        data.put("giver", step.of().giver().name());
        data.put("taker", step.of().taker().name());
        journal.record(step.move().rule(), SUBJECT, step.of().id().toString(), data);
    }

    private static @Nullable String words(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

package io.haetae.grading;

import io.haetae.rule.RuleRef;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A going over of the register that somebody asked for.
 *
 * @param content the rules themselves when they are only being written, null for a version that is kept
 * @param systems how many there are to look at, 0 before it began
 * @param read how many of them are read
 * @param graded how many of them are graded by their facts
 * @param view what came of it, null before
 */
record PreviewRun(
        UUID id,
        RuleRef ref,
        PreviewAsk ask,
        @Nullable String content,
        State state,
        int systems,
        int read,
        int graded,
        @Nullable PreviewView view) {

    private static final int WHOLE = 100;

    /** How it stands. */
    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED
    }

    /** Whether it is of rules that are only being written. */
    public boolean draft() {
        return content != null;
    }

    /** Whether it is under way. */
    public boolean busy() {
        return state == State.WAITING || state == State.RUNNING;
    }

    /** How much of it is done. Reading and grading count the same; 100 only when there is a result. */
    public int percent() {
        if (state == State.DONE) {
            return WHOLE;
        }
        return systems == 0 ? 0 : Math.min(WHOLE - 1, (int) ((read + (long) graded) * WHOLE / (2L * systems)));
    }
}

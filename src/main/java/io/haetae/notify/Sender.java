package io.haetae.notify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sends over one channel, outside of any transaction. */
interface Sender {

    /** The channel it serves. */
    Channel channel();

    /** One try. Whatever goes wrong is an outcome; an exception counts as a failed try. */
    Outcome send(Outgoing delivery);

    /**
     * What became of one try.
     *
     * @param code null when it was sent, else the failure's code
     * @param facts for the failure's text
     * @param again whether another try makes sense
     */
    record Outcome(@Nullable String code, Map<String, String> facts, boolean again) {

        static final Outcome SENT = new Outcome(null, Map.of(), false);

        /** The channel may take it later. */
        static Outcome retry(String code, String detail) {
            return new Outcome(code, Map.of("detail", detail), true);
        }

        /** Trying again would not help. */
        static Outcome failed(String code, String detail) {
            return new Outcome(code, Map.of("detail", detail), false);
        }
    }
}

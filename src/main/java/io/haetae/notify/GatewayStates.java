package io.haetae.notify;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import io.haetae.notify.Sender.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** When each gateway last took a message, and when and why it last did not. */
@ApplicationScoped
public class GatewayStates {

    private final Sql sql;
    private final Texts texts;
    private final Clock clock;

    GatewayStates(Sql sql, Texts texts, Clock clock) {
        this.sql = sql;
        this.texts = texts;
        this.clock = clock;
    }

    /** Notes what became of one try. */
    @Transactional
    public void note(UUID gateway, Outcome outcome) {
        String code = outcome.code();
        if (code == null) {
            sql.update("update notify_gateway set succeeded_at = ? where id = ?", clock.instant(), gateway);
            return;
        }
        LocalizedText why = texts.both("notify.failure." + code, outcome.facts());
        sql.update(
                "update notify_gateway set failed_at = ?, failure_code = ?, failure_ko = ?, failure_en = ? where id = ?",
                clock.instant(),
                code,
                why.ko(),
                why.en(),
                gateway);
    }
}

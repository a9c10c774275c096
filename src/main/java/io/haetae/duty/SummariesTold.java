package io.haetae.duty;

import io.haetae.kernel.Actor;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import io.haetae.notify.Channel;
import io.haetae.notify.DeliveryView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Who got one summary instead of many messages. */
@ApplicationScoped
public class SummariesTold {

    private static final int MOST = 500;

    private final Sql sql;

    SummariesTold(Sql sql) {
        this.sql = sql;
    }

    /** One summary that went out. */
    public record Told(String name, Channel channel, Instant at, DeliveryView.State state, LocalizedText title) {}

    /** The summaries since a time that the reader may see, the newest first. */
    @Transactional
    public List<Told> since(Instant since, Actor reader) {
        return sql.list(
                """
                select d.recipient, d.channel, d.at, d.state, d.title_ko, d.title_en from notify_delivery d
                 where d.at >= ? and d.idempotency_key like 'duty:storm:%'
                   and (d.person = ? or d.scope && ? or ? and (? or not exists (select 1 from notify_restricted_subject r
                        where r.subject_kind = d.subject_kind and r.subject_id = d.subject_id)))
                 order by d.at desc, d.id desc limit ?
                """,
                row -> new Told(
                        row.getString("recipient"),
                        Channel.valueOf(row.getString("channel")),
                        Sql.requiredInstant(row, "at"),
                        DeliveryView.State.valueOf(row.getString("state")),
                        Sql.text(row, "title")),
                since,
                reader.id(),
                reader.scope().keyArray(),
                reader.scope().all(),
                reader.hasAny(Role.SITUATION, Role.AUDITOR),
                MOST);
    }
}

package io.haetae.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.kernel.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes messages in the transaction of what they tell: both are committed, or neither. */
@ApplicationScoped
public class Outbox {

    private static final int ROWS_PER_STATEMENT = 1_000;

    private static final String INSERT = """
            insert into notify_delivery (id, idempotency_key, subject_kind, subject_id, scope, person, recipient,
                channel, address, level, title_ko, title_en, body_ko, body_en, exercise, state, at, next_attempt_at,
                sent_at, failure_code, failure_ko, failure_en)
            select id, idempotency_key, subject_kind, subject_id, scope, person, recipient,
                channel, address, level, title_ko, title_en, body_ko, body_en, exercise, state, at, next_attempt_at,
                sent_at, failure_code, failure_ko, failure_en
            from jsonb_to_recordset(?::jsonb) as row(id uuid, idempotency_key text, subject_kind text,
                subject_id text, scope text[], person uuid, recipient text, channel text, address text, level int,
                title_ko text, title_en text, body_ko text, body_en text, exercise boolean, state text,
                at timestamptz, next_attempt_at timestamptz, sent_at timestamptz, failure_code text,
                failure_ko text, failure_en text)
            on conflict (idempotency_key) do nothing
            """;

    private final Sql sql;
    private final ObjectMapper json;
    private final Texts texts;
    private final Clock clock;
    private final Gateways gateways;
    private final NotifyConfig config;

    Outbox(Sql sql, ObjectMapper json, Texts texts, Clock clock, Gateways gateways, NotifyConfig config) {
        this.sql = sql;
        this.json = json;
        this.texts = texts;
        this.clock = clock;
        this.gateways = gateways;
        this.config = config;
    }

    /** Stores the messages; one whose idempotency key is known already is left out. Says how many are new. */
    @Transactional(TxType.MANDATORY)
    public int enqueue(List<NewDelivery> deliveries) {
        Instant now = clock.instant();
        int stored = 0;
        for (int from = 0; from < deliveries.size(); from += ROWS_PER_STATEMENT) {
            stored += store(deliveries.subList(from, Math.min(deliveries.size(), from + ROWS_PER_STATEMENT)), now);
        }
        return stored;
    }

    /** Ids of one instant are random among themselves; sorted, they keep the order in which people are told. */
    private int store(List<NewDelivery> deliveries, Instant now) {
        List<String> ids = Stream.generate(() -> Ids.at(now).toString())
                .limit(deliveries.size())
                .sorted()
                .toList();
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        Set<Channel> reachable = reachable(deliveries);
        for (NewDelivery delivery : deliveries) {
            rows.add(row(ids.get(rows.size()), delivery, failure(delivery, reachable), now));
        }
        return sql.update(INSERT, write(rows));
    }

    /** Channels over a gateway that have one; asked only when such a message is among them. */
    private Set<Channel> reachable(List<NewDelivery> deliveries) {
        boolean telephone =
                deliveries.stream().anyMatch(each -> each.channel() == Channel.SMS || each.channel() == Channel.VOICE);
        return telephone ? gateways.inUse().stream().map(Map.Entry::getKey).collect(Collectors.toSet()) : Set.of();
    }

    private Map<String, @Nullable Object> row(String id, NewDelivery delivery, @Nullable Failure failure, Instant now) {
        DeliveryView.State state = failure != null
                ? DeliveryView.State.FAILED
                : delivery.channel() == Channel.IN_APP ? DeliveryView.State.SENT : DeliveryView.State.PENDING;
        LocalizedText title = delivery.exercise() ? marked(delivery.title()) : delivery.title();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("idempotency_key", delivery.idempotencyKey());
        row.put("subject_kind", delivery.subjectKind());
        row.put("subject_id", delivery.subjectId());
        row.put("scope", delivery.scope());
        row.put("person", delivery.person());
        row.put("recipient", delivery.to());
        row.put("channel", delivery.channel().name());
        row.put("address", delivery.address());
        row.put("level", delivery.level());
        row.put("title_ko", title.ko());
        row.put("title_en", title.en());
        row.put("body_ko", delivery.body().ko());
        row.put("body_en", delivery.body().en());
        row.put("exercise", delivery.exercise());
        row.put("state", state.name());
        row.put("at", now.toString());
        row.put("next_attempt_at", state == DeliveryView.State.PENDING ? now.toString() : null);
        row.put("sent_at", state == DeliveryView.State.SENT ? now.toString() : null);
        row.put("failure_code", failure == null ? null : failure.code());
        row.put("failure_ko", failure == null ? null : failure.text().ko());
        row.put("failure_en", failure == null ? null : failure.text().en());
        return row;
    }

    private @Nullable Failure failure(NewDelivery delivery, Set<Channel> reachable) {
        if (delivery.failure() != null) {
            return delivery.failure();
        }
        if (delivery.channel() == Channel.MAIL && !config.mail().enabled()) {
            return failure("mail-not-configured");
        }
        boolean telephone = delivery.channel() == Channel.SMS || delivery.channel() == Channel.VOICE;
        return telephone && !reachable.contains(delivery.channel()) ? failure("no-sms-gateway") : null;
    }

    private Failure failure(String code) {
        return new Failure(code, texts.both("notify.failure." + code, Map.of()));
    }

    private LocalizedText marked(LocalizedText title) {
        LocalizedText mark = texts.both("notify.exercise-mark", Map.of());
        return new LocalizedText(mark.ko() + " " + title.ko(), mark.en() + " " + title.en());
    }

    private String write(List<Map<String, @Nullable Object>> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a delivery cannot be written as JSON", e);
        }
    }

    /** Only those concerned and auditors may read messages about the subject. Joins the caller's transaction. */
    @Transactional(TxType.MANDATORY)
    public void keepWithin(String subjectKind, String subjectId) {
        sql.update(
                "insert into notify_restricted_subject (subject_kind, subject_id, situation_room) values (?, ?, false)"
                        + " on conflict (subject_kind, subject_id) do update set situation_room = false",
                subjectKind,
                subjectId);
    }
}

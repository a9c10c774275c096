package io.haetae.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.audit.Journal;
import io.haetae.identity.Secret;
import io.haetae.kernel.KernelError;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Answers that come from outside: a text message or a key pressed, through the gateway's callback, and a signed reply of
 * an endpoint. Each says no more than that a message arrived and somebody has it; what follows from that is the same as
 * when its recipient says so on a page.
 */
@ApplicationScoped
public class Replies {

    /** How far back an answer by telephone counts. */
    private static final Duration RECENT = Duration.ofDays(1);

    /** How old a signature may be, so that nobody can play one again later. */
    private static final Duration FRESH = Duration.ofMinutes(5);

    private final Sql sql;
    private final EndpointSecrets secrets;
    private final ObjectMapper json;
    private final Journal journal;
    private final Clock clock;

    Replies(Sql sql, EndpointSecrets secrets, ObjectMapper json, Journal journal, Clock clock) {
        this.sql = sql;
        this.secrets = secrets;
        this.json = json;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * What became of an answer.
     *
     * @param understood whether it was an answer
     * @param acknowledged how many messages it acknowledged
     */
    public record Reply(boolean understood, int acknowledged) {}

    private record Answering(UUID id, String from, String text) {}

    private record Answered(UUID id, String subjectKind, String subjectId, String recipient, Channel channel) {}

    /**
     * Somebody answered a text message or a call. "1" or "확인" acknowledges what was sent to this number within a day;
     * with the number of an incident in it, only what is about that.
     *
     * @param key the key of the gateway's answers
     * @param posted what stands at a path of that which it posted; empty where there is nothing
     */
    @Transactional
    public Reply byTelephone(String key, UnaryOperator<String> posted) {
        Answering gateway = sql.first(
                        "select id, reply_from, reply_text from notify_gateway where reply_hash = ? and ended_at is null",
                        row -> new Answering(
                                row.getObject("id", UUID.class),
                                row.getString("reply_from"),
                                row.getString("reply_text")),
                        Secret.hash(key))
                .orElseThrow(Refusal::notFound);
        String from = posted.apply(gateway.from());
        String said = posted.apply(gateway.text()).strip().toUpperCase(Locale.ROOT);
        if (!isAnswer(said) || from.indexOf('\0') >= 0) {
            return new Reply(false, 0);
        }
        Instant now = clock.instant();
        List<Answered> answered = sql.list("""
                update notify_delivery set state = 'ACKNOWLEDGED', acknowledged_at = ?, next_attempt_at = null,
                    lease = null
                where channel in ('SMS', 'VOICE') and state in ('PENDING', 'SENT') and at >= ?
                    and subject_kind <> 'CONTACT'
                    and regexp_replace(address, '[^0-9]', '', 'g') = regexp_replace(?, '[^0-9]', '', 'g')
                    and (position(upper(subject_id) in ?) > 0 or ? !~ '[A-Z]+-[0-9]{4}-[0-9]+')
                returning id, subject_kind, subject_id, recipient, channel
                """, Replies::answered, now, now.minus(RECENT), from, said, said);
        answered.forEach(each -> record(each, "gateway/" + gateway.id()));
        return new Reply(true, answered.size());
    }

    private static boolean isAnswer(String said) {
        return said.indexOf('\0') < 0 && (said.startsWith("1") || said.startsWith("확인") || said.startsWith("ACK"));
    }

    /** An endpoint says, signed with its secret, that somebody there has the message, and all that went out with it. */
    @Transactional
    public Reply byEndpoint(UUID endpoint, @Nullable String signature, byte[] body) {
        String secret = sql.first(
                        "select secret, sealed from notify_endpoint where id = ? and ended_at is null",
                        row -> Objects.requireNonNull(
                                secrets.open(endpoint, row.getString("secret"), row.getBytes("sealed"))),
                        endpoint)
                .orElseThrow(() -> new Refusal(KernelError.UNAUTHENTICATED));
        Instant now = clock.instant();
        if (signature == null || !Signature.holds(signature, secret, body, now, FRESH)) {
            throw new Refusal(KernelError.UNAUTHENTICATED);
        }
        UUID delivery = delivery(body);
        List<Answered> answered = sql.list("""
                update notify_delivery set state = 'ACKNOWLEDGED', acknowledged_at = ?, next_attempt_at = null,
                    lease = null
                where (id = ? or bundle = (select bundle from notify_delivery where id = ?))
                    and address = ? and state in ('PENDING', 'SENT')
                returning id, subject_kind, subject_id, recipient, channel
                """, Replies::answered, now, delivery, delivery, endpoint.toString());
        answered.forEach(each -> record(each, "endpoint/" + endpoint));
        return new Reply(true, answered.size());
    }

    /** The delivery that the reply names, as the event named it in {@code data.delivery}. */
    private UUID delivery(byte[] body) {
        try {
            JsonNode named = json.readTree(body).path("delivery");
            return UUID.fromString(named.asText());
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw Refusal.field("/delivery", "invalid", "");
        } catch (IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    private void record(Answered answered, String by) {
        journal.record(
                "notify.acknowledged",
                answered.subjectKind(),
                answered.subjectId(),
                Map.of(
                        "delivery", answered.id().toString(),
                        "channel", answered.channel().name(),
                        "to", answered.recipient(),
                        "by", by));
    }

    private static Answered answered(ResultSet row) throws SQLException {
        return new Answered(
                row.getObject("id", UUID.class),
                row.getString("subject_kind"),
                row.getString("subject_id"),
                row.getString("recipient"),
                Channel.valueOf(row.getString("channel")));
    }
}

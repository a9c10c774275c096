package io.haetae.notify;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.audit.Journal;
import io.haetae.identity.Secret;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sealing;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Gateways for text messages and calls. Set up by administrators. */
@ApplicationScoped
public class GatewayService {

    private static final String COLUMNS =
            "id, channel, name, rank, url, depends_on, created_at, succeeded_at, failed_at,"
                    + " failure_code, failure_ko, failure_en, reply_from, reply_text";

    private final Sql sql;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final Journal journal;
    private final CurrentActor actor;
    private final Clock clock;

    GatewayService(Sql sql, Sealing sealing, ObjectMapper json, Journal journal, CurrentActor actor, Clock clock) {
        this.sql = sql;
        this.sealing = sealing;
        this.json = json;
        this.journal = journal;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * A new gateway.
     *
     * @param gateway what was made
     * @param replyPath where it posts the answers of people; whoever knows it can answer for them, and it is shown this
     *     once
     */
    public record Created(@JsonUnwrapped GatewayView gateway, String replyPath) {

        /** Without the key of the answers: safe for the log. */
        @Override
        public String toString() {
            return gateway.toString();
        }
    }

    /** Makes a gateway (ADMIN). */
    @Transactional
    public Created create(NewGateway command) {
        actor.require(Role.ADMIN);
        check(command);
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        String key = Secret.random();
        boolean form = Boolean.TRUE.equals(command.form());
        sql.update(
                """
                insert into notify_gateway (id, channel, name, rank, url, content_type, body, header, secret,
                    depends_on, reply_hash, reply_from, reply_text, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                command.channel(),
                command.name().strip(),
                Objects.requireNonNullElse(command.rank(), 1),
                command.url(),
                form ? "application/x-www-form-urlencoded" : "application/json",
                command.body(),
                Objects.requireNonNullElse(command.header(), ""),
                command.secret() == null ? null : sealing.seal(command.secret(), Gateways.owner(id)),
                command.dependsOn().toArray(String[]::new),
                Secret.hash(key),
                Objects.requireNonNullElse(command.replyFrom(), "from"),
                Objects.requireNonNullElse(command.replyText(), "text"),
                now);
        journal.record("notify.gateway-created", "GATEWAY", id.toString(), facts(command));
        return new Created(get(id), "/gateway/" + key);
    }

    /** Every gateway in use, in the order in which they are tried (ADMIN, AUDITOR). */
    @Transactional
    public List<GatewayView> list() {
        actor.require(Role.ADMIN, Role.AUDITOR);
        return sql.list(
                "select " + COLUMNS + " from notify_gateway where ended_at is null order by channel, rank, id",
                GatewayService::view);
    }

    /** One gateway in use (ADMIN, AUDITOR), else 404. */
    @Transactional
    public GatewayView get(UUID id) {
        actor.require(Role.ADMIN, Role.AUDITOR);
        return sql.first(
                        "select " + COLUMNS + " from notify_gateway where id = ? and ended_at is null",
                        GatewayService::view,
                        id)
                .orElseThrow(Refusal::notFound);
    }

    /** Puts a gateway elsewhere in the order in which those of its channel are tried (ADMIN). */
    @Transactional
    public GatewayView move(UUID id, GatewayRank command) {
        actor.require(Role.ADMIN);
        GatewayView former = get(id);
        sql.update("update notify_gateway set rank = ? where id = ?", command.rank(), id);
        journal.record(
                "notify.gateway-moved", "GATEWAY", id.toString(), Map.of("from", former.rank(), "to", command.rank()));
        return get(id);
    }

    /** Ends a gateway (ADMIN); its answers are not taken any more. */
    @Transactional
    public void end(UUID id) {
        actor.require(Role.ADMIN);
        int ended = sql.update(
                "update notify_gateway set ended_at = ? where id = ? and ended_at is null", clock.instant(), id);
        if (ended == 0) {
            throw Refusal.notFound();
        }
        journal.record("notify.gateway-ended", "GATEWAY", id.toString(), Map.of());
    }

    private void check(NewGateway command) {
        List<FieldError> errors = new ArrayList<>();
        if (command.channel() != Channel.SMS && command.channel() != Channel.VOICE) {
            errors.add(new FieldError(
                    "/channel", "not-one-of", Map.of("value", command.channel(), "allowed", "SMS, VOICE")));
        }
        if (!EndpointService.isWebAddress(command.url())) {
            errors.add(FieldError.of("/url", "no-web-address"));
        }
        boolean isJson = Boolean.TRUE.equals(command.form()) || isJson(command.body());
        if (!command.body().contains("{to}") || !command.body().contains("{text}") || !isJson) {
            errors.add(FieldError.of("/body", "no-gateway-body"));
        }
        if (!errors.isEmpty()) {
            throw Refusal.fields(errors);
        }
    }

    private boolean isJson(String body) {
        try {
            return json.readTree(body).isContainerNode();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static Map<String, Object> facts(NewGateway command) {
        return Map.of("channel", command.channel().name(), "name", command.name(), "dependsOn", command.dependsOn());
    }

    private static GatewayView view(ResultSet row) throws SQLException {
        Instant succeeded = Sql.instant(row, "succeeded_at");
        Instant failed = Sql.instant(row, "failed_at");
        return new GatewayView(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("name"),
                row.getInt("rank"),
                row.getString("url"),
                List.of((String[]) row.getArray("depends_on").getArray()),
                Sql.requiredInstant(row, "created_at"),
                GatewayView.State.of(succeeded, failed),
                succeeded,
                failed,
                failed == null ? null : new Failure(row.getString("failure_code"), Sql.text(row, "failure")),
                row.getString("reply_from"),
                row.getString("reply_text"));
    }
}

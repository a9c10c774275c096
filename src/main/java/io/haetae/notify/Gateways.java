package io.haetae.notify;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sealing;
import io.haetae.kernel.Sql;
import io.haetae.notify.Sender.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Hands a message to the gateways of its channel in order, until one takes it. */
@ApplicationScoped
class Gateways {

    private static final String SENDING = "select id, url, content_type, body, header, secret from notify_gateway ";

    private final Sql sql;
    private final GatewayStates states;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final NotifyConfig config;
    private final HttpClient client;

    Gateways(Sql sql, GatewayStates states, Sealing sealing, ObjectMapper json, NotifyConfig config) {
        this.sql = sql;
        this.states = states;
        this.sealing = sealing;
        this.json = json;
        this.config = config;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.timeout())
                .build();
    }

    private record Gateway(UUID id, String url, String type, String body, String header, byte @Nullable [] secret) {}

    static String owner(UUID gateway) {
        return "notify_gateway/" + gateway;
    }

    /** Which channels have a gateway, with the systems that each gateway depends on. */
    List<Map.Entry<Channel, List<String>>> inUse() {
        return sql.list(
                "select channel, depends_on from notify_gateway where ended_at is null order by channel, rank, id",
                row -> Map.entry(Channel.valueOf(row.getString("channel")), List.of((String[])
                        row.getArray("depends_on").getArray())));
    }

    Outcome send(Outgoing delivery) {
        Outcome last = Outcome.failed("no-gateway", "");
        for (Gateway gateway : sql.list(
                SENDING + "where channel = ? and ended_at is null order by rank, id",
                Gateways::gateway,
                delivery.channel())) {
            last = send(gateway, delivery);
            states.note(gateway.id(), last);
            if (last.code() == null) {
                sql.update("update notify_delivery set gateway = ? where id = ?", gateway.id(), delivery.id());
                return last;
            }
        }
        return last;
    }

    /** One try over one gateway, whatever its rank. */
    Outcome test(UUID id, Outgoing message) {
        Gateway gateway = sql.first(SENDING + "where id = ? and ended_at is null", Gateways::gateway, id)
                .orElseThrow(Refusal::notFound);
        Outcome outcome = send(gateway, message);
        states.note(id, outcome);
        return outcome;
    }

    private static Gateway gateway(ResultSet row) throws SQLException {
        return new Gateway(
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("content_type"),
                row.getString("body"),
                row.getString("header"),
                row.getBytes("secret"));
    }

    private Outcome send(Gateway gateway, Outgoing delivery) {
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(gateway, delivery), HttpResponse.BodyHandlers.discarding());
        try {
            int status = answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode();
            return status >= 200 && status < 300
                    ? Outcome.SENT
                    : Outcome.retry("gateway-refused", String.valueOf(status));
        } catch (TimeoutException e) {
            answer.cancel(true);
            return Outcome.retry("timed-out", config.timeout().toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return Outcome.retry(
                    "unreachable", (cause == null ? e : cause).getClass().getSimpleName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.retry("interrupted", "");
        }
    }

    private HttpRequest request(Gateway gateway, Outgoing delivery) {
        boolean form = gateway.type().equals("application/x-www-form-urlencoded");
        byte[] sealed = gateway.secret();
        String secret = sealed == null ? "" : sealing.open(sealed, owner(gateway.id()));
        UnaryOperator<String> escape = form ? Gateways::urlEncoded : this::inJson;
        Map<String, String> values = Map.of(
                "{to}", delivery.address(),
                "{text}", delivery.said().ko(),
                "{id}", delivery.key(),
                "{secret}", secret);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url()))
                .timeout(config.timeout())
                .header("Content-Type", gateway.type() + "; charset=utf-8")
                .header("User-Agent", "haetae")
                .POST(HttpRequest.BodyPublishers.ofString(
                        filled(gateway.body(), values, escape), StandardCharsets.UTF_8));
        if (!gateway.header().isEmpty()) {
            request.header("Authorization", gateway.header().replace("{secret}", secret));
        }
        return request.build();
    }

    /** One pass over the template, so that a message with braces in it cannot fill in anything. */
    static String filled(String template, Map<String, String> values, UnaryOperator<String> escape) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            int here = at;
            String name = values.keySet().stream()
                    .filter(each -> template.startsWith(each, here))
                    .findFirst()
                    .orElse("");
            if (name.isEmpty()) {
                filled.append(template.charAt(at));
                at++;
            } else {
                filled.append(escape.apply(values.getOrDefault(name, "")));
                at += name.length();
            }
        }
        return filled.toString();
    }

    private static String urlEncoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** As it stands inside the quotation marks of the template. */
    private String inJson(String text) {
        String quoted = json.valueToTree(text) instanceof TextNode node ? node.toString() : "\"\"";
        return quoted.substring(1, quoted.length() - 1);
    }
}

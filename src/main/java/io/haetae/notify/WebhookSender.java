package io.haetae.notify;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Signed HTTP call. Redirects are not followed: they could lead a message, or this server, anywhere. */
@ApplicationScoped
class WebhookSender implements Sender {

    private final HttpClient client;
    private final CloudEvent event;
    private final Clock clock;
    private final NotifyConfig config;

    WebhookSender(CloudEvent event, Clock clock, NotifyConfig config) {
        this.event = event;
        this.clock = clock;
        this.config = config;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.timeout())
                .build();
    }

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public Outcome send(Outgoing delivery) {
        String secret = delivery.secret();
        if (secret == null) {
            return Outcome.failed("endpoint-gone", "");
        }
        CompletableFuture<HttpResponse<Void>> answer =
                client.sendAsync(request(delivery, secret), HttpResponse.BodyHandlers.discarding());
        try {
            return outcome(answer.get(config.timeout().toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode());
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

    private HttpRequest request(Outgoing delivery, String secret) {
        byte[] body = event.of(delivery);
        return HttpRequest.newBuilder(URI.create(delivery.address()))
                .timeout(config.timeout())
                .header("Content-Type", CloudEvent.MEDIA_TYPE)
                .header(Signature.HEADER, Signature.of(secret, clock.instant(), body))
                .header("User-Agent", "haetae")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    /** Whatever is not a 2xx may be mended at the other side, except a redirect and 410, which say "not here". */
    private static Outcome outcome(int status) {
        if (status >= 200 && status < 300) {
            return Outcome.SENT;
        }
        String detail = String.valueOf(status);
        return status >= 300 && status < 400 || status == 410
                ? Outcome.failed("endpoint-moved", detail)
                : Outcome.retry("endpoint-refused", detail);
    }
}

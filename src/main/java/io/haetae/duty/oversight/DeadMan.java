package io.haetae.duty.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.logging.Logger;

/** The signal to a switch outside that raises the alarm when the signal stays away. */
@ApplicationScoped
class DeadMan {

    private static final Logger LOG = Logger.getLogger(DeadMan.class);
    private static final int FIRST_REFUSAL = 300;

    private final OversightConfig config;
    private final HttpClient http;

    DeadMan(OversightConfig config) {
        this.config = config;
        this.http = HttpClient.newBuilder().connectTimeout(config.timeout()).build();
    }

    /** Signals, if a switch is configured. A signal that does not arrive is the switch's business, not ours. */
    void signal() {
        config.deadManUrl().ifPresent(this::signal);
    }

    private void signal(URI url) {
        HttpRequest request =
                HttpRequest.newBuilder(url).timeout(config.timeout()).GET().build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= FIRST_REFUSAL) {
                LOG.warnf("the dead-man switch answered %d", status);
            }
        } catch (IOException e) {
            LOG.warnf("the dead-man switch was not reached: %s", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

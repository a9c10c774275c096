package io.haetae.duty.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadManTest {

    private record To(Optional<URI> deadManUrl) implements OversightConfig {

        @Override
        public String every() {
            return "off";
        }

        @Override
        public Duration grace() {
            return Duration.ZERO;
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(5);
        }
    }

    @Test
    void the_switch_outside_gets_the_signal() throws IOException {
        AtomicInteger signals = new AtomicInteger();
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        outside.createContext("/alive", exchange -> {
            signals.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        outside.start();
        try {
            int port = outside.getAddress().getPort();
            new DeadMan(new To(Optional.of(URI.create("http://127.0.0.1:" + port + "/alive")))).signal();
            assertThat(signals).hasValue(1);
        } finally {
            outside.stop(0);
        }
    }

    @Test
    void a_switch_that_is_away_or_not_configured_does_no_harm() throws IOException {
        HttpServer gone = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int port = gone.getAddress().getPort();
        gone.stop(0);
        new DeadMan(new To(Optional.of(URI.create("http://127.0.0.1:" + port + "/")))).signal();
        new DeadMan(new To(Optional.empty())).signal();
    }
}

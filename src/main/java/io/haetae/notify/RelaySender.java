package io.haetae.notify;

import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.format.DateTimeFormatter;

/**
 * A signed file for transfer across a network boundary (망연계). The event appears under its final name only when it is
 * whole and its signature lies beside it, so that whatever carries files away can take what it sees. The name is the
 * delivery's: a second try replaces the first.
 */
@ApplicationScoped
class RelaySender implements Sender {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(Zones.SEOUL);

    private final CloudEvent event;
    private final Clock clock;
    private final NotifyConfig config;

    RelaySender(CloudEvent event, Clock clock, NotifyConfig config) {
        this.event = event;
        this.clock = clock;
        this.config = config;
    }

    @Override
    public Channel channel() {
        return Channel.RELAY;
    }

    @Override
    public Outcome send(Outgoing delivery) {
        String secret = delivery.secret();
        if (secret == null) {
            return Outcome.failed("endpoint-gone", "");
        }
        byte[] body = event.of(delivery);
        String name = STAMP.format(delivery.at()) + "-" + delivery.id() + ".json";
        try {
            Path folder = Files.createDirectories(config.relay().folder().resolve(delivery.address()));
            byte[] signature = Signature.of(secret, clock.instant(), body).getBytes(StandardCharsets.US_ASCII);
            write(folder, name + ".sig", signature);
            write(folder, name, body);
            return Outcome.SENT;
        } catch (IOException e) {
            return Outcome.retry("folder-unwritable", e.getClass().getSimpleName());
        }
    }

    private static void write(Path folder, String name, byte[] content) throws IOException {
        Path unfinished = folder.resolve("." + name + ".part");
        try (FileChannel file = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(true);
        }
        Files.move(unfinished, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }
}

package io.haetae.testing;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.io.FileUtils;

/** The world that messages go out to in every {@code @QuarkusTest}: a real SMTP server and an empty relay folder. */
public class Outside implements QuarkusTestResourceLifecycleManager {

    private GreenMail server;
    private Path folder;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("haetae-relay");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_POP3)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        server.start();
        return Map.of(
                "haetae.notify.mail.enabled", "true",
                "haetae.notify.relay.folder", folder.toString(),
                "quarkus.mailer.mock", "false",
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(server.getSmtp().getPort()),
                "quarkus.mailer.from", "haetae@haetae.invalid");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, field -> field.getType().equals(GreenMail.class));
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
        try {
            FileUtils.deleteDirectory(folder.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

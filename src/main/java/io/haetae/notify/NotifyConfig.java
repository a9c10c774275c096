package io.haetae.notify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** How messages leave this installation. */
@ConfigMapping(prefix = "haetae.notify")
interface NotifyConfig {

    /** How often each replica looks for messages to send; {@code off} sends nothing. */
    @WithDefault("1s")
    String sweepEvery();

    /** How many tries a message gets. Fewer lose messages to a short outage; more hide that nobody was reached. */
    @WithDefault("8")
    int maxAttempts();

    /** Wait after the first failed try; it doubles with each. Eight tries from 5 s span about ten minutes. */
    @WithDefault("5S")
    Duration firstRetry();

    /** Longest wait between two tries. */
    @WithDefault("5M")
    Duration longestRetry();

    /** How long a replica owns a message it took. Must exceed the time-out, or a slow send goes out twice. */
    @WithDefault("2M")
    Duration lease();

    /** How long one send may take. */
    @WithDefault("10S")
    Duration timeout();

    /** How many sends of a channel run side by side in one replica. */
    @WithDefault("32")
    int parallel();

    /** {@code source} of the CloudEvents that leave: names this installation to receivers. */
    @WithDefault("/haetae")
    String source();

    Mail mail();

    Relay relay();

    /** SMTP; server and sender are set by {@code quarkus.mailer.*}. */
    interface Mail {
        /** Whether a mail server is configured. Without it people are reached in this service only. */
        @WithDefault("false")
        boolean enabled();

        /** The systems that it depends on, by name. */
        @WithDefault("mail")
        List<String> dependsOn();
    }

    Gateway gateway();

    /** Text messages and calls. */
    interface Gateway {
        /** How many of them one person gets within the window; more wait and go out bundled as one, none is dropped. */
        @WithDefault("3")
        int perPerson();

        /** The window in which they are counted. */
        @WithDefault("10M")
        Duration window();

        /** Number that is called back, named in every text message. */
        @WithDefault("-")
        String callBack();
    }

    /** What the inbox and mail depend on, by name: two ways over one system are one way. */
    @WithDefault("haetae")
    List<String> inAppDependsOn();

    /** Files for transfer across a network boundary. */
    interface Relay {
        /** The folder below which every relay endpoint has its own. Must be shared by all replicas. */
        @WithDefault("${haetae.data-dir}/relay")
        Path folder();
    }
}

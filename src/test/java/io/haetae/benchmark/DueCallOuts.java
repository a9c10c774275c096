package io.haetae.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Call-outs that fall due within a minute, told by two replicas to a receiver of webhooks. Those of one roster that fall due
 * at once go out as one event that names each: the receiver counts the events by key and the call-outs by name.
 */
final class DueCallOuts {

    private static final int WITHIN_A_MINUTE = 10_000;
    private static final long MINUTE = 60;
    private static final int THREADS = 4;
    private static final Pattern NAME = Pattern.compile("DUE-[0-9]+");

    private static final String OURS = "notify_delivery where subject_kind = 'BENCHMARK' and channel = 'WEBHOOK'";

    private final PackagedServer service;
    private final Cluster cluster;
    private final Path otherReplica;
    private final String encryptionKey;

    DueCallOuts(PackagedServer service, Cluster cluster, Path otherReplica, String encryptionKey) {
        this.service = service;
        this.cluster = cluster;
        this.otherReplica = otherReplica;
        this.encryptionKey = encryptionKey;
    }

    /**
     * What came of it.
     *
     * @param p99Seconds from due to handed to the channel
     * @param missed that nobody was told of
     * @param twice that the receiver had more than once
     */
    record Told(double p99Seconds, long missed, long twice) {}

    /** Spreads them over that time, a whole minute unless it is a trial, and waits until all are told. */
    Told within(Duration time) throws IOException {
        long seconds = Math.min(MINUTE, Math.max(1, time.toSeconds()));
        long count = WITHIN_A_MINUTE * seconds / MINUTE;
        Taken taken = new Taken(new ConcurrentHashMap<>(), ConcurrentHashMap.newKeySet());
        HttpServer receiver = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        receiver.setExecutor(threads);
        receiver.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            taken.add(body);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try (PackagedServer other = PackagedServer.atFullSpeed(otherReplica, environment())) {
            register(receiver.getAddress().getPort());
            String sql = Files.readString(Path.of("src/test/resources/benchmark/due.sql"), StandardCharsets.UTF_8);
            cluster.execute(
                    sql.replace("${count}", String.valueOf(count)).replace("${seconds}", String.valueOf(seconds)));
            other.await(
                    "due and told",
                    () -> number("select count(*) from duty_chain where policy = 'benchmark'"
                                            + " and state = 'RUNNING'")
                                    == 0
                            && number("select count(*) from " + OURS + " and state = 'PENDING'") == 0);
            return told(taken, count);
        } finally {
            receiver.stop(0);
            threads.shutdownNow();
        }
    }

    /** What the receiver had: how often each event, and every call-out that one of them named. */
    private record Taken(Map<String, Integer> events, Set<String> named) {

        void add(String body) {
            events.merge(new JsonPath(body).getString("id"), 1, Integer::sum);
            Matcher name = NAME.matcher(body);
            while (name.find()) {
                named.add(name.group());
            }
        }
    }

    private Told told(Taken taken, long count) {
        String p99 = cluster.one("""
                select extract(epoch from percentile_cont(0.99) within group (order by d.sent_at - s.due_at))
                from duty_chain c join duty_step s on s.chain = c.id
                join notify_delivery d on d.subject_kind = c.subject_kind and d.subject_id = c.subject_id
                where c.policy = 'benchmark' and d.channel = 'WEBHOOK'""");
        long sent = number("select count(distinct subject_id) from " + OURS + " and state = 'SENT'");
        long twice = taken.events().values().stream().filter(times -> times > 1).count();
        return new Told(
                Double.parseDouble(p99), count - Math.min(sent, taken.named().size()), twice);
    }

    private Map<String, String> environment() {
        return Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:postgresql://127.0.0.1:" + cluster.port() + "/" + Cluster.DATABASE,
                "QUARKUS_DATASOURCE_USERNAME",
                Cluster.SERVICE,
                "QUARKUS_DATASOURCE_PASSWORD",
                cluster.password(Cluster.SERVICE),
                "QUARKUS_FLYWAY_USERNAME",
                "haetae_owner",
                "QUARKUS_FLYWAY_PASSWORD",
                cluster.password("haetae_owner"),
                "HAETAE_ENCRYPTION_KEY",
                encryptionKey,
                "HAETAE_AUDIT_SIGNING_KEY",
                otherReplica.resolve("seal.pem").toString());
    }

    private void register(int port) {
        HttpResponse<String> made = service.post("/api/v1/endpoints", """
                {"institution": "NIRS", "channel": "WEBHOOK", "name": "benchmark", "address": "http://127.0.0.1:%d/in",
                 "secret": "a-secret-that-two-machines-share-2026"}""".formatted(port));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    }

    private long number(String sql) {
        return Long.parseLong(cluster.one(sql));
    }
}

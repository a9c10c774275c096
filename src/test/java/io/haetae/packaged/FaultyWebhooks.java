package io.haetae.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A receiver of webhooks that behaves as it is told, and counts how often it has had each delivery. */
final class FaultyWebhooks implements AutoCloseable {

    /** How it behaves. */
    enum Mode {
        /** Takes what comes. */
        WELL,
        /** Takes the connection and reads nothing. */
        DEAF,
        /** Takes what comes and answers when the sender has long given up. */
        SLOW,
        /** Answers 500 and takes nothing. */
        REFUSES,
        /** Takes what comes, and on the first try cuts the line instead of answering. */
        CUTS_ONCE,
        /** Takes what comes, does something and never answers. */
        ACTS
    }

    private static final int NOT_FOR_LONG = 30;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();
    private final Map<String, Integer> events = new ConcurrentHashMap<>();
    private volatile Mode mode = Mode.WELL;
    private volatile CountDownLatch heard = new CountDownLatch(1);
    private volatile Runnable act = () -> {};

    private FaultyWebhooks(HttpServer server) {
        this.server = server;
    }

    static FaultyWebhooks start() throws IOException {
        FaultyWebhooks webhooks = new FaultyWebhooks(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 200));
        webhooks.server.setExecutor(webhooks.threads);
        webhooks.server.createContext("/", webhooks::take);
        webhooks.server.start();
        return webhooks;
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    void behave(Mode how) {
        heard = new CountDownLatch(1);
        mode = how;
    }

    /** From now on takes what comes and does this, and never answers. */
    void act(Runnable what) {
        act = what;
        behave(Mode.ACTS);
    }

    /** Waits until somebody has called since it was told how to behave. */
    boolean heard() {
        try {
            return heard.await(NOT_FOR_LONG, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Deliveries it has had, with how often. */
    Map<String, Integer> taken() {
        return taken;
    }

    private void take(HttpExchange exchange) throws IOException {
        Mode now = mode;
        heard.countDown();
        switch (now) {
            case DEAF -> hang();
            case REFUSES -> answer(exchange, 500);
            case WELL -> {
                count(exchange);
                answer(exchange, 204);
            }
            case SLOW -> {
                count(exchange);
                hang();
            }
            case CUTS_ONCE -> {
                if (count(exchange) > 1) {
                    answer(exchange, 204);
                }
            }
            case ACTS -> {
                count(exchange);
                act.run();
                hang();
            }
        }
        exchange.close();
    }

    /** How often it has had the event; one that stands for several messages counts for each. */
    private int count(HttpExchange exchange) throws IOException {
        JsonPath event = new JsonPath(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        List<String> together = event.getList("data.together.delivery");
        if (together != null) {
            together.forEach(each -> taken.merge(each, 1, Integer::sum));
        } else {
            taken.merge(event.getString("data.delivery"), 1, Integer::sum);
        }
        return events.merge(event.getString("id"), 1, Integer::sum);
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    private void hang() {
        try {
            closed.await(NOT_FOR_LONG, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package io.haetae.benchmark;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/** Sends requests from one event loop, so that the sender takes as little of the machine as it can. */
final class Load implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofMinutes(20);
    private static final int MOST_SAMPLES = 4_000_000;

    private final Vertx vertx = Vertx.vertx();
    private final int port;
    private final String token;

    Load(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** One request; the body null for none. */
    record Call(HttpMethod method, String path, Buffer body) {

        static Call get(String path) {
            return new Call(HttpMethod.GET, path, null);
        }

        static Call post(String path, String json) {
            return new Call(HttpMethod.POST, path, Buffer.buffer(json));
        }
    }

    /** What came of a load. Times count from when a request was due, answered or not. */
    record Result(long answered, long refused, double perSecond, double p50Millis, double p99Millis) {}

    /** Every client sends its next request when the one before is answered, for some time. */
    Result closed(int clients, Duration length, LongFunction<Call> calls) {
        long end = System.nanoTime() + length.toNanos();
        return closed(clients, length, sent -> System.nanoTime() < end, calls);
    }

    /** Every client sends its next request when the one before is answered, until that many are sent. */
    Result counted(int clients, long total, LongFunction<Call> calls) {
        return closed(clients, LONGEST, sent -> sent < total, calls);
    }

    private Result closed(int clients, Duration length, LongPredicate goesOn, LongFunction<Call> calls) {
        Samples samples = new Samples();
        HttpClient client = client(clients);
        CountDownLatch ended = new CountDownLatch(clients);
        long begin = System.nanoTime();
        for (int i = 0; i < clients; i++) {
            vertx.runOnContext(ignored -> again(client, goesOn, calls, samples, ended));
        }
        await(ended, length);
        client.close();
        return samples.result(System.nanoTime() - begin);
    }

    private void again(
            HttpClient client, LongPredicate goesOn, LongFunction<Call> calls, Samples samples, CountDownLatch ended) {
        if (!goesOn.test(samples.sent)) {
            ended.countDown();
            return;
        }
        Call call = calls.apply(samples.sent++);
        send(client, call, System.nanoTime(), samples, () -> again(client, goesOn, calls, samples, ended));
    }

    /** Requests fall due at a steady rate, whether those before are answered or not. */
    Result paced(int clients, double perSecond, Duration length, LongFunction<Call> calls) {
        Samples samples = new Samples();
        HttpClient client = client(clients);
        long total = (long) (perSecond * length.toSeconds());
        CountDownLatch ended = new CountDownLatch(1);
        long begin = System.nanoTime();
        vertx.setPeriodic(1, timer -> {
            while (samples.sent < total && System.nanoTime() >= begin + (long) (samples.sent * 1e9 / perSecond)) {
                long due = begin + (long) (samples.sent * 1e9 / perSecond);
                send(client, calls.apply(samples.sent++), due, samples, () -> {
                    if (samples.count == total) {
                        ended.countDown();
                    }
                });
            }
            if (samples.sent >= total) {
                vertx.cancelTimer(timer);
            }
        });
        await(ended, length);
        client.close();
        return samples.result(System.nanoTime() - begin);
    }

    private void send(HttpClient client, Call call, long due, Samples samples, Runnable then) {
        RequestOptions options = new RequestOptions()
                .setMethod(call.method())
                .setURI(call.path())
                .putHeader("Authorization", "Bearer " + token);
        if (call.body() != null) {
            options.putHeader("Content-Type", "application/json");
        }
        client.request(options)
                .compose(request -> call.body() == null ? request.send() : request.send(call.body()))
                .compose(answer -> answer.body().map(body -> answer.statusCode()))
                .onComplete(answer -> {
                    samples.add(System.nanoTime() - due, answer.succeeded() && answer.result() < 300);
                    then.run();
                });
    }

    private HttpClient client(int connections) {
        HttpClientOptions options = new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(port)
                .setKeepAlive(true);
        PoolOptions pool = new PoolOptions().setHttp1MaxSize(connections).setEventLoopSize(1);
        return vertx.createHttpClient(options, pool);
    }

    private static void await(CountDownLatch ended, Duration length) {
        try {
            if (!ended.await(length.toSeconds() + 120, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the load did not end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** Touched by the one event loop only, and read after it has ended. */
    private static final class Samples {

        private final long[] nanos = new long[MOST_SAMPLES];
        private long sent;
        private int count;
        private long refused;

        void add(long took, boolean accepted) {
            nanos[count++] = took;
            if (!accepted) {
                refused++;
            }
        }

        Result result(long took) {
            long[] sorted = Arrays.copyOf(nanos, count);
            Arrays.sort(sorted);
            return new Result(count, refused, count * 1e9 / took, at(sorted, 0.50), at(sorted, 0.99));
        }

        private static double at(long[] sorted, double share) {
            return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
        }
    }
}

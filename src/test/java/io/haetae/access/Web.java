package io.haetae.access;

import io.haetae.testing.As;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends requests as they are written, wrong ones too, follows no redirect and reads no endless stream. */
final class Web {

    private static final Duration LONGEST = Duration.ofSeconds(40);

    /** One for all: each would bring threads of its own, and thousands of requests are sent. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(LONGEST)
            .build();

    private final URI base;

    Web(URI base) {
        this.base = base;
    }

    /** What came back. */
    record Answer(int status, String type, String location, String etag, String body) {}

    /** A request; the body null for none. */
    record Call(String method, String path, Map<String, String> headers, byte[] body, boolean lengthUnknown) {

        static Call of(String method, String path) {
            return new Call(method, path, new LinkedHashMap<>(), null, false);
        }

        Call with(String header, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(header, value);
            return new Call(method, path, more, body, lengthUnknown);
        }

        Call as(String username) {
            String proof = username + ":" + As.PASSWORD;
            return with(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8)));
        }

        Call sending(String type, byte[] content) {
            return new Call(method, path, with("Content-Type", type).headers, content, lengthUnknown);
        }

        Call sending(String type, String content) {
            return sending(type, content.getBytes(StandardCharsets.UTF_8));
        }

        Call withoutLength() {
            return new Call(method, path, headers, body, true);
        }
    }

    Answer send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(base + call.path().substring(1)))
                .timeout(LONGEST);
        call.headers().forEach(request::header);
        request.method(call.method(), publisher(call));
        try {
            HttpResponse<InputStream> response = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            String type = response.headers().firstValue("Content-Type").orElse("");
            String location = response.headers().firstValue("Location").orElse("");
            String etag = response.headers().firstValue("ETag").orElse("");
            try (InputStream content = response.body()) {
                boolean endless = type.startsWith("text/event-stream");
                String body = endless ? "" : new String(content.readAllBytes(), StandardCharsets.UTF_8);
                return new Answer(response.statusCode(), type, location, etag, body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(call.method() + " " + call.path(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher publisher(Call call) {
        if (call.body() == null) {
            return BodyPublishers.noBody();
        }
        return call.lengthUnknown()
                ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(call.body()))
                : BodyPublishers.ofByteArray(call.body());
    }
}

package io.haetae.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.access.AccessTable.Row;
import io.haetae.access.Web.Answer;
import io.haetae.access.Web.Call;
import io.haetae.testing.MovableClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is sent to the interface, the answer is a problem that a program can read, and nothing has changed. */
@QuarkusTest
class EveryPostIT {

    private static final byte[] HUGE = new byte[10 * 1024 * 1024 + 1];
    private static final Pattern INNARDS = Pattern.compile("io\\.haetae|java[.x]|jakarta\\.|org\\.[a-z]+\\.|Exception"
            + "|\\b(Integer|Long|Double|Float|Boolean|BigDecimal|String|ArrayList|LinkedHashMap|HashMap|Object)\\b"
            + "|\\bat [a-z]+\\.[a-z]+\\.|SQL|constraint \\[|duty_|notify_|register_|identity_|incident_");
    private static final Pattern HANGUL = Pattern.compile("[가-힣]");

    private final AccessTable table = AccessTable.read();

    @Inject
    AccessWorld world;

    @Inject
    Snapshot snapshot;

    @Inject
    MovableClock clock;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI base;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private Web web;
    private JsonNode description;

    @BeforeEach
    void a_world() {
        clock.setTo(MovableClock.START);
        world.build();
        web = new Web(base);
        description = problem(web.send(Call.of("GET", "/q/openapi?format=json")));
    }

    @Test
    @Timeout(900)
    void wrong_input_of_every_kind_is_a_problem_and_changes_nothing() {
        List<Prepared> all = new ArrayList<>();
        for (Row row : table.rows()) {
            // A source is told of each alert by itself (IntakeIT), and nobody logs in there.
            boolean ofSource = row.path().contains("{key}");
            if (row.path().startsWith("/api/v1/") && Set.of("POST", "PUT").contains(row.method()) && !ofSource) {
                all.add(prepared(row));
            }
        }
        // Looking at every row of every table takes long: once for all.
        Map<String, String> before = snapshot.take();
        SideBySide.each(all, this::everyKind);
        assertThat(wrong).isEmpty();
        assertThat(snapshot.take()).as("nothing has changed").isEqualTo(before);
    }

    /** A request that would be carried out, and the role that may send it. */
    private record Prepared(Row row, Call call, String body, String role) {}

    private Prepared prepared(Row row) {
        String role = AccessTable.ROLES.stream()
                .filter(row::lets)
                .sorted(Comparator.comparing(one -> !one.equals("ADMIN")))
                .findFirst()
                .orElseThrow();
        Call call = Call.of(row.method(), world.path(row, Side.OWN, role, true)).as(Side.OWN.person(role));
        String body = row.body() == null ? null : world.fill(row.body(), Side.OWN, role);
        return new Prepared(row, call, body, role);
    }

    private void everyKind(Prepared prepared) {
        if (prepared.body() == null) {
            bodiless(prepared.row(), prepared.call());
        } else {
            bodies(prepared.row(), prepared.call(), prepared.body());
            headers(prepared.row(), prepared.call(), prepared.body());
        }
        unknownThing(prepared.row(), prepared.call(), prepared.body(), prepared.role());
    }

    private void bodies(Row row, Call call, String body) {
        Call versioned = versioned(call);
        if (row.contentType().equals("text/csv")) {
            csv(row, versioned);
            return;
        }
        if (row.contentType().equals("application/yaml")) {
            yaml(row, versioned);
            return;
        }
        WrongBodies.of(json, body)
                .forEach((what, content) ->
                        refused(row, what, Set.of(400, 422), versioned.sending(row.contentType(), content)));
    }

    /** Naming the present version of the thing, or of what it is a part of. */
    private Call versioned(Call call) {
        for (String path :
                List.of(call.path(), call.path().substring(0, call.path().lastIndexOf('/')))) {
            String etag =
                    web.send(new Call("GET", path, call.headers(), null, false)).etag();
            if (!etag.isEmpty()) {
                return call.with("If-Match", etag);
            }
        }
        return call;
    }

    private void yaml(Row row, Call call) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("no body", "");
        files.put("JSON", "[]");
        files.put("cut off", "kind: [");
        files.put("of a kind there is not", "kind: weather");
        files.put("a NUL", "kind: \u0000");
        files.put("of a rule set without rules", "kind: system-grade\nform: weighted");
        files.forEach(
                (what, content) -> refused(row, what, Set.of(400, 422), call.sending("application/yaml", content)));
    }

    private void csv(Row row, Call call) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("no body", "");
        files.put("JSON", "[]");
        files.put("cut off", "code,\"name");
        if (row.path().endsWith("/import")) { // where columns are told by people later, these are right
            files.put("an unknown column", "code,noSuchColumn\nX,1\n");
            files.put("no code column", "name.ko,name.en\n가,a\n");
        }
        files.put("a NUL", "code,name.ko,name.en,owner\nAC\u0000X,가,a,ACOWN\n");
        files.forEach((what, content) -> refused(row, what, Set.of(400, 422), call.sending("text/csv", content)));
    }

    private void headers(Row row, Call call, String body) {
        Call right = call.with("If-Match", "\"1\"").sending(row.contentType(), body);
        Call nobodys = new Call(right.method(), right.path(), Map.of(), null, false).sending(row.contentType(), body);
        refused(row, "nobody's", Set.of(401), nobodys);
        refused(row, "with a wrong token", Set.of(401), nobodys.with("Authorization", "Bearer hae_wrong"));
        refused(row, "another site's", Set.of(403), right.with("Sec-Fetch-Site", "cross-site"));
        refused(row, "another origin's", Set.of(403), right.with("Origin", "https://evil.example"));
        refused(row, "of another type", Set.of(415), right.with("Content-Type", "text/plain"));
        refused(row, "of 10 MB", Set.of(413), call.sending(row.contentType(), HUGE));
        refused(row, "of 10 MB without its length", Set.of(413), huge(row, call).withoutLength());
        if (row.method().equals("POST")) {
            refused(row, "with an endless key", Set.of(400), right.with("Idempotency-Key", "k".repeat(300)));
            refused(
                    row,
                    "of 10 MB without its length, with a key",
                    Set.of(413),
                    huge(row, call).withoutLength().with("Idempotency-Key", "huge"));
        }
        if (describes(row, "If-Match")) {
            refused(row, "of an old version", Set.of(412), right.with("If-Match", "\"99999\""));
            refused(row, "of no version", Set.of(412), right.with("If-Match", "abc"));
            refused(row, "of any version", Set.of(412), right.with("If-Match", "*"));
        }
    }

    /** White space, which every reader goes through to its end. */
    private static Call huge(Row row, Call call) {
        byte[] spaces = HUGE.clone();
        Arrays.fill(spaces, (byte) ' ');
        return call.sending(row.contentType(), spaces);
    }

    private void bodiless(Row row, Call call) {
        refused(row, "another site's", Set.of(403), call.with("Sec-Fetch-Site", "cross-site"));
        refused(row, "of 10 MB", Set.of(413), call.sending("application/json", HUGE));
    }

    /** A thing that is not there, one whose id is no id, and one whose id nothing could have. */
    private void unknownThing(Row row, Call call, String body, String role) {
        Matcher placeholder = Pattern.compile("\\{[a-z]+}").matcher(row.path());
        if (!placeholder.find()) {
            return;
        }
        int from = placeholder.start();
        int end = call.path().indexOf('/', from);
        String rest = end < 0 ? "" : call.path().substring(end);
        Map<String, Integer> ids =
                Map.of("no-such-thing", 404, "00000000-0000-7000-8000-000000000000", 404, "a%00b", 400);
        ids.forEach((id, status) -> {
            Call of = new Call(row.method(), row.path().substring(0, from) + id + rest, call.headers(), null, false)
                    .with("If-Match", "\"1\"");
            Call asked = body == null ? of : of.sending(row.contentType(), body);
            // Only an administrator may know which names there are.
            boolean hidden = row.path().startsWith("/api/v1/people") && !role.equals("ADMIN");
            refused(row, "of " + id, hidden ? Set.of(403) : Set.of(status), asked);
        });
    }

    /** Sends it as readers of both languages would. */
    private void refused(Row row, String what, Set<Integer> statuses, Call call) {
        String of = row.name() + " " + what + ": ";
        String type = "";
        for (String language : List.of("ko", "en")) {
            Answer answer = web.send(call.with("Accept-Language", language));
            if (!statuses.contains(answer.status())) {
                wrong.add(of + answer.status() + " instead of " + statuses + " " + start(answer.body()));
                return;
            }
            String fault = fault(answer, language);
            if (fault != null) {
                wrong.add(of + fault + " " + start(answer.body()));
                return;
            }
            String read = problem(answer).path("type").asText();
            if (!type.isEmpty() && !type.equals(read)) {
                wrong.add(of + type + " in Korean, " + read + " in English");
            }
            type = read;
        }
    }

    private String fault(Answer answer, String language) {
        if (!answer.type().startsWith("application/problem+json")) {
            return "is " + answer.type();
        }
        JsonNode problem = problem(answer);
        if (!problem.path("type").asText().matches("urn:haetae:problem:[a-z]+\\.[a-z0-9-]+")) {
            return "has the type " + problem.path("type");
        }
        if (problem.path("status").asInt() != answer.status()) {
            return "says another status than " + answer.status();
        }
        boolean hangul = HANGUL.matcher(problem.path("title").asText()).find();
        if (problem.path("title").asText().isBlank() || hangul != language.equals("ko")) {
            return "is not titled in " + language;
        }
        Matcher innards = INNARDS.matcher(answer.body());
        return innards.find() ? "shows " + innards.group() : null;
    }

    private JsonNode problem(Answer answer) {
        try {
            return json.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    private boolean describes(Row row, String header) {
        JsonNode operation =
                description.path("paths").path(row.path()).path(row.method().toLowerCase(Locale.ROOT));
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("header")
                    && parameter.path("name").asText().equals(header)) {
                return true;
            }
        }
        return false;
    }

    private static String start(String body) {
        return body.substring(0, Math.min(400, body.length()));
    }
}

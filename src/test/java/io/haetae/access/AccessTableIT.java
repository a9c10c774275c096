package io.haetae.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.access.AccessTable.Row;
import io.haetae.access.Web.Answer;
import io.haetae.access.Web.Call;
import io.haetae.testing.MovableClock;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every path of the interface and of the pages, asked by every role about what is its own, below and elsewhere. */
@QuarkusTest
class AccessTableIT {

    /** Roles whose scope is not everything. */
    private static final Set<String> SCOPED = Set.of("OPERATOR", "OFFICER", "AUTHORITY", "HQ");

    private final AccessTable table = AccessTable.read();

    @Inject
    AccessWorld world;

    @Inject
    MovableClock clock;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI base;

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void a_world() {
        clock.setTo(MovableClock.START);
        world.build();
    }

    @Test
    void every_path_has_a_row_and_every_row_a_path() throws IOException {
        Answer described = web().send(Call.of("GET", "/q/openapi?format=json"));
        Set<String> paths = new TreeSet<>();
        json.readTree(described.body()).get("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (Set.of("get", "put", "post", "delete", "patch", "head").contains(method)) {
                        paths.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        paths.removeIf(path -> path.contains(" /q/"));
        assertThat(table.rows().stream().map(Row::name))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(paths);
    }

    @Test
    @Timeout(900)
    void every_role_gets_what_the_table_says_and_reads_nothing_of_others() {
        eachRow(row -> {
            for (Side side : row.hasSides() ? Side.values() : new Side[] {Side.OWN}) {
                ask(row, AccessTable.NOBODY, Side.OWN, side);
                for (String role : AccessTable.ROLES) {
                    ask(row, role, Side.OWN, side);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    /** The ministry above is for its agency as foreign as any other institution. */
    @Test
    @Timeout(900)
    void what_is_above_is_as_far_away_as_what_is_elsewhere() {
        eachRow(row -> SCOPED.forEach(role -> ask(row, role, Side.BELOW, Side.OWN)));
        assertThat(wrong).isEmpty();
    }

    /** Rows about one thing follow one another: what is ended must have begun. */
    private void eachRow(Consumer<Row> asks) {
        Map<String, List<Row>> byThing = table.rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.path().replaceFirst("/ending$", ""), LinkedHashMap::new, Collectors.toList()));
        SideBySide.each(byThing.values(), rows -> rows.forEach(asks));
    }

    @Test
    void an_auditor_changes_nothing_and_an_administrator_decides_nothing() {
        Set<String> onesOwn = Set.of(
                "POST /api/v1/continuity/deadline-rules/calculation",
                "POST /api/v1/rule-sets/{kind}/{name}/versions/{version}/evaluation",
                "POST /api/v1/rule-sets/{kind}/{name}/versions/{version}/preview",
                "POST /api/v1/tokens",
                "DELETE /api/v1/tokens/{id}",
                // whoever has the key is its source, not the person
                "POST /api/v1/heartbeats/{key}/beat",
                "POST /api/v1/intake/alertmanager/{key}",
                "POST /api/v1/intake/alertmanager/{key}/api/v2/alerts",
                "POST /api/v1/intake/cloudevents/{key}",
                "POST /api/v1/intake/generic/{key}",
                "POST /api/v1/intake/grafana/{key}",
                "POST /api/v1/intake/zabbix/{key}",
                "PUT /api/v1/people/{username}/password",
                "PUT /api/v1/deliveries/{id}/acknowledgement",
                "POST /deliveries/{id}/acknowledgement",
                "POST /endpoints/{endpoint}/replies",
                "POST /gateway/{key}",
                "POST /language",
                "POST /login",
                "POST /logout");
        for (Row row : table.rows()) {
            boolean decides = row.path().contains("/incidents") || row.path().contains("/assessments");
            if (row.isUnsafe() && !onesOwn.contains(row.name())) {
                assertThat(row.cells().get("AUDITOR")).as(row.name()).isEqualTo("403");
                if (decides) {
                    assertThat(row.cells().get("ADMIN")).as(row.name()).isEqualTo("403");
                }
            }
        }
    }

    @Test
    void what_is_kept_from_some_is_there_for_others() {
        assertThat(asked("AUDITOR", "/api/v1/incidents?q=" + AccessWorld.HUSHED))
                .contains(AccessWorld.HUSHED);
        assertThat(asked("AUDITOR", "/api/v1/deliveries?incident=" + world.hushed()))
                .contains(AccessWorld.HUSHED);
        assertThat(asked("SUPPORT", "/api/v1/deliveries?incident=" + world.fill("{incident}", Side.SIBLING, "")))
                .contains(Side.SIBLING.secret());
        assertThat(asked("SUPPORT", "/api/v1/systems/" + Side.SIBLING.system())).contains(Side.SIBLING.secret());
        assertThat(asked("SUPPORT", "/api/v1/rosters?institution=" + Side.SIBLING.institution()))
                .contains(Side.SIBLING.secret());
    }

    private String asked(String role, String path) {
        return web().send(Call.of("GET", path).as(Side.OWN.person(role))).body();
    }

    /** The sibling's affair that only those concerned, the situation room and auditors may know of. */
    @Test
    void what_one_needs_to_know_does_not_exist_for_anybody_else() {
        for (Row row : table.rows()) {
            for (String role : List.of("SUPPORT", "ADMIN")) {
                if (row.path().contains("/incidents/{number}")
                        && !row.cell(role, Side.SIBLING).equals("403")) {
                    Map<String, String> missing = Map.of(role, "404");
                    ask(
                            new Row(
                                    row.method(),
                                    row.path().replace("{number}", world.hushed()),
                                    "",
                                    row.body(),
                                    missing),
                            role,
                            Side.OWN,
                            Side.SIBLING);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private Web web() {
        return new Web(base);
    }

    /** Asks as the person of {@code from} with the role about a thing of {@code whose}. */
    private void ask(Row row, String role, Side from, Side whose) {
        String known = role.equals(AccessTable.NOBODY) ? "OPERATOR" : role;
        boolean above = from == Side.BELOW && row.hasSides() && !concernsThoseBelow(row);
        String expected = row.cell(role, above ? Side.SIBLING : whose);
        boolean refused = Set.of("401", "403", "404", "login").contains(expected);
        Call call = Call.of(row.method(), world.path(row, whose, known, row.isUnsafe() && !refused));
        if (row.isUnsafe()) {
            call = call.with("If-Match", "\"1\"");
        }
        if (row.body() != null) {
            call = call.sending(row.contentType(), world.fill(row.body(), whose, known));
        }
        if (!role.equals(AccessTable.NOBODY)) {
            call = call.as(from.person(role));
        }
        Answer answer = web().send(call);
        String of = row.name() + " by " + role + " of " + from + " about " + whose;
        if (!fits(expected, answer)) {
            wrong.add(of + ": " + answer.status() + " " + answer.location() + ", expected " + expected + said(answer));
        }
        for (String secret : kept(row, role, from)) {
            if (answer.body().contains(secret)) {
                int at = answer.body().indexOf(secret);
                wrong.add(of + ": shows " + answer.body().substring(Math.max(0, at - 120), at + secret.length()));
            }
        }
    }

    /** A full review is for the ministry and for those below it, who read it and answer; only its authority leads it. */
    private static boolean concernsThoseBelow(Row row) {
        return row.path().contains("/campaigns/{number}")
                && (row.method().equals("GET") || row.path().endsWith("/answers"));
    }

    private static String said(Answer answer) {
        String words = answer.status() < 400 ? "" : " " + answer.body().replaceAll("\\s+", " ");
        return words.substring(0, Math.min(300, words.length()));
    }

    /** What the person may not read. */
    private static List<String> kept(Row row, String role, Side from) {
        if (role.equals(AccessTable.NOBODY)) {
            return List.of("SECRET-", AccessWorld.HUSHED);
        }
        if (!SCOPED.contains(role)) {
            // An administrator keeps the journal, in which everything stands.
            boolean knows = Set.of("SITUATION", "AUDITOR").contains(role)
                    || role.equals("ADMIN") && row.path().matches(".*/(audit|journal).*");
            return knows ? List.of() : List.of(AccessWorld.HUSHED);
        }
        return from == Side.OWN
                ? List.of(Side.SIBLING.secret(), AccessWorld.HUSHED)
                : List.of(Side.SIBLING.secret(), AccessWorld.HUSHED, Side.OWN.secret());
    }

    /**
     * {@code ok}: access was given, even if what was sent cannot be done. A request that is refused for its form (400,
     * 415, 428) proves nothing, because the form is looked at first.
     */
    private static boolean fits(String expected, Answer answer) {
        boolean toLogin = answer.status() == 303 && answer.location().contains("/login?next=");
        return switch (expected) {
            case "login" -> toLogin;
            case "ok" ->
                answer.status() < 400 && !toLogin || Set.of(409, 412, 422).contains(answer.status());
            default -> answer.status() == Integer.parseInt(expected);
        };
    }
}

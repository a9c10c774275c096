package io.haetae.access;

import io.haetae.testing.As;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Teams, rosters and what people do with their own duty, for the table of access. */
@ApplicationScoped
class AccessDuty {

    private static final String TEAM = """
            {"institution":"%1$s","name":"%3$s 조 %4$d","lead":"ac.%2$s.officer",
             "members":["ac.%2$s.operator","ac.%2$s.situation"]}
            """;
    private static final String ROSTER = """
            {"name":"%2$s 당직표","function":"MINISTER","rotations":[{"unit":"DAYS","length":1,
             "startsAt":"2026-11-24T10:00:00+09:00","people":["ac.%1$s.situation","ac.%1$s.operator"]}]}
            """;
    private static final String OVERRIDE = """
            {"from":"2026-12-23T10:00:00+09:00","until":"2026-12-24T10:00:00+09:00","person":"ac.%s.support","reason":"x"}
            """;
    private static final String SWAP = """
            {"shiftAt":"2026-11-24T12:00:00+09:00","with":"ac.%s.operator"}
            """;
    private static final String ABSENCE = """
            {"person":"ac.%s.operator","from":"2027-01-01T00:00:00+09:00","until":"2027-01-02T00:00:00+09:00","reason":"x"}
            """;

    private static final String GATEWAY = """
            {"channel":"VOICE","name":"전화","rank":99,"url":"http://127.0.0.1:9/","form":true,"body":"to={to}&text={text}",
             "dependsOn":["교환기"]}
            """;

    private final AtomicInteger counter = new AtomicInteger();
    private final Map<Side, String> teams = new HashMap<>();
    private final Map<Side, String> rosters = new HashMap<>();
    private final Map<Side, String> handOvers = new HashMap<>();
    private String latestRoster = "";

    String team(Side side, boolean fresh) {
        return fresh ? newTeam(side) : teams.computeIfAbsent(side, this::newTeam);
    }

    String roster(Side side, boolean fresh) {
        latestRoster = fresh ? newRoster(side) : rosters.computeIfAbsent(side, this::newRoster);
        return latestRoster;
    }

    /** Of the roster that was asked for last. */
    String override(Side side) {
        return made(As.admin()
                        .body(OVERRIDE.formatted(low(side)))
                        .post("/api/v1/rosters/" + latestRoster + "/overrides"))
                .path("overrides[0].id");
    }

    /** Asked by the one of the situation room, to be answered by the operator. */
    String swap(Side side) {
        return made(As.person(side.person("SITUATION"))
                        .body(SWAP.formatted(low(side)))
                        .post("/api/v1/rosters/" + newRoster(side) + "/swaps"))
                .path("id");
    }

    /** The operator's. */
    String absence(Side side) {
        return made(As.admin().body(ABSENCE.formatted(low(side))).post("/api/v1/duty/absences"))
                .path("id");
    }

    String contact(Side side, String role) {
        String owner = side.person(role.equals("AUDITOR") ? "OPERATOR" : role);
        String body = "{\"channel\":\"MAIL\",\"address\":\"of%d@mail.invalid\"}".formatted(counter.incrementAndGet());
        return made(As.person(owner).body(body).post("/api/v1/contacts")).path("id");
    }

    /** The secret of a calendar, made anew each time: whoever tries the other rows replaces his own. */
    String feed(Side side) {
        String path =
                made(As.person(side.person("HQ")).post("/api/v1/duty/feed")).path("path");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** A gateway that nobody listens at: its id, or the key of its answers. */
    String gateway(String what) {
        Response gateway = made(As.admin().body(GATEWAY).post("/api/v1/gateways"));
        String value = gateway.path(what);
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Begun by the operator for somebody new; only the operator's own steps change one, so others get the known one. */
    String handOver(Side side, String role, boolean fresh) {
        return fresh && role.equals("OPERATOR")
                ? newHandOver(side)
                : handOvers.computeIfAbsent(side, this::newHandOver);
    }

    private String newHandOver(Side side) {
        String taker = "ac.%s.taker%d".formatted(low(side), counter.incrementAndGet());
        As.create(taker, "OPERATOR", side.institution());
        return made(As.person(side.person("OPERATOR"))
                        .body("{\"to\":\"%s\"}".formatted(taker))
                        .post("/api/v1/hand-overs"))
                .path("id");
    }

    private String newTeam(Side side) {
        return made(As.admin()
                        .body(TEAM.formatted(side.institution(), low(side), side.secret(), counter.incrementAndGet()))
                        .post("/api/v1/teams"))
                .path("id");
    }

    private String newRoster(Side side) {
        return made(As.admin()
                        .body(ROSTER.formatted(low(side), side.secret()))
                        .post("/api/v1/teams/" + team(side, false) + "/rosters"))
                .path("id");
    }

    private static String low(Side side) {
        return side.institution().toLowerCase(Locale.ROOT);
    }

    private static Response made(Response response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        return response;
    }
}

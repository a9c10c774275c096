package io.haetae.access;

import io.haetae.testing.As;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** A crisis of each institution with one of everything, and the ids of all of it. */
@ApplicationScoped
class AccessCrises {

    private final Map<Side, Made> standing = new EnumMap<>(Side.class);
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<String, String> stages = new HashMap<>();
    private Made latest = new Made("", "", Side.OWN);

    /** A crisis, its incident and whose it is. */
    private record Made(String number, String incident, Side side) {}

    /** The number of a crisis: a fresh one when what is asked may change it. */
    String number(Side side, boolean fresh, Supplier<String> incident) {
        if (fresh) {
            latest = make(side, incident.get());
        } else {
            latest = standing.computeIfAbsent(side, one -> make(one, incident.get()));
        }
        return latest.number();
    }

    private static Made make(Side side, String incident) {
        String number = made(As.person(side.person("HQ"))
                        .body("""
                        {"title":"%s 위기","incidents":["%s"]}""".formatted(side.secret(), incident))
                        .post("/api/v1/crises"))
                .path("number");
        made(As.person(side.person("SITUATION")).body("{}").post("/api/v1/crises/" + number + "/reports"));
        return new Made(number, incident, side);
    }

    /** The incident of the crisis named last. */
    String incident() {
        return latest.incident();
    }

    /** A body that stands in the crisis named last, made when it is asked for first. */
    String headquarters() {
        return bodies.computeIfAbsent(latest.number(), number -> made(As.person(
                                latest.side().person("HQ"))
                        .body("""
                        {"kind":"RESPONSE_TEAM","institution":"%s","head":{"name":"%s","position":"국장"}}
                        """.formatted(
                                latest.side().institution(), latest.side().secret()))
                        .post("/api/v1/crises/" + number + "/headquarters"))
                .path("id"));
    }

    /** The post of its head. */
    String post() {
        return As.person(latest.side().person("HQ"))
                .get("/api/v1/crises/" + latest.number() + "/headquarters")
                .path("items[0].posts[0].id");
    }

    /** An urgent decision in the crisis named last; there is none where no stage can be issued. */
    String stage() {
        if (latest.side() == Side.SIBLING) {
            return new UUID(0, 1).toString();
        }
        return stages.computeIfAbsent(
                latest.number(), number -> made(As.person(latest.side().person("HQ"))
                                .body("""
                        {"leadAgency":"%s","stage":"SERIOUS","reason":"x","consultation":{"urgentFirst":true},
                         "decidedBy":{"name":"x","position":"y"}}
                        """.formatted(latest.side().institution()))
                                .post("/api/v1/crises/" + number + "/stages"))
                        .path("id"));
    }

    private static Response made(Response response) {
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        return response;
    }
}

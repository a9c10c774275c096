package io.haetae.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DependencyIT {

    @Inject
    MovableClock clock;

    @Inject
    DependencyService dependencies;

    @Inject
    SystemService systems;

    @BeforeEach
    void a_ministry_with_officers() {
        clock.setTo(MovableClock.START);
        As.institution("DPMOIS", "MINISTRY", null, "DPMOIS");
        As.institution("DPMCST", "MINISTRY", null, "DPMOIS");
        As.create("dp.officer", "OFFICER", "DPMCST");
    }

    private static void systems(String owner, String... codes) {
        for (String code : codes) {
            As.admin()
                    .body("{\"code\":\"" + code + "\",\"name\":{\"ko\":\"" + code + "\",\"en\":\"x\"},\"owner\":\""
                            + owner + "\"}")
                    .post("/api/v1/systems")
                    .then()
                    .statusCode(201);
        }
    }

    private static void on(String code, String on) {
        As.admin()
                .body("[{\"on\":\"" + on + "\",\"type\":\"AUTHENTICATION\"}]")
                .put("/api/v1/systems/" + code + "/dependencies")
                .then()
                .statusCode(200);
    }

    @Test
    void a_failure_spreads_along_the_dependencies_and_ends_in_a_circle() {
        systems("DPMOIS", "DP-GPKI", "DP-SAEOL", "DP-GOV", "DP-ALONE");
        on("DP-SAEOL", "DP-GPKI");
        on("DP-GOV", "DP-SAEOL");
        on("DP-GPKI", "DP-GOV");
        As.admin()
                .get("/api/v1/systems/DP-GPKI/dependencies")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("items.on", contains("DP-GOV"))
                .body("dependents.code", contains("DP-SAEOL", "DP-GOV"))
                .body("dependents.depth", contains(1, 2))
                .body("affectedSystems", equalTo(2));
        UUID gpki = systems.find("DP-GPKI").orElseThrow().id();
        UUID alone = systems.find("DP-ALONE").orElseThrow().id();
        assertThat(dependencies.affectedCounts(List.of(gpki, alone)))
                .containsOnlyKeys(gpki)
                .containsValue(2);
        assertThat(dependencies.dependents(List.of(gpki, alone)))
                .extracting(Dependent::code)
                .containsExactly("DP-SAEOL", "DP-GOV");
    }

    @Test
    void what_is_lost_with_a_room_comes_back_dependency_first_and_so_does_what_it_reaches() {
        As.admin().body("""
                        {"code":"DP-DC","name":{"ko":"센터","en":"Centre"},"kind":"OWN","host":"DPMOIS","region":"대전",
                         "rooms":["R1","R2"]}""").post("/api/v1/sites").then().statusCode(201);
        placed("DP-L-AUTH", "R1");
        placed("DP-L-NET", "R1");
        placed("DP-L-OTHER", "R2");
        systems("DPMOIS", "DP-L-PORTAL");
        on("DP-L-AUTH", "DP-L-NET");
        on("DP-L-PORTAL", "DP-L-AUTH");
        As.person("dp.officer")
                .get("/api/v1/sites/DP-DC/impact?room=R1")
                .then()
                .statusCode(200)
                .body("lost", equalTo(2))
                .body("reached", equalTo(1))
                .body("order.code", contains("DP-L-NET", "DP-L-AUTH", "DP-L-PORTAL"))
                .body("order.distance", contains(0, 0, 1))
                .body("order.round", contains(1, 2, 3))
                .body("order[1].after", contains("DP-L-NET"));
        As.person("dp.officer").get("/api/v1/sites/DP-DC/impact").then().body("lost", equalTo(3));
        As.person("dp.officer").get("/api/v1/sites/DP-DC/impact?room=R9").then().statusCode(404);
        As.admin()
                .get("/api/v1/systems/DP-L-NET/impact")
                .then()
                .statusCode(200)
                .body("lost", equalTo(1))
                .body("order.code", contains("DP-L-NET", "DP-L-AUTH", "DP-L-PORTAL"));
        String near = page("/systems/DP-L-NET/impact");
        assertThat(near.substring(near.indexOf("<svg"), near.indexOf("</svg>")))
                .contains("DP-L-AUTH")
                .doesNotContain("DP-L-PORTAL");
        String far = page("/systems/DP-L-NET/impact?hops=2");
        assertThat(far.substring(far.indexOf("<svg"), far.indexOf("</svg>"))).contains("DP-L-PORTAL");
        assertThat(page("/sites/DP-DC/impact?room=R1")).contains("DP-L-PORTAL").doesNotContain("<svg");
    }

    private static String page(String path) {
        return As.admin()
                .accept("text/html")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static void placed(String code, String room) {
        As.admin()
                .body("""
                        {"code":"%1$s","name":{"ko":"%1$s","en":"x"},"owner":"DPMOIS","site":"DP-DC","room":"%2$s"}
                        """.formatted(code, room))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    @Test
    void wrong_dependencies_are_refused_with_every_row_named() {
        systems("DPMOIS", "DP-A", "DP-B");
        As.admin()
                .body("[{\"on\":\"DP-A\",\"type\":\"DATA\"},{\"on\":\"DP-NONE\",\"type\":\"DATA\"},"
                        + "{\"on\":\"DP-B\",\"type\":\"DATA\"},{\"on\":\"DP-B\",\"type\":\"DATA\"}]")
                .put("/api/v1/systems/DP-A/dependencies")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/0/on", "/1/on", "/3"))
                .body("errors.code", contains("itself", "unknown-system", "duplicate"));
        As.admin()
                .body("[{\"type\":\"DATA\"}]")
                .put("/api/v1/systems/DP-A/dependencies")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/0/on"));
        As.admin().get("/api/v1/systems/DP-A/dependencies").then().body("items", equalTo(List.of()));
    }

    @Test
    void a_stale_edit_is_refused_when_the_caller_says_what_was_edited() {
        systems("DPMOIS", "DP-STALE", "DP-STALE2");
        on("DP-STALE", "DP-STALE2");
        As.admin()
                .header("If-Match", "\"1\"")
                .body("[]")
                .put("/api/v1/systems/DP-STALE/dependencies")
                .then()
                .statusCode(412);
        As.admin()
                .header("If-Match", "\"2\"")
                .body("[]")
                .put("/api/v1/systems/DP-STALE/dependencies")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"");
        As.admin()
                .get("/api/v1/audit?subject=DP-STALE")
                .then()
                .body("items.action", hasItem("register.dependencies-changed"));
    }

    @Test
    void dependencies_of_the_past_are_answered_as_of_then() {
        systems("DPMOIS", "DP-OLD", "DP-OLD1", "DP-OLD2");
        on("DP-OLD", "DP-OLD1");
        Instant first = clock.instant();
        clock.advance(Duration.ofHours(1));
        on("DP-OLD", "DP-OLD2");
        As.admin()
                .queryParam("asOf", first.toString())
                .get("/api/v1/systems/DP-OLD/dependencies")
                .then()
                .body("items.on", contains("DP-OLD1"));
        As.admin().get("/api/v1/systems/DP-OLD/dependencies").then().body("items.on", contains("DP-OLD2"));
    }

    @Test
    void an_officer_says_what_own_systems_depend_on_even_on_foreign_ones() {
        systems("DPMCST", "DP-MINE");
        systems("DPMOIS", "DP-SHARED");
        As.person("dp.officer")
                .body("[{\"on\":\"DP-SHARED\",\"type\":\"AUTHENTICATION\"}]")
                .put("/api/v1/systems/DP-MINE/dependencies")
                .then()
                .statusCode(200)
                .body("items[0].name.ko", equalTo("DP-SHARED"));
        As.person("dp.officer")
                .body("[]")
                .put("/api/v1/systems/DP-SHARED/dependencies")
                .then()
                .statusCode(404);
    }
}

package io.haetae.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticeIT {

    private static final String NOTICES = "/api/v1/notices";

    @Inject
    MovableClock clock;

    private static final AtomicInteger NEXT = new AtomicInteger();

    private String system = "";
    private String portal = "";
    private String incident = "";
    private String activation = "";

    @BeforeEach
    void a_failure_with_continuity_at_work() {
        clock.setTo(Instant.parse("2026-11-23T05:00:00Z"));
        World.build();
        As.create("hq2.mois", "HQ", "MOIS");
        As.create("sup.mohw", "SUPPORT", "MOHW");
        int n = NEXT.incrementAndGet();
        system = "NT-CIVIL" + n;
        portal = "Using Civil portal " + n + ".";
        As.admin().body("""
                        {"code":"NT-CIVIL%d","name":{"ko":"민원포털 %d.","en":"Civil portal %d."},"owner":"MOIS","operator":"NIRS",
                         "audience":"CITIZEN","major":false,"publicText":{"ko":"점검 중입니다.","en":"Being mended."},
                         "services":[{"code":"CERT","name":{"ko":"발급","en":"Issue"},"emergency":false,
                           "substitutes":[{"name":{"ko":"주민센터 방문","en":"Visit a centre"},"kind":"COUNTER",
                             "contact":"110"},{"name":{"ko":"새올 창구","en":"Saeol desk"},"kind":"COUNTER",
                             "dependsOn":["NT-BASE"]}]}]}
                        """.formatted(n, n, n)).post("/api/v1/systems");
        As.admin().body("""
                        {"code":"NT-BASE","name":{"ko":"기반","en":"Base"},"owner":"MOIS","operator":"NIRS",
                         "audience":"INTERNAL","major":false}
                        """).post("/api/v1/systems");
        incident = incident(system, false);
        activation = activate(incident);
    }

    private String incident(String system, boolean exercise) {
        return As.person("op.nirs")
                .body(Map.of(
                        "kind", "FAILURE",
                        "title", "접속 불가",
                        "occurredAt", "2026-11-23T10:00:00+09:00",
                        "declaredGrade", 2,
                        "reason", "다수 이용",
                        "exercise", exercise,
                        "systems", List.of(Map.of("code", system, "service", "STOPPED"))))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private String activate(String incident) {
        return As.person("op.nirs")
                .body(Map.of("system", system, "incident", incident))
                .post("/api/v1/continuity/activations")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void notices_and_activations_are_listed_page_by_page_to_the_last() {
        List<String> drafted = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            drafted.add(As.person("cio.mois")
                    .body(Map.of("activation", activation))
                    .post(NOTICES)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id"));
        }
        List<String> read = new ArrayList<>();
        String next = NOTICES + "?limit=1&activation=" + activation;
        while (next != null) {
            Response page = As.person("cio.mois").get(next);
            read.addAll(page.path("items.id"));
            String cursor = page.path("next");
            next = cursor == null ? null : NOTICES + "?limit=1&activation=" + activation + "&cursor=" + cursor;
        }
        assertThat(read).containsExactlyInAnyOrderElementsOf(drafted);

        activate(incident(system, false));
        String open = "/api/v1/continuity/activations?limit=1";
        Response first = As.person("op.nirs").get(open);
        first.then().statusCode(200).header("Link", containsString("rel=\"next\""));
        List<String> newest = first.path("items.id");
        As.person("op.nirs")
                .get(open + "&cursor=" + first.path("next"))
                .then()
                .statusCode(200)
                .body("items.id", not(equalTo(newest)));
        As.person("op.nirs").get(open + "&cursor=x").then().statusCode(400);
    }

    @Test
    void a_notice_is_drafted_from_the_plan_approved_by_another_published_and_withdrawn() {
        incident("NT-BASE", false);
        String id = As.person("cio.mois")
                .body(Map.of("activation", activation))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .body("title.en", equalTo(portal))
                .body("body.ko", containsString("주민센터 방문 110"))
                .body("body.ko", not(containsString("새올 창구")))
                .body("body.en", containsString("행정절차법 제16조"))
                .extract()
                .path("id");
        publish("op.nirs", id).then().statusCode(409);
        approve("cio.mois", id).then().statusCode(403);
        approve("op.nirs", id).then().statusCode(403);
        approve("hq.mois", id).then().statusCode(200).body("state", equalTo("APPROVED"));
        assertThat(summary()).doesNotContain(portal);
        As.person("op.nirs")
                .body(Map.of("title", Map.of("ko", "가", "en", "a"), "body", Map.of("ko", "가", "en", "a")))
                .put(NOTICES + "/" + id + "/text")
                .then()
                .statusCode(409);
        publish("op.nirs", id).then().statusCode(200).body("state", equalTo("PUBLISHED"));
        // the public has been told: the incident's clocks know
        As.person("op.nirs")
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("clocks.findAll { it.kind == 'PUBLIC_NOTICE' }.state", equalTo(List.of("MET")))
                .body("clocks.find { it.kind == 'PUBLIC_NOTICE' }.metAt", equalTo("2026-11-23T14:00:00+09:00"))
                .body("clocks.find { it.kind == 'PUBLIC_NOTICE' }.metBy", equalTo("op.nirs"));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + incident + "/timeline")
                .then()
                .body("items.find { it.kind == 'PUBLIC_TOLD' }.text.en", containsString(portal));

        assertThat(summary()).contains(portal).contains("\"status\":\"identified\"");
        assertThat(page("ko"))
                .contains(portal.replace("Using Civil portal", "민원포털") + " 이용 안내")
                .doesNotContain("바뀐 기한");
        assertThat(As.nobody().accept("*/*").get("/status/feed.atom?lang=en").asString())
                .contains("urn:uuid:" + id)
                .contains(portal);

        clock.advance(Duration.ofHours(2));
        As.person("op.nirs")
                .body(Map.of("recoveredAt", "2026-11-23T15:30:00+09:00", "level", "FULL", "verifiedBy", "김"))
                .put("/api/v1/incidents/" + incident + "/systems/" + system + "/recovery")
                .then()
                .statusCode(200);
        assertThat(page("ko")).contains("바뀐 기한").contains("2026-11-24");

        As.person("op.nirs")
                .body(Map.of("reason", "복구되어 철회"))
                .put(NOTICES + "/" + id + "/withdrawal")
                .then()
                .statusCode(200);
        assertThat(summary()).doesNotContain(portal);
        assertThat(page("en")).doesNotContain(portal);
    }

    @Test
    void what_few_may_know_shows_only_when_it_was_approved_in_that_knowledge() {
        String id = published();
        assertThat(page("ko")).contains("비밀 아님 " + system);
        As.person("op.nirs")
                .body(Map.of("visibility", "NEED_TO_KNOW"))
                .put("/api/v1/incidents/" + incident + "/facts")
                .then()
                .statusCode(200);
        assertThat(page("ko")).doesNotContain("비밀 아님 " + system);
        assertThat(summary()).doesNotContain("Not secret " + system);

        approve("hq.mois", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("restricted", equalTo(true))
                .body("approvedKnowing", equalTo(true));
        assertThat(page("ko")).contains("비밀 아님 " + system);
        assertThat(summary()).contains("Not secret " + system);
        As.person("sup.mohw").get(NOTICES + "/" + id).then().statusCode(404);
        As.person("sup.mohw").get(NOTICES).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void a_notice_of_an_exercise_never_shows_outside() {
        incident = incident(system, true);
        activation = activate(incident);
        published();

        assertThat(page("ko")).doesNotContain("비밀 아님 " + system);
        assertThat(summary()).doesNotContain("Not secret " + system);
    }

    private String published() {
        String id = As.person("op.nirs")
                .body(Map.of(
                        "activation",
                        activation,
                        "title",
                        Map.of("ko", "비밀 아님 " + system, "en", "Not secret " + system),
                        "body",
                        Map.of("ko", "안내", "en", "Guidance")))
                .post(NOTICES)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approve("hq2.mois", id).then().statusCode(200);
        publish("op.nirs", id).then().statusCode(200);
        return id;
    }

    private static Response approve(String who, String id) {
        return As.person(who).body("{}").put(NOTICES + "/" + id + "/approval");
    }

    private static Response publish(String who, String id) {
        return As.person(who).body("{}").put(NOTICES + "/" + id + "/publication");
    }

    private static String summary() {
        return As.nobody().get("/status/api/v2/summary.json?lang=en").asString();
    }

    private static String page(String language) {
        return As.nobody().accept("text/html").get("/status?lang=" + language).asString();
    }
}

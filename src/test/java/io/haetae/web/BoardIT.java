package io.haetae.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.duty.CallOutDriver;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board of a control room while much is broken, and while little is. */
@QuarkusTest
class BoardIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final int MANY = 60;

    @Inject
    MovableClock clock;

    @Inject
    CallOutDriver callOuts;

    private String code;
    private String operator;

    @BeforeEach
    void a_ministry_of_its_own() {
        clock.setTo(MovableClock.START.plus(Duration.ofDays(30L + NUMBER.get())));
        code = "BD" + NUMBER.incrementAndGet();
        operator = "op." + code.toLowerCase(Locale.ROOT);
        As.institution(code, "MINISTRY", null, code);
        As.create(operator, "OPERATOR", code);
        As.admin().body("""
                        {"code":"%1$s-DC","name":{"ko":"%1$s 센터","en":"Centre %1$s"},"kind":"OWN","host":"%1$s","region":"대전",
                         "rooms":[]}""".formatted(code)).post("/api/v1/sites").then().statusCode(201);
        system("A");
    }

    @Test
    void few_incidents_stand_as_cards_and_can_be_grouped_on_request() {
        String number = incident("A", "STOPPED", false);
        assertThat(page("/")).contains("h-incident", "id=\"i-" + number + "\"").doesNotContain("h-groups");
        String grouped = page("/?group=SITE");
        assertThat(grouped)
                .contains("h-groups", code + " 센터", "id=\"g-" + code + "-DC\"", number)
                .doesNotContain("class=\"h-incident");
        assertThat(page("/?group=INSTITUTION")).contains(code + " 기관");
        assertThat(page("/?group=CRISIS")).contains("위기상황에 속하지 않음");
        assertThat(page("/?group=CAUSE")).contains("확인된 원인 없음");
        assertThat(page("/?group=SITE&open=")).doesNotContain("/incidents/" + number + "/acknowledgement");
        As.person(operator).accept("text/html").get("/?group=MOON").then().statusCode(422);
    }

    @Test
    void many_incidents_are_grouped_by_themselves_with_few_rows_and_as_many_statements_as_few_incidents() {
        incident("A", "STOPPED", false);
        List<String> paths = new ArrayList<>(List.of("/", "/wall", "/storm", "/wall?group=SITE"));
        for (Grouping grouping : Grouping.values()) {
            paths.add("/?group=" + grouping);
        }
        Map<String, Integer> few = new TreeMap<>();
        paths.forEach(path -> few.put(path, Statements.of(() -> page(path))));
        for (int i = 0; i < MANY; i++) {
            system("M" + i);
            incident("M" + i, "DEGRADED", false);
        }
        Map<String, Integer> many = new TreeMap<>();
        paths.forEach(path -> many.put(path, Statements.of(() -> page(path))));

        // a storm runs now: its page asks about its alerts, whatever their number
        few.remove("/storm");
        int storm = Objects.requireNonNull(many.remove("/storm"));
        assertThat(storm).isBetween(5, 15);
        assertThat(few.values()).allSatisfy(count -> assertThat(count).isBetween(4, 15));
        // without a wish many are grouped and few are not: those two differ by what the grouping asks for
        assertThat(many.remove("/")).isEqualTo(many.get("/?group=GRADE"));
        few.remove("/");
        many.remove("/wall");
        few.remove("/wall");
        assertThat(many).isEqualTo(few);

        String board = page("/");
        assertThat(rows(board)).isLessThan(40);
        assertThat(board).contains("장애 폭주: " + (MANY + 1) + "건", "/storm", "건 더 보기");
        assertThat(rows(page("/?group=SITE&in=" + code + "-DC"))).isBetween(50, 60);
        assertThat(page("/?group=SITE&in=" + code + "-DC&from=50"))
                .contains("장애 M")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void figures_are_of_what_is_real_whatever_is_filtered_and_exercises_stand_apart() {
        incident("A", "STOPPED", false);
        system("X");
        incident("X", "STOPPED", true);
        String board = page("/?group=SITE&grade=4");
        assertThat(board).contains("data-key=\"0\"", "이 장애등급의 장애가 없습니다").doesNotContain("id=\"g-");
        assertThat(board).contains("<h2 id=\"open\">진행 중 <span class=\"h-num\">1</span>");
        assertThat(page("/?group=SITE")).contains("id=\"g-exercise\"");
    }

    @Test
    void the_wall_has_neither_menu_nor_names_and_tells_of_exercises() {
        incident("A", "STOPPED", false);
        system("X");
        incident("X", "STOPPED", true);
        String wall = page("/wall");
        assertThat(wall)
                .contains("class=\"h-wall\"", "장애 A", "훈련 1건 진행 중", "http-equiv=\"refresh\"", "sse-connect=\"/live\"")
                .doesNotContain("h-menu", operator, "<form", "<a ");
        assertThat(page("/wall?group=SITE")).contains("<table class=\"h-groups\">", code + " 센터");
    }

    @Test
    void the_summary_of_a_storm_tells_what_came_first_what_is_late_and_who_was_told_by_summary() {
        String key = As.admin()
                .body(Map.of(
                        "source",
                        "storm-" + code.toLowerCase(Locale.ROOT),
                        "adapter",
                        "alertmanager",
                        "institution",
                        code))
                .post("/api/v1/intake/keys")
                .path("path");
        List<String> alerts = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            system("S" + i);
            alerts.add("""
                    {"status":"firing","labels":{"alertname":"Down","severity":"critical","system":"%s-S%d"},
                     "annotations":{"summary":"응답 없음"},"startsAt":"%s","fingerprint":"s%d"}""".formatted(code, i, clock.instant(), i));
        }
        As.nobody()
                .body("{\"version\":\"4\",\"alerts\":[" + String.join(",", alerts) + "]}")
                .post(key)
                .then()
                .statusCode(200);
        callOuts.run();
        clock.advance(Duration.ofMinutes(20));
        String storm = page("/storm");
        assertThat(storm).contains("시스템별 첫 알람", code + "-S0", "기한이 지난 장애", "수신 25회");
        assertThat(storm).contains("<dt>알람이 온 시스템</dt><dd>25</dd>");
        assertThat(page("/storm?since=2027-12-31T00:00")).contains("잇따라 발생한 장애가 없습니다");
        As.person(operator)
                .accept("text/html")
                .get("/storm?since=gestern")
                .then()
                .statusCode(422);
    }

    private void system(String suffix) {
        As.admin()
                .body("""
                        {"code":"%1$s-%2$s","name":{"ko":"%2$s","en":"%2$s"},"owner":"%1$s","operator":"%1$s","site":"%1$s-DC",
                         "audience":"CITIZEN","zone":"INTERNET","dataClass":"OPEN","major":false}
                        """.formatted(code, suffix))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private String incident(String suffix, String service, boolean exercise) {
        return As.person(operator)
                .body("""
                        {"kind":"FAILURE","title":"장애 %2$s","exercise":%4$s,
                         "systems":[{"code":"%1$s-%2$s","service":"%3$s","people":{"count":500000,"basis":"ESTIMATED"}}]}
                        """.formatted(code, suffix, service, exercise))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private String page(String path) {
        return As.person(operator)
                .accept("text/html")
                .cookie("haetae_language", "ko")
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static int rows(String page) {
        return page.split(" data-row", -1).length - 1;
    }
}

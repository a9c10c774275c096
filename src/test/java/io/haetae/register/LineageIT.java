package io.haetae.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of systems, and the register as of any time while it is put right. */
@QuarkusTest
class LineageIT {

    @Inject
    MovableClock clock;

    @Inject
    ConfirmedGradeService grades;

    @BeforeEach
    void two_ministries() {
        clock.setTo(MovableClock.START);
        As.institution("LNMOIS", "MINISTRY", null, "LNMOIS");
        As.institution("LNPOST", "AGENCY", "LNMOIS", "LNMOIS");
        As.institution("LNELSE", "MINISTRY", null, "LNMOIS");
        As.create("ln.officer", "OFFICER", "LNMOIS");
        As.create("ln.stranger", "OFFICER", "LNELSE");
        As.create("ln.operator", "OPERATOR", "LNMOIS");
    }

    private static void system(String code, String owner) {
        As.admin()
                .body(
                        "{\"code\":\"%s\",\"name\":{\"ko\":\"%s\",\"en\":\"%s\"},\"owner\":\"%s\",\"audience\":\"CITIZEN\"}"
                                .formatted(code, code, code, owner))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    private static Response succeed(String who, String kind, List<String> former, List<String> latter) {
        String names = latter.stream().map(LineageIT::latter).collect(Collectors.joining(","));
        return As.person(who)
                .body(
                        "{\"kind\":\"%s\",\"former\":[%s],\"latter\":[%s],\"reason\":\"대장 정비\",\"document\":\"디지털-2025-1\"}"
                                .formatted(
                                        kind,
                                        former.stream().map(LineageIT::quoted).collect(Collectors.joining(",")),
                                        names))
                .post("/api/v1/systems/successions");
    }

    /** A code alone, or a new system under {@code +CODE}. */
    private static String latter(String code) {
        String bare = code.replace("+", "");
        return code.startsWith("+")
                ? "{\"code\":\"%s\",\"name\":{\"ko\":\"%s\",\"en\":\"%s\"}}".formatted(bare, bare, bare)
                : "{\"code\":\"%s\"}".formatted(bare);
    }

    private static String quoted(String text) {
        return "\"" + text + "\"";
    }

    @Test
    void a_split_system_leaves_the_list_and_its_code_leads_to_its_parts() {
        system("LN-POSTAL", "LNPOST");
        system("LN-USER", "LNMOIS");
        As.admin()
                .body("[{\"on\":\"LN-POSTAL\",\"type\":\"DATA\"}]")
                .put("/api/v1/systems/LN-USER/dependencies")
                .then()
                .statusCode(200);
        grades.confirmAll(Map.of("LN-POSTAL", 1), clock.instant());
        clock.advance(Duration.ofDays(1));
        succeed("ln.officer", "SPLIT", List.of("LN-POSTAL"), List.of("+LN-BANK", "+LN-INSURANCE"))
                .then()
                .statusCode(201)
                .body("kind", equalTo("SPLIT"))
                .body("former.code", contains("LN-POSTAL"))
                .body("latter.code", contains("LN-BANK", "LN-INSURANCE"))
                .body("latter.systemGrade", contains(1, 1))
                .body("recordedBy", equalTo("ln.officer"));
        As.admin()
                .get("/api/v1/systems?owner=LNPOST&limit=200")
                .then()
                .body("items.code", contains("LN-BANK", "LN-INSURANCE"));
        As.admin()
                .get("/api/v1/systems/LN-POSTAL")
                .then()
                .body("endedAs", equalTo("SPLIT"))
                .body("endedAt", notNullValue());
        As.admin()
                .get("/api/v1/systems/LN-BANK")
                .then()
                .body("owner", equalTo("LNPOST"))
                .body("audience", equalTo("CITIZEN"));
        As.admin()
                .get("/api/v1/systems/LN-USER/dependencies")
                .then()
                .body("items.on", containsInAnyOrder("LN-BANK", "LN-INSURANCE"));
        As.admin()
                .get("/api/v1/systems/LN-BANK/lineage")
                .then()
                .body("successions.former.code.flatten()", contains("LN-POSTAL"))
                .body("successions[0].document", equalTo("디지털-2025-1"));
        As.person("ln.operator")
                .body("{\"kind\":\"FAILURE\",\"title\":\"옛 코드\",\"systems\":[{\"code\":\"LN-POSTAL\"}]}")
                .post("/api/v1/incidents")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/systems/0/code"))
                .body("errors[0].detail", containsString("LN-BANK, LN-INSURANCE"));
    }

    @Test
    void the_lineage_reaches_over_several_successions_both_ways() {
        List.of("LN-A", "LN-B", "LN-C").forEach(code -> system(code, "LNMOIS"));
        succeed("admin", "MERGE", List.of("LN-A", "LN-B"), List.of("LN-C"))
                .then()
                .statusCode(201);
        clock.advance(Duration.ofMinutes(1));
        succeed("admin", "SPLIT", List.of("LN-C"), List.of("+LN-D", "+LN-E"))
                .then()
                .statusCode(201);
        clock.advance(Duration.ofMinutes(1));
        succeed("admin", "RETIREMENT", List.of("LN-E"), List.of()).then().statusCode(201);
        As.admin()
                .get("/api/v1/systems/LN-A/lineage")
                .then()
                .body("successions.kind", contains("RETIREMENT", "SPLIT", "MERGE"));
        As.admin().get("/api/v1/systems/LN-D/lineage").then().body("successions.kind", contains("SPLIT", "MERGE"));
    }

    @Test
    void what_does_not_fit_is_refused_whole_and_told_by_field() {
        List.of("LN-F", "LN-G", "LN-H").forEach(code -> system(code, "LNMOIS"));
        succeed("admin", "SPLIT", List.of("LN-F"), List.of("+LN-F1"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/latter"));
        succeed("admin", "MERGE", List.of("LN-F", "LN-F", "LN-NONE"), List.of("LN-G"))
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/former/1", "/former/2"));
        succeed("admin", "MERGE", List.of("LN-F"), List.of("+LN-G"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/latter/0/code"));
        succeed("ln.stranger", "RETIREMENT", List.of("LN-F"), List.of()).then().statusCode(422);
        succeed("ln.operator", "RETIREMENT", List.of("LN-F"), List.of()).then().statusCode(403);
        As.admin().get("/api/v1/systems/LN-F").then().body("endedAt", nullValue());
        succeed("admin", "RETIREMENT", List.of("LN-H"), List.of()).then().statusCode(201);
        succeed("admin", "RETIREMENT", List.of("LN-H"), List.of())
                .then()
                .statusCode(409)
                .body("code", equalTo("register.ended"));
        As.admin()
                .header("If-Match", "\"2\"")
                .body("{\"code\":\"LN-H\",\"name\":{\"ko\":\"x\",\"en\":\"x\"},\"owner\":\"LNMOIS\"}")
                .put("/api/v1/systems/LN-H")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("ended-system"));
    }

    @Test
    void a_system_is_known_under_other_codes_too_each_of_which_means_one_thing() {
        system("LN-ONE", "LNMOIS");
        system("LN-TWO", "LNMOIS");
        alias("LN-ONE", "LN-OLDNAME").then().statusCode(201).body("aliases", contains("LN-OLDNAME"));
        alias("LN-TWO", "LN-OLDNAME").then().statusCode(409);
        alias("LN-TWO", "LN-ONE").then().statusCode(409);
        As.person("ln.operator")
                .body("{\"kind\":\"FAILURE\",\"title\":\"다른 코드\",\"systems\":[{\"code\":\"LN-OLDNAME\"}]}")
                .post("/api/v1/incidents")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("LN-ONE"));
    }

    private static Response alias(String code, String other) {
        return As.admin().body("{\"code\":\"%s\"}".formatted(other)).post("/api/v1/systems/" + code + "/aliases");
    }

    /** 30 September 2025: 647 systems. 9 October: 709, because some were several and others one (see the README). */
    @Test
    void both_counts_of_2025_are_answered_after_the_corrections() {
        clock.setTo(Instant.parse("2025-09-26T10:00:00Z"));
        As.institution("LNNIRS", "AGENCY", null, "LNNIRS");
        bring("L25", Map.of(1, 38, 2, 86, 3, 294, 4, 229));
        clock.setTo(Instant.parse("2025-10-09T00:00:00Z"));
        succeed("admin", "SPLIT", List.of("L25-1-0"), List.of("+L25-POST-1", "+L25-POST-2", "+L25-POST-3"));
        succeed("admin", "SPLIT", List.of("L25-2-0"), List.of("+L25-MAIL-1", "+L25-MAIL-2"));
        succeed("admin", "MERGE", codes("L25-2-", 1, 20), List.of("+L25-ONNARA-2"));
        succeed("admin", "MERGE", codes("L25-3-", 0, 34), List.of("+L25-ONNARA-3"));
        bring("L25NEW", Map.of(4, 111));
        assertThat(counts("2025-09-30T10:00:00%2B09:00")).isEqualTo(Map.of(1, 38, 2, 86, 3, 294, 4, 229));
        assertThat(counts("2025-10-09T12:00:00%2B09:00")).isEqualTo(Map.of(1, 40, 2, 68, 3, 261, 4, 340));
        As.admin()
                .urlEncodingEnabled(false)
                .get(
                        "/api/v1/systems/changes?from=2025-09-30T10:00:00%2B09:00&to=2025-10-09T12:00:00%2B09:00&limit=200")
                .then()
                .statusCode(200)
                .body("items.findAll { it.endedAs == 'SPLIT' }.code", contains("L25-1-0", "L25-2-0"))
                .body("items.findAll { it.endedAs == 'MERGE' }", hasSize(54))
                .body("items.findAll { it.what == 'ADDED' }.code", hasItem("L25-POST-1"))
                .body("next", nullValue());
        As.person("ln.stranger")
                .urlEncodingEnabled(false)
                .get("/api/v1/systems/changes?from=2025-09-30T10:00:00%2B09:00&limit=200")
                .then()
                .body("items.code", not(hasItem("L25-1-0")));
        As.admin()
                .urlEncodingEnabled(false)
                .get("/api/v1/systems/changes?from=2025-10-09T12:00:00%2B09:00&to=2025-09-30T10:00:00%2B09:00")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/to"));
        As.admin().get("/api/v1/systems/changes").then().statusCode(422).body("errors.pointer", contains("/from"));
    }

    /** So many systems of each grade, brought in and confirmed. */
    private void bring(String prefix, Map<Integer, Integer> wanted) {
        StringBuilder csv = new StringBuilder("code,name.ko,name.en,owner\n");
        Map<String, Integer> confirmed = new HashMap<>();
        wanted.forEach((grade, n) -> codes(prefix + "-" + grade + "-", 0, n).forEach(code -> {
            csv.append(code).append(",정보시스템,System,LNNIRS\n");
            confirmed.put(code, grade);
        }));
        As.admin()
                .contentType("text/csv")
                .body(csv.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200)
                .body("counts.CREATED", equalTo(confirmed.size()));
        grades.confirmAll(confirmed, clock.instant());
    }

    private static List<String> codes(String prefix, int from, int n) {
        return IntStream.range(from, from + n).mapToObj(i -> prefix + i).toList();
    }

    private static Map<Integer, Integer> counts(String asOf) {
        Map<Integer, Integer> counts = new HashMap<>();
        String next = "";
        while (next != null) {
            Response page = As.admin()
                    .urlEncodingEnabled(false)
                    .get("/api/v1/systems?owner=LNNIRS&limit=200&asOf=" + asOf + next);
            page.then().statusCode(200);
            page.<List<Integer>>path("items.systemGrade").forEach(grade -> counts.merge(grade, 1, Integer::sum));
            String cursor = page.path("next");
            next = cursor == null ? null : "&cursor=" + cursor;
        }
        return counts;
    }

    @Test
    void the_pages_show_the_lineage_and_keep_what_was_entered() {
        system("LN-PAGE", "LNMOIS");
        page().formParam("kind", "SPLIT")
                .formParam("latter.0.code", "LN-PAGE1")
                .formParam("latter.0.name.ko", "가")
                .formParam("latter.0.name.en", "A")
                .formParam("reason", "둘이었다")
                .post("/systems/LN-PAGE/lineage")
                .then()
                .statusCode(422)
                .body(containsString("LN-PAGE1"))
                .body(containsString("둘이었다"));
        page().formParam("kind", "RETIREMENT")
                .formParam("reason", "쓰지 않는다")
                .post("/systems/LN-PAGE/lineage")
                .then()
                .statusCode(303);
        page().get("/systems/LN-PAGE").then().statusCode(200).body(containsString("This system has ended"));
        page().get("/systems/changes").then().statusCode(200).body(containsString("Systems that differ"));
        As.admin()
                .get("/api/v1/systems/LN-PAGE/lineage")
                .then()
                .body("aliases", empty())
                .body("successions[0].reason", equalTo("쓰지 않는다"));
    }

    private static RequestSpecification page() {
        return As.person("ln.officer")
                .accept("text/html")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .redirects()
                .follow(false);
    }
}

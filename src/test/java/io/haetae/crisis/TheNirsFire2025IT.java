package io.haetae.crisis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * 26 September to 30 December 2025: the fire at the national data centre in Daejeon, told by the interface while the clock
 * moves. What was published, with its source, stands in {@code replay/nirs-2025-events.csv} and
 * {@code replay/nirs-2025-recovery.csv}.
 */
@QuarkusTest
class TheNirsFire2025IT {

    /**
     * Restored by grade at each published row. Where a row publishes a grade this is its figure; where it does not, the
     * split is our own and only its sum is published.
     */
    private static final Map<String, int[]> RESTORED = Map.ofEntries(
            at("2025-09-28T22:00+09:00", 8, 5, 10, 7),
            at("2025-09-29T00:00+09:00", 10, 6, 13, 10),
            at("2025-09-29T07:00+09:00", 12, 7, 15, 11),
            at("2025-09-29T22:00+09:00", 20, 13, 28, 20),
            at("2025-09-30T10:00+09:00", 20, 14, 31, 22),
            at("2025-09-30T17:00+09:00", 20, 15, 33, 24),
            at("2025-10-01T14:00+09:00", 21, 16, 38, 26),
            at("2025-10-02T12:00+09:00", 21, 18, 44, 29),
            at("2025-10-09T12:00+09:00", 25, 24, 80, 64),
            at("2025-10-10T00:00+09:00", 30, 26, 88, 70),
            at("2025-10-15T18:00+09:00", 31, 38, 132, 122),
            at("2025-10-16T18:00+09:00", 31, 40, 135, 126),
            at("2025-10-17T12:00+09:00", 31, 41, 138, 130),
            at("2025-10-24T12:00+09:00", 34, 52, 183, 212),
            at("2025-10-25T21:00+09:00", 34, 54, 196, 230),
            at("2025-10-31T07:00+09:00", 40, 62, 231, 296),
            at("2025-10-31T12:00+09:00", 40, 63, 234, 303),
            at("2025-11-06T06:00+09:00", 40, 65, 246, 325),
            at("2025-11-18T14:00+09:00", 40, 67, 255, 334),
            at("2025-12-30T09:30+09:00", 40, 68, 261, 340));

    @Inject
    MovableClock clock;

    @Inject
    CrisisSweep sweep;

    @Inject
    NirsFireRegister register;

    private String incident = "";
    private String crisis = "";

    private static Map.Entry<String, int[]> at(String asOf, int... restored) {
        return Map.entry(asOf, restored);
    }

    @AfterEach
    void back_to_now() {
        clock.setTo(MovableClock.START);
    }

    @Test
    void the_crisis_of_2025_from_the_fire_to_the_last_system() throws IOException {
        theRegisterBeforeTheFire();
        theFire();
        stagesOfTheFirstNight();
        headquartersOfTheFirstMorning();
        standingWasAtItsTimes();
        List<Map<String, String>> rows = published();
        assertThat(rows).hasSize(20);
        rows.forEach(this::upTo);
        everyPublishedRowComesOut(rows);
        steppingDownSinglyAndHeadquartersApart();
        theCrisisIsClosed();
    }

    private void theRegisterBeforeTheFire() {
        time("2025-09-01T09:00+09:00");
        As.institution("MOIS", "MINISTRY", null, "MOIS");
        As.institution("NIRS", "AGENCY", "MOIS", "MOIS");
        As.institution("MCST", "MINISTRY", null, "MOIS");
        As.institution("MSIT", "MINISTRY", null, "MOIS");
        As.create("n25.duty", "OPERATOR", "NIRS");
        As.create("n25.room", "SITUATION", "MOIS");
        As.create("n25.hq", "HQ", "MOIS");
        As.create("n25.hq.mcst", "HQ", "MCST");
        As.create("n25.hq.msit", "HQ", "MSIT");
        As.admin().body("""
                        {"code":"N25-DAEJEON","name":{"ko":"국가정보자원관리원 대전센터","en":"NIRS Daejeon"},"kind":"NIRS",
                         "host":"NIRS","region":"대전","rooms":["5F-7-1","5F-7"]}
                        """).post("/api/v1/sites").then().statusCode(201);
        register.build();
    }

    /** A room burns and with it its systems; when cooling is lost the whole site is shut down, 647 systems in one word. */
    private void theFire() {
        time("2025-09-26T20:25+09:00");
        Response logged = As.person("n25.duty").body("""
                        {"kind":"FAILURE","title":"대전센터 5층 7-1 전산실 배터리 화재","occurredAt":"2025-09-26T20:15:00+09:00",
                         "detectedAt":"2025-09-26T20:15:00+09:00","recognisedAt":"2025-09-26T20:15:00+09:00",
                         "locations":[{"site":"N25-DAEJEON","room":"5F-7-1","state":"OUT"}]}
                        """).post("/api/v1/incidents");
        logged.then().statusCode(201).body("systems", hasSize(70)).body("failureGrade.grade", equalTo(1));
        incident = logged.path("number");
        time("2025-09-26T21:30+09:00");
        Response opened = As.person("n25.room").body("""
                        {"title":"국가정보자원관리원 대전센터 화재","incidents":["%s"]}""".formatted(incident)).post("/api/v1/crises");
        opened.then().statusCode(201);
        crisis = opened.path("number");
        assertThat(recommended("MOIS")).as("a room is out").isEqualTo("ALERT");

        time("2025-09-27T06:30+09:00");
        As.person("n25.duty")
                .body("{\"locations\":[{\"site\":\"N25-DAEJEON\",\"room\":null,\"state\":\"OUT\"}]}")
                .put("/api/v1/incidents/" + incident + "/facts")
                .then()
                .statusCode(200)
                .body("systems", hasSize(647));
        sweep.run();
        assertThat(recommended("MOIS")).as("the site is out").isEqualTo("SERIOUS");
        assertThat(recommended("MCST")).isEqualTo("SERIOUS");
    }

    /** 경계 23:47; 심각 MOIS 08:00, MCST 09:21, MSIT 09:50: each agency at its own time, stages skipped on the way up. */
    private void stagesOfTheFirstNight() {
        time("2025-09-27T10:30+09:00");
        decide("n25.hq", "MOIS", "ALERT", "2025-09-26T23:47:00+09:00", "null");
        decide("n25.hq", "MOIS", "SERIOUS", "2025-09-27T08:00:00+09:00", "null");
        String held = "{\"at\":\"%s\",\"with\":\"MOIS\"}";
        decide(
                "n25.hq.mcst",
                "MCST",
                "SERIOUS",
                "2025-09-27T09:21:00+09:00",
                held.formatted("2025-09-27T09:10:00+09:00"));
        decide("n25.hq.msit", "MSIT", "ALERT", "2025-09-27T05:30:00+09:00", "null");
        String urgent = decide("n25.hq.msit", "MSIT", "SERIOUS", "2025-09-27T09:50:00+09:00", "{\"urgentFirst\":true}");
        As.person("n25.hq.msit")
                .body("{\"at\":\"2025-09-27T10:20:00+09:00\",\"with\":\"MOIS\"}")
                .put("/api/v1/crises/" + crisis + "/stages/" + urgent + "/consultation")
                .then()
                .statusCode(200)
                .body("consultationDue", equalTo(false));
    }

    /** MCST's 중앙사고수습본부 stood at 09:00, before its 심각 at 09:21: no stage sets a body up. */
    private void headquartersOfTheFirstMorning() {
        setUp("n25.hq", "RESPONSE_HQ", "MOIS", "2025-09-26T23:47:00+09:00");
        setUp("n25.hq", "CENTRAL_DISASTER_HQ", "MOIS", "2025-09-27T08:00:00+09:00");
        setUp("n25.hq.mcst", "CENTRAL_ACCIDENT_HQ", "MCST", "2025-09-27T09:00:00+09:00");
        setUp("n25.hq.msit", "CENTRAL_ACCIDENT_HQ", "MSIT", "2025-09-27T09:50:00+09:00");
    }

    private void standingWasAtItsTimes() {
        assertThat(standing("2025-09-26T23:46:59+09:00")).isEmpty();
        assertThat(standing("2025-09-26T23:47:00+09:00")).isEqualTo(Map.of("MOIS", "ALERT"));
        assertThat(standing("2025-09-27T05:30:00+09:00")).isEqualTo(Map.of("MOIS", "ALERT", "MSIT", "ALERT"));
        assertThat(standing("2025-09-27T08:00:00+09:00")).isEqualTo(Map.of("MOIS", "SERIOUS", "MSIT", "ALERT"));
        assertThat(standing("2025-09-27T09:21:00+09:00"))
                .isEqualTo(Map.of("MOIS", "SERIOUS", "MCST", "SERIOUS", "MSIT", "ALERT"));
        assertThat(standing("2025-09-27T09:50:00+09:00"))
                .isEqualTo(Map.of("MOIS", "SERIOUS", "MCST", "SERIOUS", "MSIT", "SERIOUS"));
    }

    /** What happens until a published row: corrections of the register, and recoveries, written down when they are known. */
    private void upTo(Map<String, String> row) {
        String asOf = Objects.requireNonNull(row.get("as_of"));
        if (asOf.equals("2025-09-30T10:00+09:00")) {
            time("2025-09-30T00:00+09:00");
            register.publish();
        }
        if (asOf.equals("2025-10-09T12:00+09:00")) {
            time("2025-10-09T11:30+09:00");
            register.correct();
            As.person("n25.duty")
                    .body("{\"locations\":[{\"site\":\"N25-DAEJEON\",\"room\":null,\"state\":\"OUT\"}]}")
                    .put("/api/v1/incidents/" + incident + "/facts")
                    .then()
                    .statusCode(200);
        }
        time(asOf);
        List<String> restored = new ArrayList<>(register.restoreUpTo(Objects.requireNonNull(RESTORED.get(asOf))));
        if (asOf.equals("2025-12-30T09:30+09:00")) {
            restored.addAll(register.mergedAway());
        }
        String recoveredAt = OffsetDateTime.parse(asOf).minusMinutes(10).toString();
        As.person("n25.duty")
                .body(restored.stream()
                        .map(code -> "{\"code\":\"%s\",\"recoveredAt\":\"%s\",\"level\":\"FULL\"}"
                                .formatted(code, recoveredAt))
                        .collect(Collectors.joining(",", "[", "]")))
                .put("/api/v1/incidents/" + incident + "/recoveries")
                .then()
                .statusCode(200);
        sweep.run();
        stepDown(asOf);
    }

    /** 심각 → 경계 at 95.3 %, → 주의 at 98.2 %, lifted at the last: recommended by the rules, decided by people. */
    private void stepDown(String asOf) {
        switch (asOf) {
            case "2025-10-31T12:00+09:00" -> assertThat(recommended("MOIS")).isEqualTo("SERIOUS");
            case "2025-11-06T06:00+09:00" -> {
                assertThat(recommended("MOIS")).isEqualTo("ALERT");
                decide("n25.hq", "MOIS", "ALERT", "2025-11-06T06:00:00+09:00", "null");
                dissolve("CENTRAL_DISASTER_HQ", "2025-11-06T06:00:00+09:00");
            }
            case "2025-11-18T14:00+09:00" -> {
                assertThat(recommended("MOIS")).isEqualTo("CAUTION");
                decide("n25.hq", "MOIS", "CAUTION", "2025-11-18T14:00:00+09:00", "null");
                setUp("n25.hq", "RESPONSE_TEAM", "MOIS", "2025-11-18T14:00:00+09:00");
                dissolve("RESPONSE_HQ", "2025-11-18T14:00:00+09:00");
            }
            case "2025-12-30T09:30+09:00" -> {
                assertThat(recommended("MOIS")).isEqualTo("NONE");
                decide("n25.hq", "MOIS", "NONE", "2025-12-30T09:30:00+09:00", "null");
            }
            default -> sweep.run();
        }
    }

    private void everyPublishedRowComesOut(List<Map<String, String>> rows) {
        for (Map<String, String> row : rows) {
            JsonPath board = As.person("n25.hq")
                    .queryParam("asOf", row.get("as_of"))
                    .get("/api/v1/crises/" + crisis + "/board")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            row.forEach((column, figure) -> {
                if (!figure.isEmpty() && !List.of("as_of", "note", "source").contains(column)) {
                    assertThat(board.getInt(path(column)))
                            .as("%s on %s (%s)", column, row.get("as_of"), row.get("source"))
                            .isEqualTo(Integer.parseInt(figure));
                }
            });
        }
        String csv = As.person("n25.hq")
                .accept("text/csv")
                .queryParam("asOf", "2025-10-31T07:00:00+09:00")
                .get("/api/v1/crises/" + crisis + "/board")
                .asString();
        assertThat(csv.lines())
                .contains(
                        "2025-10-31T07:00:00+09:00,ALL,ALL,629,709,88.7",
                        "2025-10-31T07:00:00+09:00,SYSTEM_GRADE,1,40,40,100.0",
                        "2025-10-31T07:00:00+09:00,SYSTEM_GRADE,2,62,68,91.2",
                        "2025-10-31T07:00:00+09:00,SYSTEM_GRADE,3,231,261,88.5",
                        "2025-10-31T07:00:00+09:00,SYSTEM_GRADE,4,296,340,87.1");
    }

    /** {@code g1_restored} stands in the answer as {@code byGrade.1.restored}. */
    private static String path(String column) {
        return column.startsWith("g") ? "byGrade.'%s'.%s".formatted(column.charAt(1), column.substring(3)) : column;
    }

    private void steppingDownSinglyAndHeadquartersApart() {
        assertThat(stagesOf("MOIS")).containsExactly("ALERT", "SERIOUS", "ALERT", "CAUTION", "NONE");
        assertThat(stagesOf("MSIT")).containsExactly("ALERT", "SERIOUS");
        assertThat(standing("2025-12-30T09:30:00+09:00"))
                .as("one agency's step is no other's")
                .isEqualTo(Map.of("MOIS", "NONE", "MCST", "SERIOUS", "MSIT", "SERIOUS"));
        JsonPath now = As.person("n25.hq").get("/api/v1/crises/" + crisis).jsonPath();
        assertThat(now.getString("headquarters.find{it.kind=='CENTRAL_DISASTER_HQ'}.dissolvedAt"))
                .as("after 40 days")
                .isEqualTo("2025-11-06T06:00:00+09:00");
        assertThat(now.getList("headquarters.findAll{it.dissolvedAt==null}.kind"))
                .containsExactly("CENTRAL_ACCIDENT_HQ", "CENTRAL_ACCIDENT_HQ", "RESPONSE_TEAM");
    }

    private void theCrisisIsClosed() {
        String held = "{\"at\":\"2025-12-30T09:00:00+09:00\",\"with\":\"MOIS\"}";
        As.person("n25.hq")
                .body("{}")
                .put("/api/v1/crises/" + crisis + "/closure")
                .then()
                .statusCode(409);
        decide("n25.hq.mcst", "MCST", "NONE", "2025-12-30T09:30:00+09:00", held);
        decide("n25.hq.msit", "MSIT", "NONE", "2025-12-30T09:30:00+09:00", held);
        dissolve("RESPONSE_TEAM", "2025-12-30T09:30:00+09:00");
        dissolve("CENTRAL_ACCIDENT_HQ", "2025-12-30T09:30:00+09:00");
        dissolve("CENTRAL_ACCIDENT_HQ", "2025-12-30T09:30:00+09:00");
        As.person("n25.hq")
                .body("{}")
                .put("/api/v1/crises/" + crisis + "/closure")
                .then()
                .statusCode(200);
        As.person("n25.duty")
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("state", equalTo("RECOVERED"))
                .body("systems", hasSize(717));
    }

    private void time(String at) {
        clock.setTo(OffsetDateTime.parse(at).toInstant());
    }

    private String recommended(String agency) {
        return As.person("n25.hq")
                .get("/api/v1/crises/" + crisis)
                .path("recommendations.find{it.leadAgency=='%s'}.stage".formatted(agency));
    }

    private String decide(String person, String agency, String stage, String at, String consultation) {
        return As.person(person)
                .body("""
                        {"leadAgency":"%s","stage":"%s","at":"%s","reason":"공표된 결정","consultation":%s,
                         "assessmentMeeting":{"heldAt":"%s","chair":"위기상황 주관 실장","attendees":[],"minutes":null},
                         "decidedBy":{"name":"기관의 장","position":"장관"},"documentNumber":null}
                        """.formatted(agency, stage, at, consultation, at))
                .post("/api/v1/crises/" + crisis + "/stages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void setUp(String person, String kind, String institution, String at) {
        As.person(person)
                .body("""
                        {"kind":"%s","institution":"%s","head":{"name":"본부장","position":"장관"},"at":"%s"}
                        """.formatted(kind, institution, at))
                .post("/api/v1/crises/" + crisis + "/headquarters")
                .then()
                .statusCode(201);
    }

    private void dissolve(String kind, String at) {
        String id = As.person("n25.hq")
                .get("/api/v1/crises/" + crisis + "/headquarters")
                .path("items.find{it.kind=='%s' && it.dissolvedAt==null}.id".formatted(kind));
        As.person("n25.hq")
                .body("{\"at\":\"%s\",\"reason\":\"공표된 결정\"}".formatted(at))
                .put("/api/v1/crises/" + crisis + "/headquarters/" + id + "/dissolution")
                .then()
                .statusCode(200);
    }

    private Map<String, String> standing(String asOf) {
        List<Map<String, Object>> records = As.person("n25.hq")
                .queryParam("asOf", asOf)
                .get("/api/v1/crises/" + crisis + "/stages")
                .path("items");
        Map<String, String> standing = new HashMap<>();
        records.forEach(
                record -> standing.putIfAbsent((String) record.get("leadAgency"), (String) record.get("stage")));
        return standing;
    }

    private List<String> stagesOf(String agency) {
        List<String> latestFirst = new ArrayList<>(As.person("n25.hq")
                .get("/api/v1/crises/" + crisis + "/stages")
                .<List<String>>path("items.findAll{it.leadAgency=='%s'}.stage".formatted(agency)));
        java.util.Collections.reverse(latestFirst);
        return latestFirst;
    }

    private static List<Map<String, String>> published() throws IOException {
        try (InputStream file = TheNirsFire2025IT.class.getResourceAsStream("/replay/nirs-2025-recovery.csv")) {
            List<String> lines = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> columns = Stream.of(lines.get(0).split(",")).toList();
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                // Only the note may hold a comma in quotes; none of the published ones does.
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), cells[i]);
                }
                rows.add(row);
            }
            return rows;
        }
    }
}

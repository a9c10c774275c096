package io.haetae.crisis;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportIT {

    private static boolean built;

    @Inject
    MovableClock clock;

    @Inject
    CrisisSweep sweep;

    private String incident = "";
    private String crisis = "";

    @BeforeEach
    void a_crisis_of_three_systems() {
        clock.setTo(MovableClock.START);
        if (!built) {
            built = true;
            As.institution("MOIS", "MINISTRY", null, "MOIS");
            As.create("rp.op", "OPERATOR", "MOIS");
            As.create("rp.hq", "HQ", "MOIS");
            As.create("rp.chief", "HQ", "MOIS");
            for (int i = 1; i <= 3; i++) {
                As.admin()
                        .body("""
                                {"code":"RP-%d","name":{"ko":"보고 대상 %d","en":"Reported %d"},"owner":"MOIS","operator":"MOIS",
                                 "leadAgency":"MOIS","audience":"CITIZEN","major":false}
                                """.formatted(i, i, i))
                        .post("/api/v1/systems")
                        .then()
                        .statusCode(201);
            }
        }
        incident = As.person("rp.op")
                .body("""
                        {"kind":"FAILURE","title":"정부24 접속 불가","recognisedAt":"2026-11-23T10:00:00+09:00","lifeSafety":true,
                         "systems":[{"code":"RP-1","service":"STOPPED"},{"code":"RP-2","service":"STOPPED"},
                                    {"code":"RP-3","service":"STOPPED"}]}
                        """)
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        crisis = As.person("rp.hq")
                .body("""
                        {"title":"행정망 장애","incidents":["%s"]}""".formatted(incident))
                .post("/api/v1/crises")
                .path("number");
    }

    private ValidatableResponse draft(String kind) {
        String body = kind.isEmpty() ? "{}" : "{\"kind\":\"%s\"}".formatted(kind);
        return As.person("rp.hq")
                .body(body)
                .post("/api/v1/crises/" + crisis + "/reports")
                .then();
    }

    private ValidatableResponse approve(String person, int n) {
        return As.person(person)
                .put("/api/v1/crises/" + crisis + "/reports/" + n + "/approval")
                .then();
    }

    private void recover(String code) {
        As.person("rp.op")
                .body("""
                        {"recoveredAt":"2026-11-23T10:00:00+09:00","level":"FULL"}
                        """)
                .put("/api/v1/incidents/" + incident + "/systems/" + code + "/recovery")
                .then()
                .statusCode(200);
    }

    private void raise() {
        As.person("rp.hq")
                .body("""
                        {"leadAgency":"MOIS","stage":"CAUTION","reason":"확산","decidedBy":{"name":"홍길동","position":"장관"}}
                        """)
                .post("/api/v1/crises/" + crisis + "/stages")
                .then()
                .statusCode(201);
    }

    @Test
    void first_interim_and_final_follow_one_another_and_are_numbered() {
        draft("INTERIM").statusCode(409).body("detail", containsString("FIRST"));
        draft("")
                .statusCode(201)
                .header("Location", endsWith("/api/v1/crises/" + crisis + "/reports/1"))
                .body("number", equalTo(1))
                .body("kind", equalTo("FIRST"))
                .body("state", equalTo("DRAFT"))
                .body("approvedAt", nullValue());
        draft("FIRST").statusCode(409);
        draft("").statusCode(201).body("number", equalTo(2)).body("kind", equalTo("INTERIM"));
        draft("FINAL").statusCode(201).body("number", equalTo(3));
        draft("").statusCode(409);
    }

    @Test
    void what_was_known_is_frozen_in_the_report() {
        raise();
        draft("")
                .body("facts.board.total", equalTo(3))
                .body("facts.board.restored", equalTo(0))
                .body("facts.standing.MOIS.stage", equalTo("CAUTION"))
                .body("facts.standing.MOIS.decidedBy", equalTo("장관 홍길동"))
                .body("situation", containsString("영향 시스템 3개 중 0개 복구"));
        recover("RP-1");

        As.person("rp.hq")
                .get("/api/v1/crises/" + crisis + "/reports/1")
                .then()
                .body("facts.board.restored", equalTo(0));
        draft("").body("facts.board.restored", equalTo(1));
    }

    @Test
    void a_draft_is_written_by_version_and_approved_by_another_person_for_good() {
        draft("").header("ETag", "\"1\"");
        String path = "/api/v1/crises/" + crisis + "/reports/1";
        String text = "{\"situation\":\"현황\",\"actions\":\"조치\",\"plans\":\"계획\"}";

        As.person("rp.hq").body(text).put(path).then().statusCode(428);
        As.person("rp.hq")
                .header("If-Match", "\"1\"")
                .body(text)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        As.person("rp.hq")
                .header("If-Match", "\"1\"")
                .body(text)
                .put(path)
                .then()
                .statusCode(412);
        approve("rp.hq", 1).statusCode(403);
        approve("rp.chief", 1)
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("approvedBy", equalTo("rp.chief"))
                .body("actions", equalTo("조치"));
        approve("rp.chief", 1).statusCode(409);
        As.person("rp.hq")
                .header("If-Match", "\"3\"")
                .body(text)
                .put(path)
                .then()
                .statusCode(409);
    }

    @Test
    void while_a_stage_stands_the_next_report_is_due_by_the_failure_grade_warned_of_and_late() {
        As.person("rp.hq").get("/api/v1/crises/" + crisis).then().body("reportDueAt", nullValue());
        raise();
        As.person("rp.hq")
                .get("/api/v1/crises/" + crisis)
                .then()
                .body("reportDueAt", equalTo("2026-11-23T11:00:00+09:00"));
        clock.advance(Duration.ofMinutes(44));
        sweep.run();
        assertThat(told()).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        sweep.run();
        sweep.run();
        assertThat(told()).containsExactly("[" + crisis + "] 상황보고 예정 11-23 11:00");
        clock.advance(Duration.ofMinutes(15));
        sweep.run();
        assertThat(told()).hasSize(2);
        draft("").statusCode(201);
        approve("rp.chief", 1).statusCode(200);
        As.person("rp.hq")
                .get("/api/v1/crises/" + crisis)
                .then()
                .body("reportDueAt", equalTo("2026-11-23T12:00:00+09:00"));
    }

    private List<String> told() {
        return As.person("rp.chief")
                .queryParam("limit", 200)
                .get("/api/v1/inbox")
                .path("items.findAll{it.subject.id=='" + crisis + "' && it.title.ko.contains('상황보고')}.title.ko");
    }

    @Test
    void the_pdf_carries_korean_text_and_its_own_fonts() throws IOException {
        raise();
        draft("").statusCode(201);
        byte[] pdf = given().auth()
                .preemptive()
                .basic("rp.hq", As.PASSWORD)
                .header("Accept-Language", "ko")
                .accept("application/pdf")
                .get("/api/v1/crises/" + crisis + "/reports/1/pdf")
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("상황보고 제1보", "행정망 장애", "위기경보", "주의", "장관 홍길동", "정부24 접속 불가");
            document.getPage(0).getResources().getFontNames().forEach(name -> {
                try {
                    assertThat(document.getPage(0).getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
        }
    }
}

package io.haetae.register.page;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.haetae.register.transfer.ImportDriver;
import io.haetae.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RegisterPagesIT {

    @Inject
    ImportDriver imports;

    @BeforeEach
    void two_ministries_a_site_and_a_system() {
        As.institution("PGMOIS", "MINISTRY", null, "PGMOIS");
        As.institution("PGMCST", "MINISTRY", null, "PGMOIS");
        As.create("pg.officer", "OFFICER", "PGMCST");
        As.admin()
                .body("{\"code\":\"PG-SITE\",\"name\":{\"ko\":\"쪽 센터\",\"en\":\"Page site\"},\"kind\":\"NIRS\","
                        + "\"host\":\"PGMOIS\",\"rooms\":[\"R1\"]}")
                .post("/api/v1/sites");
        As.admin().body("""
                        {"code":"PG-MAIN","name":{"ko":"쪽 <시스템>","en":"Page system"},"owner":"PGMOIS","leadAgency":"PGMOIS",
                         "site":"PG-SITE","room":"R1","audience":"CITIZEN","major":true,"recovery":{"rtoMinutes":90},
                         "publicText":{"ko":"창구를 이용하십시오.","en":"Use the counter."},
                         "contacts":[{"function":"운영","phone":"044-000-0000"}],
                         "resources":[{"kind":"SERVER","name":"웹","count":2,"redundant":true}],
                         "services":[{"code":"S1","name":{"ko":"발급","en":"Issue"},"emergency":true,"deadlines":["7일"],
                           "substitutes":[{"name":{"ko":"주민센터","en":"Centre"},"kind":"COUNTER"}]},
                          {"code":"S2","name":{"ko":"조회","en":"Look-up"}}]}
                        """).post("/api/v1/systems");
    }

    private static RequestSpecification page(String who) {
        return given().auth()
                .preemptive()
                .basic(who, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", "ko")
                .redirects()
                .follow(false);
    }

    @Test
    void the_list_finds_by_two_syllables_and_counts_by_grade() {
        page("admin")
                .queryParam("q", "쪽 시스")
                .get("/systems")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("쪽 &lt;시스템&gt;"),
                        containsString("href=\"/systems/PG-MAIN\""),
                        containsString("PGMOIS 기관"),
                        containsString("미확정")));
        page("admin")
                .queryParam("q", "없는이름")
                .get("/systems")
                .then()
                .statusCode(200)
                .body(containsString("조건에 맞는 정보시스템이 없습니다"));
        page("admin").queryParam("asOf", "soon").get("/systems").then().statusCode(422);
        page("pg.officer")
                .queryParam("q", "PG-MAIN")
                .queryParam("all", "true")
                .get("/systems")
                .then()
                .body(containsString("열람 범위 밖"));
    }

    @Test
    void the_page_of_a_system_says_what_to_use_instead_in_both_languages() {
        page("admin")
                .get("/systems/PG-MAIN")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("창구를 이용하십시오."),
                        containsString("주민센터"),
                        containsString("대체수단 없음"),
                        containsString("긴급 기능"),
                        containsString("1시간 30분"),
                        not(containsString("["))));
        page("admin")
                .queryParam("lang", "en")
                .get("/systems/PG-MAIN")
                .then()
                .body(allOf(containsString("Use the counter."), containsString("No substitute")));
        page("admin")
                .queryParam("asOf", "2020-01-01")
                .get("/systems/PG-MAIN")
                .then()
                .statusCode(404);
        page("admin").get("/systems/PG-MAIN/history").then().statusCode(200).body(containsString("처음 등록"));
    }

    @Test
    void out_of_scope_only_name_and_grade_are_shown() {
        page("pg.officer")
                .get("/systems/PG-MAIN")
                .then()
                .statusCode(200)
                .body(allOf(containsString("쪽 &lt;시스템&gt;"), not(containsString("창구를 이용하십시오."))));
        page("pg.officer").get("/systems/PG-MAIN/edit").then().statusCode(404);
        page("pg.officer").get("/systems/PG-MAIN/history").then().statusCode(404);
    }

    @Test
    void a_form_that_is_refused_keeps_what_was_typed() {
        page("pg.officer").get("/systems/new").then().statusCode(200).body(containsString("정보시스템 등록"));
        page("pg.officer")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of("code", "PG-FORM", "name.ko", "양식 시스템", "name.en", "", "owner", "PGMCST"))
                .post("/systems")
                .then()
                .statusCode(422)
                .body(allOf(containsString("value=\"양식 시스템\""), containsString("f-name.en-error")));
        page("pg.officer")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of(
                        "code",
                        "PG-FORM",
                        "name.ko",
                        "양식 시스템",
                        "name.en",
                        "Form system",
                        "owner",
                        "PGMCST",
                        "services.0.code",
                        "A",
                        "services.0.name.ko",
                        "발급",
                        "services.0.name.en",
                        "Issue",
                        "services.0.deadlines",
                        "7일\n14일"))
                .post("/systems")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/systems/PG-FORM"));
        As.admin()
                .get("/api/v1/systems/PG-FORM")
                .then()
                .body("services[0].deadlines", equalTo(java.util.List.of("7일", "14일")));
    }

    @Test
    void an_edit_by_form_loses_nothing_that_the_form_shows() {
        Map<String, String> posted = new java.util.HashMap<>();
        String form = page("admin")
                .get("/systems/PG-MAIN/edit")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var html = io.restassured.path.xml.XmlPath.CompatibilityMode.HTML;
        var path = new io.restassured.path.xml.XmlPath(html, form);
        org.assertj.core.api.Assertions.assertThat(path.getString("**.find { it.@name == 'services.0.code' }.@value"))
                .isEqualTo("S1");
        posted.put("version", "999");
        posted.put("code", "PG-MAIN");
        posted.put("name.ko", "쪽 시스템");
        posted.put("name.en", "Page system");
        posted.put("owner", "PGMOIS");
        page("admin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(posted)
                .post("/systems/PG-MAIN/edit")
                .then()
                .statusCode(422)
                .body(containsString("최신 내용을 다시 불러온 뒤"));
    }

    @Test
    void dependencies_are_written_by_form_and_errors_stand_beside_their_field() {
        As.admin()
                .body("{\"code\":\"PG-LINK\",\"name\":{\"ko\":\"연결\",\"en\":\"Link\"},\"owner\":\"PGMCST\"}")
                .post("/api/v1/systems");
        page("pg.officer").get("/systems/PG-LINK/dependencies").then().statusCode(200);
        page("pg.officer")
                .formParams(Map.of("version", "1", "d.0.on", "PG-NONE", "d.0.type", "DATA"))
                .post("/systems/PG-LINK/dependencies")
                .then()
                .statusCode(422)
                .body(containsString("f-d.0.on-error"));
        page("pg.officer")
                .formParams(Map.of("version", "1", "d.0.on", "PG-MAIN", "d.0.type", "AUTHENTICATION"))
                .post("/systems/PG-LINK/dependencies")
                .then()
                .statusCode(303);
        page("pg.officer").get("/systems/PG-LINK").then().statusCode(200).body(containsString("인증"));
    }

    @Test
    void a_file_is_looked_at_first_and_then_applied() {
        String csv = "code,name.ko,name.en,owner\nPG-FILE,파일,File,PGMCST\nPG-FILE2,,File,PGMCST\n";
        page("pg.officer").get("/systems/import").then().statusCode(200);
        String location = page("pg.officer")
                .multiPart("file", "systems.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .redirects()
                .follow(false)
                .post("/systems/import")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String bringing = location.substring(location.indexOf("/systems/"));
        imports.run();
        page("pg.officer")
                .get(bringing)
                .then()
                .statusCode(200)
                .body(allOf(containsString("검사만 했습니다"), containsString("PG-FILE2"), containsString("name.ko")));
        page("pg.officer").formParam("partial", "true").post(bringing + "/application");
        imports.run();
        page("pg.officer").get(bringing).then().statusCode(200).body(containsString("반영했습니다"));
        As.admin().get("/api/v1/systems/PG-FILE").then().statusCode(200);
        page("pg.officer")
                .multiPart("file", "bad.csv", "x\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .post("/systems/import")
                .then()
                .statusCode(422)
                .body(containsString("첫 줄은 열 이름"));
    }

    @Test
    void sites_are_listed_for_all_and_written_by_the_administrator() {
        page("pg.officer")
                .get("/sites")
                .then()
                .statusCode(200)
                .body(allOf(containsString("쪽 센터"), not(containsString("센터 등록"))));
        page("pg.officer")
                .formParams(Map.of("code", "PG-X"))
                .post("/sites")
                .then()
                .statusCode(403);
        page("admin")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(Map.of(
                        "code", "PG-NEW", "name.ko", "새 센터", "name.en", "New", "kind", "OWN", "host", "PGMCST", "rooms",
                        "A B"))
                .post("/sites")
                .then()
                .statusCode(303);
        page("admin").get("/sites?edit=PG-NEW").then().statusCode(200).body(containsString("value=\"새 센터\""));
        page("admin").formParams(Map.of("code", "PG-NEW")).post("/sites").then().statusCode(422);
    }

    @Test
    void institutions_are_found_by_name_and_written_by_the_administrator() {
        page("pg.officer")
                .queryParam("q", "pgmc")
                .get("/institutions")
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("PGMCST 기관"),
                        not(containsString("href=\"/systems?owner=PGMOIS\"")),
                        not(containsString("기관 등록"))));
        page("admin").get("/institutions?edit=PGMCST").then().statusCode(200).body(containsString("기관 수정"));
        page("admin")
                .formParams(Map.of("code", "PGX"))
                .post("/institutions")
                .then()
                .statusCode(422);
        page("pg.officer")
                .formParams(Map.of("code", "PGX"))
                .post("/institutions")
                .then()
                .statusCode(403);
    }
}

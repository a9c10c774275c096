package io.haetae.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SystemIT {

    private static final String MINIMAL = "{\"code\":\"%s\",\"name\":{\"ko\":\"%s\",\"en\":\"%s\"},\"owner\":\"%s\"}";

    @Inject
    MovableClock clock;

    @BeforeEach
    void two_ministries_and_a_centre() {
        clock.setTo(MovableClock.START);
        As.institution("RGMOIS", "MINISTRY", null, "RGMOIS");
        As.institution("RGNIRS", "AGENCY", "RGMOIS", "RGMOIS");
        As.institution("RGMCST", "MINISTRY", null, "RGMOIS");
        As.institution("RGCITY", "LOCAL_GOVERNMENT", null, "RGMOIS");
        As.create("rg.officer", "OFFICER", "RGMCST");
        As.create("rg.operator", "OPERATOR", "RGMCST");
        As.admin()
                .body("{\"code\":\"RG-DAEJEON\",\"name\":{\"ko\":\"대전센터\",\"en\":\"Daejeon\"},\"kind\":\"NIRS\","
                        + "\"host\":\"RGNIRS\",\"region\":\"대전\",\"rooms\":[\"5F-7-1\",\"5F-7\"]}")
                .post("/api/v1/sites");
    }

    private static void system(String code, String ko, String owner) {
        As.admin()
                .body(MINIMAL.formatted(code, ko, code + " system", owner))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
    }

    @Test
    void a_system_is_created_with_its_contract_fields_and_no_grade() {
        As.admin()
                .body("""
                        {"code":"RG-GOV24","name":{"ko":"정부24","en":"Government24"},"owner":"RGMOIS","operator":"RGNIRS",
                         "leadAgency":"RGMOIS","site":"RG-DAEJEON","room":"5F-7-1","audience":"CITIZEN","zone":"INTERNET",
                         "dataClass":"SENSITIVE","major":true,"externalIds":[{"scheme":"nTOPS","id":"RG-1"}],
                         "publicText":{"ko":"정부24를 쓸 수 없습니다.","en":"Government24 is unavailable."},
                         "services":[{"code":"CERT","name":{"ko":"증명서 발급","en":"Certificates"},"emergency":false,
                           "deadlines":["전입신고 14일"],"substitutes":[{"name":{"ko":"주민센터 방문","en":"Visit a community centre"},
                           "kind":"COUNTER","contact":"가까운 주민센터","hours":"평일 09:00–18:00","region":null,"dependsOn":["SAEOL"]}]}]}
                        """)
                .post("/api/v1/systems")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/systems/RG-GOV24"))
                .header("ETag", "\"1\"")
                .body("code", equalTo("RG-GOV24"))
                .body("$", hasKey("systemGrade"))
                .body("systemGrade", nullValue())
                .body("housedInNirs", equalTo(true))
                .body("region", equalTo("대전"))
                .body("services[0].substitutes[0].dependsOn", contains("SAEOL"))
                .body("$", not(hasKey("scopeKeys")));
        As.admin()
                .get("/api/v1/audit?subject=RG-GOV24")
                .then()
                .body("items.action", hasItem("register.system-created"));
    }

    @Test
    void a_wrong_system_is_refused_with_every_field_named_and_nothing_is_kept() {
        As.admin()
                .body("{\"code\":\"rg lower\",\"name\":{\"ko\":\"\",\"en\":\"x\"}}")
                .post("/api/v1/systems")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains("/code", "/name/ko", "/owner"));
        As.admin()
                .body("""
                        {"code":"RG-WRONG","name":{"ko":"가","en":"x"},"owner":"RGNOWHERE","leadAgency":"RGCITY","site":"RG-DAEJEON",
                         "room":"cellar","inServiceFrom":"2026-02-01","inServiceUntil":"2026-01-31",
                         "services":[{"code":"A","name":{"ko":"가","en":"x"}},{"code":"A","name":{"ko":"가","en":"x"}}]}
                        """)
                .post("/api/v1/systems")
                .then()
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains("/owner", "/leadAgency", "/room", "/inServiceUntil", "/services/1/code"))
                .body(
                        "errors.code",
                        contains(
                                "unknown-institution",
                                "may-not-lead",
                                "unknown-room",
                                "end-before-begin",
                                "duplicate"));
        As.admin().get("/api/v1/systems/RG-WRONG").then().statusCode(404);
    }

    @Test
    void a_code_or_an_external_id_belongs_to_one_system() {
        String body = "{\"code\":\"RG-ONE\",\"name\":{\"ko\":\"하나\",\"en\":\"One\"},\"owner\":\"RGMCST\","
                + "\"externalIds\":[{\"scheme\":\"uuid\",\"id\":\"42\"}]}";
        As.admin().body(body).post("/api/v1/systems").then().statusCode(201);
        As.admin().body(body).post("/api/v1/systems").then().statusCode(409).body("code", equalTo("kernel.exists"));
        As.admin()
                .body(body.replace("RG-ONE", "RG-TWO"))
                .post("/api/v1/systems")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/externalIds/0"))
                .body("errors[0].code", equalTo("taken"));
    }

    @Test
    void an_edit_names_its_version_and_a_stale_one_is_refused() {
        system("RG-EDIT", "편집", "RGMCST");
        String changed = MINIMAL.formatted("RG-EDIT", "편집 시스템", "Edited", "RGMCST");
        As.admin().body(changed).put("/api/v1/systems/RG-EDIT").then().statusCode(428);
        As.admin()
                .header("If-Match", "\"1\"")
                .body(changed)
                .put("/api/v1/systems/RG-EDIT")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name.ko", equalTo("편집 시스템"));
        As.admin()
                .header("If-Match", "\"1\"")
                .body(changed)
                .put("/api/v1/systems/RG-EDIT")
                .then()
                .statusCode(412)
                .body("code", equalTo("kernel.changed-meanwhile"));
        As.admin()
                .header("If-Match", "\"2\"")
                .body(MINIMAL.formatted("RG-OTHER", "편집", "x", "RGMCST"))
                .put("/api/v1/systems/RG-EDIT")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/code"));
    }

    @Test
    void saving_what_is_there_already_makes_no_version() {
        system("RG-SAME", "같음", "RGMCST");
        As.admin()
                .header("If-Match", "\"1\"")
                .body(MINIMAL.formatted("RG-SAME", "같음", "RG-SAME system", "RGMCST"))
                .put("/api/v1/systems/RG-SAME")
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void an_officer_keeps_the_systems_of_the_own_ministry_only() {
        As.person("rg.officer")
                .body(MINIMAL.formatted("RG-CULTURE", "문화포털", "Culture portal", "RGMCST"))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        As.person("rg.officer")
                .body(MINIMAL.formatted("RG-FOREIGN", "남의 것", "Foreign", "RGMOIS"))
                .post("/api/v1/systems")
                .then()
                .statusCode(403)
                .body("code", equalTo("register.not-your-system"));
        As.person("rg.officer")
                .header("If-Match", "\"1\"")
                .body(MINIMAL.formatted("RG-CULTURE", "문화포털", "Culture portal", "RGMCST")
                        .replaceFirst("}$", ",\"major\":true}"))
                .put("/api/v1/systems/RG-CULTURE")
                .then()
                .statusCode(403)
                .body("code", equalTo("register.major-is-designated"));
        As.person("rg.officer")
                .header("If-Match", "\"1\"")
                .body("{\"code\":\"RG-CULTURE\",\"name\":{\"ko\":\"문화포털\",\"en\":\"Culture portal\"},"
                        + "\"owner\":\"RGMCST\",\"leadAgency\":\"RGMOIS\"}")
                .put("/api/v1/systems/RG-CULTURE")
                .then()
                .statusCode(403)
                .body("code", equalTo("register.foreign-lead-agency"));
        As.person("rg.operator")
                .body(MINIMAL.formatted("RG-OPERATOR", "운영", "x", "RGMCST"))
                .post("/api/v1/systems")
                .then()
                .statusCode(403);
    }

    @Test
    void what_is_out_of_scope_shows_code_name_and_grade_only() {
        system("RG-SECRET", "범위 밖 시스템", "RGMOIS");
        As.person("rg.officer")
                .get("/api/v1/systems/RG-SECRET")
                .then()
                .statusCode(200)
                .body("size()", equalTo(3))
                .body("code", equalTo("RG-SECRET"))
                .body("name.ko", equalTo("범위 밖 시스템"))
                .body("systemGrade", nullValue());
        As.person("rg.officer")
                .header("If-Match", "\"1\"")
                .body(MINIMAL.formatted("RG-SECRET", "가", "x", "RGMOIS"))
                .put("/api/v1/systems/RG-SECRET")
                .then()
                .statusCode(404);
        As.person("rg.officer").get("/api/v1/systems/RG-SECRET/history").then().statusCode(404);
        As.person("rg.officer")
                .get("/api/v1/systems/RG-SECRET/dependencies")
                .then()
                .statusCode(404);
        As.person("rg.officer").get("/api/v1/systems?q=RG-SECRET").then().body("items", equalTo(List.of()));
        As.person("rg.officer")
                .get("/api/v1/systems?q=RG-SECRET&all=true")
                .then()
                .body("items[0].size()", equalTo(3));
    }

    @Test
    void scope_follows_the_tree_of_institutions_at_once() {
        As.institution("RGLIB", "PUBLIC_BODY", null, "RGMOIS");
        system("RG-LIBRARY", "도서관", "RGLIB");
        As.person("rg.officer").get("/api/v1/systems?q=RG-LIBRARY").then().body("items.size()", equalTo(0));
        As.admin()
                .header("If-Match", "\"1\"")
                .body("{\"code\":\"RGLIB\",\"name\":{\"ko\":\"도서관\",\"en\":\"Library\"},\"kind\":\"PUBLIC_BODY\","
                        + "\"parent\":\"RGMCST\",\"centralAuthority\":\"RGMOIS\"}")
                .put("/api/v1/institutions/RGLIB")
                .then()
                .statusCode(200);
        As.person("rg.officer").get("/api/v1/systems?q=RG-LIBRARY").then().body("items.size()", equalTo(1));
    }

    @Test
    void two_syllables_find_and_so_does_the_english_name() {
        system("RG-FIND1", "국민 신문고 찾기", "RGMCST");
        system("RG-FIND2", "백분율 100% 시스템", "RGMCST");
        for (String q : List.of("신문", "국민 찾기", "국민신문", "rg-find1 SYSTEM")) {
            As.person("rg.officer")
                    .queryParam("q", q)
                    .get("/api/v1/systems")
                    .then()
                    .body("items.code", hasItem("RG-FIND1"));
        }
        As.person("rg.officer")
                .queryParam("q", "0%")
                .get("/api/v1/systems")
                .then()
                .body("items.code", contains("RG-FIND2"));
        As.person("rg.officer")
                .queryParam("q", "신_고")
                .get("/api/v1/systems")
                .then()
                .body("items.size()", equalTo(0));
    }

    @Test
    void two_syllables_find_a_system_by_the_name_it_has_now() {
        system("RG-NAMED", "휘파람새 관찰", "RGMCST");
        As.admin()
                .header("If-Match", "\"1\"")
                .body(MINIMAL.formatted("RG-NAMED", "딱따구리 관찰", "Woodpecker", "RGMCST"))
                .put("/api/v1/systems/RG-NAMED")
                .then()
                .statusCode(200);
        As.admin().queryParam("q", "휘파").get("/api/v1/systems").then().body("items", equalTo(List.of()));
        As.admin().queryParam("q", "따구 관찰").get("/api/v1/systems").then().body("items.code", contains("RG-NAMED"));
    }

    @Test
    void the_list_comes_in_pages_that_link_to_the_next() {
        for (int i = 1; i <= 5; i++) {
            system("RG-PAGE" + i, "쪽 나누기 " + i, "RGMCST");
        }
        var first = As.admin().get("/api/v1/systems?q=RG-PAGE&limit=2");
        first.then().body("items.code", contains("RG-PAGE1", "RG-PAGE2"));
        assertThat(first.headers().getList("Link"))
                .as("told once")
                .singleElement()
                .satisfies(
                        link -> assertThat(link.getValue()).contains("cursor=").endsWith("rel=\"next\""));
        String next = first.jsonPath().getString("next");
        var last = As.admin().get("/api/v1/systems?q=RG-PAGE&limit=3&cursor=" + next);
        last.then()
                .body("items.code", contains("RG-PAGE3", "RG-PAGE4", "RG-PAGE5"))
                .body("next", nullValue());
        As.admin()
                .get("/api/v1/systems?cursor=nonsense!")
                .then()
                .statusCode(400)
                .body("code", equalTo("kernel.bad-cursor"));
        As.admin().get("/api/v1/systems?systemGrade=5").then().statusCode(400);
        As.admin()
                .get("/api/v1/systems?asOf=yesterday")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/asOf"));
    }

    @Test
    void the_register_answers_as_of_any_time() {
        Instant before = clock.instant();
        clock.advance(Duration.ofHours(1));
        system("RG-PAST", "옛 이름", "RGMCST");
        Instant first = clock.instant();
        clock.advance(Duration.ofHours(1));
        As.admin()
                .header("If-Match", "\"1\"")
                .body(MINIMAL.formatted("RG-PAST", "새 이름", "New name", "RGMCST"))
                .put("/api/v1/systems/RG-PAST")
                .then()
                .statusCode(200);
        As.admin()
                .queryParam("asOf", before.toString())
                .get("/api/v1/systems/RG-PAST")
                .then()
                .statusCode(404);
        As.admin()
                .queryParam("asOf", first.toString())
                .get("/api/v1/systems/RG-PAST")
                .then()
                .body("name.ko", equalTo("옛 이름"));
        As.admin()
                .queryParam("asOf", first.toString())
                .queryParam("q", "RG-PAST 이름")
                .get("/api/v1/systems")
                .then()
                .body("items.name.ko", contains("옛 이름"));
        As.admin()
                .get("/api/v1/systems/RG-PAST/history")
                .then()
                .body("items.version", contains(2, 1))
                .body("items[0].changed", contains("name"))
                .body("items[0].until", nullValue())
                .body("items[1].until", equalTo("2026-11-23T12:00:00+09:00"))
                .body("items[1].system.name.ko", equalTo("옛 이름"));
    }

    @Test
    void changes_within_one_instant_are_all_history() {
        system("RG-QUICK", "하나", "RGMCST");
        for (int i = 1; i <= 2; i++) {
            As.admin()
                    .header("If-Match", "\"" + i + "\"")
                    .body(MINIMAL.formatted("RG-QUICK", "이름 " + i, "x", "RGMCST"))
                    .put("/api/v1/systems/RG-QUICK")
                    .then()
                    .statusCode(200);
        }
        As.admin().get("/api/v1/systems/RG-QUICK/history").then().body("items.version", contains(3, 2, 1));
        As.admin()
                .queryParam("asOf", clock.instant().toString())
                .get("/api/v1/systems/RG-QUICK")
                .then()
                .body("name.ko", equalTo("이름 2"));
    }

    @Test
    void a_list_can_be_narrowed_by_owner_and_all_below_by_site_and_by_grade() {
        As.institution("RGARTS", "AGENCY", "RGMCST", "RGMOIS");
        system("RG-BELOW", "소속기관 시스템", "RGARTS");
        As.admin()
                .get("/api/v1/systems?owner=RGMCST&q=RG-BELOW&systemGrade=0")
                .then()
                .body("items.code", contains("RG-BELOW"));
        As.admin().get("/api/v1/systems?owner=RGNIRS&q=RG-BELOW").then().body("items.size()", equalTo(0));
        As.admin().get("/api/v1/systems?site=RG-DAEJEON&q=RG-BELOW").then().body("items.size()", equalTo(0));
        As.admin().get("/api/v1/systems?major=true&q=RG-BELOW").then().body("items.size()", equalTo(0));
    }

    @Test
    void nobody_reads_the_register_without_logging_in() {
        As.nobody().get("/api/v1/systems").then().statusCode(401);
    }

    @Test
    void sites_are_set_up_by_administrators_and_keep_rooms_in_use() {
        As.person("rg.officer").get("/api/v1/sites").then().statusCode(200).body("items.code", hasItems("RG-DAEJEON"));
        String body = "{\"code\":\"RG-OWN\",\"name\":{\"ko\":\"전산실\",\"en\":\"Own room\"},\"kind\":\"OWN\","
                + "\"host\":\"RGMCST\",\"rooms\":[\"A\",\"B\"]}";
        As.person("rg.officer").body(body).post("/api/v1/sites").then().statusCode(403);
        As.admin().body(body).post("/api/v1/sites").then().statusCode(201).header("ETag", "\"1\"");
        As.admin().body(body).post("/api/v1/sites").then().statusCode(409);
        As.admin()
                .body(MINIMAL.formatted("RG-HOUSED", "입주", "Housed", "RGMCST")
                        .replaceFirst("}$", ",\"site\":\"RG-OWN\",\"room\":\"A\"}"))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        As.admin()
                .header("If-Match", "\"1\"")
                .body(body.replace("\"A\",", ""))
                .put("/api/v1/sites/RG-OWN")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("room-in-use"));
        As.admin()
                .header("If-Match", "\"1\"")
                .body(body.replace("\"B\"", "\"C\""))
                .put("/api/v1/sites/RG-OWN")
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("rooms", contains("A", "C"));
        As.admin()
                .body(body.replace("RG-OWN", "RG-NEW").replace("RGMCST", "RGNOWHERE"))
                .post("/api/v1/sites")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/host"));
        assertThat(As.admin().get("/api/v1/sites/RG-NEW").statusCode()).isEqualTo(404);
    }

    @Test
    void evidence_stays_with_the_system_and_is_taken_away_as_it_was_put() {
        As.institution("FLMCST", "MINISTRY", null, "FLMCST");
        As.institution("FLOTHER", "MINISTRY", null, "FLOTHER");
        As.create("fl.officer", "OFFICER", "FLMCST");
        As.create("fl.other", "OFFICER", "FLOTHER");
        As.admin()
                .body("{\"code\":\"FL-SYS\",\"name\":{\"ko\":\"근거\",\"en\":\"Evidence\"},\"owner\":\"FLMCST\"}")
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        String files = "/api/v1/systems/FL-SYS/files";
        String href = As.person("fl.officer")
                .body("{\"name\":\"공문 1.txt\",\"content\":\"7ZWY64KY\",\"note\":\"등재 요청\"}")
                .post(files)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        As.person("fl.officer")
                .get(files)
                .then()
                .body("items.name", contains("공문 1.txt"))
                .body("items[0].size", equalTo(6))
                .body("items[0].note", equalTo("등재 요청"));
        As.person("fl.officer")
                .accept("*/*")
                .get(href.substring(href.indexOf("/api/")))
                .then()
                .statusCode(200)
                .header("Content-Disposition", "attachment; filename*=UTF-8''%EA%B3%B5%EB%AC%B8%201.txt")
                .body(equalTo("하나"));
        As.person("fl.officer")
                .body("{\"name\":\"a.exe\",\"content\":\"eA==\"}")
                .post(files)
                .then()
                .statusCode(422)
                .body("code", equalTo("register.file-refused"));
        As.person("fl.other").get(files).then().statusCode(404);
        As.admin().get("/api/v1/audit?subject=FL-SYS").then().body("items.action", hasItem("register.file-added"));
        As.person("fl.officer")
                .accept("text/html")
                .get("/systems/FL-SYS/files")
                .then()
                .statusCode(200)
                .body(containsString("multipart/form-data"));
    }
}

package io.haetae.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.haetae.testing.As;
import io.haetae.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A file brought in step by step, the sweep run by hand. */
@QuarkusTest
class ImportJobIT {

    private static final String HEAD = "code,name.ko,name.en,owner\n";

    @Inject
    ImportSweep sweep;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void two_ministries() {
        As.institution("IJMOIS", "MINISTRY", null, "IJMOIS");
        As.institution("IJMCST", "MINISTRY", null, "IJMOIS");
        As.create("ij.officer", "OFFICER", "IJMCST");
        As.create("ij.other", "OFFICER", "IJMOIS");
    }

    private static String begin(String who, String csv) {
        return As.person(who)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/imports?name=list.csv")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse of(String who, String id) {
        return As.person(who).get("/api/v1/systems/imports/" + id).then();
    }

    private static ValidatableResponse apply(String who, String id, Object body) {
        return As.person(who)
                .body(body)
                .put("/api/v1/systems/imports/" + id + "/application")
                .then();
    }

    @Test
    void columns_are_told_looked_at_and_applied_and_every_row_is_reported() {
        String id = begin("ij.officer", "관리번호,비고,시스템이름,영문명,소관기관\nIJ-A1,x,하나 창구,One,IJMCST\nIJ-A2,,둘 창구,Two,NOWHERE\n");
        of("ij.officer", id)
                .statusCode(200)
                .body("state", equalTo("MAPPING"))
                .body("columns.header", contains("관리번호", "비고", "시스템이름", "영문명", "소관기관"))
                .body("columns.field", contains("code", null, "name.ko", "name.en", "owner"))
                .body("columns[0].sample", equalTo("IJ-A1"));
        String mapping = "/api/v1/systems/imports/" + id + "/mapping";
        As.person("ij.officer")
                .body("{\"columns\":[{\"column\":1,\"field\":\"name.ko\"},{\"column\":9,\"field\":\"code\"}]}")
                .put(mapping)
                .then()
                .statusCode(422)
                .body("errors.code", contains("no-such-column", "code-column-needed"));
        As.person("ij.officer")
                .body("{\"columns\":[{\"column\":1,\"field\":\"code\"},{\"column\":3,\"field\":\"name.ko\"},"
                        + "{\"column\":4,\"field\":\"name.en\"},{\"column\":5,\"field\":\"owner\"}]}")
                .put(mapping)
                .then()
                .statusCode(202)
                .body("state", equalTo("WAITING"));
        sweep.run();
        of("ij.officer", id)
                .body("state", equalTo("CHECKED"))
                .body("progress.rows", equalTo(2))
                .body("progress.checked", equalTo(2))
                .body("progress.failed", equalTo(1))
                .body("counts.CREATED", equalTo(1))
                .body("percent", equalTo(100));
        apply("ij.officer", id, Map.of("partial", false)).statusCode(202);
        sweep.run();
        of("ij.officer", id).body("state", equalTo("CHECKED")).body("applying", equalTo(true));
        As.admin().get("/api/v1/systems/IJ-A1").then().statusCode(404);
        apply("ij.officer", id, Map.of("partial", true)).statusCode(202);
        sweep.run();
        of("ij.officer", id)
                .body("state", equalTo("APPLIED"))
                .body("progress.written", equalTo(1))
                .body("progress.failed", equalTo(1));
        As.admin().get("/api/v1/systems/IJ-A1").then().statusCode(200).body("changedBy", equalTo("ij.officer"));
        apply("ij.officer", id, Map.of("partial", true)).statusCode(409);
        String report = As.person("ij.officer")
                .accept("text/csv")
                .get("/api/v1/systems/imports/" + id + "/report")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(report).contains("IJ-A1,\"하나 창구\",New").contains("IJ-A2").contains("소관기관: ");
        of("ij.other", id).statusCode(404);
        of("admin", id).statusCode(200);
    }

    @Test
    void a_row_that_looks_like_a_system_is_told_and_people_decide() {
        As.admin()
                .contentType("text/csv")
                .body((HEAD + "IJ-B1,IJMCST 기관 통합 인허가 시스템,Permits,IJMCST\nIJ-B2,국가 전자결재 공통기반 포털,Approvals,IJMOIS\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200);
        String id = begin(
                "admin",
                "code,name.ko,name.en,owner,dependencies\nIJ-B11,통합인허가 시스템,Permits II,IJMCST,\n"
                        + "IJ-B12,국가전자결재 공통기반포털,Approvals II,IJMCST,IJ-B11\nIJ-B13,전혀 다른 일,Else,IJMCST,IJ-B11\n"
                        + "IJ-B14,통합 인허가 시스템,Permits III,IJMCST,\n");
        sweep.run();
        of("admin", id).body("alike", equalTo(3)).body("open", equalTo(3)).body("counts.CREATED", equalTo(4));
        As.admin()
                .get("/api/v1/systems/imports/" + id + "/rows?show=ALIKE&limit=2")
                .then()
                .body("items.row", contains(2, 3))
                .body("items[0].alike[0].code", equalTo("IJ-B1"))
                .body("items[0].alike[0].sameOwner", equalTo(true))
                .body("items[1].alike.code", contains("IJ-B2"))
                .body("items[1].alike[0].sameOwner", equalTo(false))
                .body("items[1].alike[0].similarity", equalTo(1.0f))
                .body("next", not(nullValue()));
        apply("admin", id, Map.of("partial", false)).statusCode(422).body("errors[0].pointer", equalTo("/undecided"));
        String decisions = "/api/v1/systems/imports/" + id + "/decisions";
        As.admin()
                .body("{\"decisions\":[{\"row\":2,\"decision\":\"SAME\",\"as\":\"IJ-NONE\"}]}")
                .put(decisions)
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/decisions/0/as"));
        As.admin()
                .body(
                        "{\"decisions\":[{\"row\":2,\"decision\":\"SAME\",\"as\":\"IJ-B1\"},{\"row\":3,\"decision\":\"NEW\"}]}")
                .put(decisions)
                .then()
                .statusCode(200)
                .body("open", equalTo(1));
        apply("admin", id, Map.of("partial", false, "undecided", "SKIP")).statusCode(202);
        sweep.run();
        of("admin", id)
                .body("state", equalTo("APPLIED"))
                .body("counts.CREATED", equalTo(2))
                .body("counts.CHANGED", equalTo(1))
                .body("counts.SKIPPED", equalTo(1));
        As.admin().get("/api/v1/systems/IJ-B1").then().body("name.ko", equalTo("통합인허가 시스템"));
        As.admin().get("/api/v1/systems/IJ-B11").then().statusCode(404);
        As.admin().get("/api/v1/systems/IJ-B13/dependencies").then().body("items.on", contains("IJ-B1"));
        As.admin().get("/api/v1/systems/IJ-B14").then().statusCode(404);
    }

    @Test
    void rows_of_one_file_are_compared_with_each_other_too() {
        String id = begin(
                "admin",
                "code,name.ko,name.en,owner\nIJ-F1,온라인 민원 상담 창구,Advice,IJMCST\nIJ-F2,IJMCST 기관 온라인민원 상담창구,Advice II,IJMCST\n"
                        + "IJ-F3,온라인 민원상담 창구 2,Advice III,IJMCST\nIJ-F4,온라인 민원 상담 창구,Advice IV,IJMOIS\n"
                        + "IJ-F5,도로 굴착 허가,Digging,IJMCST\nIJ-F5,또 다른 이름,Again,IJMCST\n");
        sweep.run();
        of("admin", id).body("alike", equalTo(2)).body("open", equalTo(2)).body("counts.REFUSED", equalTo(1));
        As.admin()
                .get("/api/v1/systems/imports/" + id + "/rows?show=ALIKE")
                .then()
                .body("items.row", contains(3, 4))
                .body("items[0].alike.code", contains("IJ-F1"))
                .body("items[0].alike[0].row", equalTo(2))
                .body("items[0].alike[0].similarity", equalTo(1.0f))
                .body("items[1].alike.code", contains("IJ-F1"))
                .body("items[1].alike[0].sameOwner", equalTo(true));
        As.admin()
                .get("/api/v1/systems/imports/" + id + "/rows?show=REFUSED")
                .then()
                .body("items.row", contains(7))
                .body("items[0].errors[0].code", equalTo("duplicate"));
        As.admin()
                .body("{\"decisions\":[{\"row\":3,\"decision\":\"SAME\",\"as\":\"IJ-F1\"}]}")
                .put("/api/v1/systems/imports/" + id + "/decisions")
                .then()
                .statusCode(422);
        As.admin()
                .accept("text/html")
                .get("/systems/imports/" + id + "?show=ALIKE")
                .then()
                .body(containsString("row 2 of this file"))
                .body(not(containsString("SAME:IJ-F1")));
    }

    @Test
    void many_rows_are_compared_in_as_many_statements_as_few() {
        int few = Statements.of(() -> looked(3));
        int many = Statements.of(() -> looked(60));
        assertThat(many).isEqualTo(few);
    }

    private static void looked(int rows) {
        StringBuilder file = new StringBuilder(HEAD);
        for (int i = 0; i < rows; i++) {
            file.append("IJ-S%d,갑을병정%d,x,IJMCST\n".formatted(i, i * 7919));
        }
        As.admin()
                .contentType("text/csv")
                .queryParam("dryRun", true)
                .body(file.toString().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200);
    }

    @Test
    void the_answer_of_one_request_tells_what_looks_alike_too() {
        As.admin()
                .contentType("text/csv")
                .body((HEAD + "IJ-C1,국민 안전 신고 포털,Safety,IJMOIS\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200);
        As.admin()
                .contentType("text/csv")
                .queryParam("dryRun", true)
                .queryParam("mapping", "번호:code")
                .body("번호,name.ko,name.en,owner\nIJ-C2,국민안전신고 포털,Safety,IJMOIS\n".getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200)
                .body("rows[0].alike.code", hasItem("IJ-C1"));
    }

    @Test
    void an_import_whose_replica_died_is_told_as_broken_off_and_can_be_looked_at_again() throws SQLException {
        String id = begin("ij.officer", HEAD + "IJ-D1,끊긴 일,Broken,IJMCST\n");
        try (Connection worker = database.getConnection();
                Statement statement = worker.createStatement()) {
            statement.execute("update register_import set state = 'RUNNING' where id = '" + id + "'");
            worker.setAutoCommit(false);
            statement.execute("select 1 from register_import_claim where import = '" + id + "' for update");
            sweep.run();
            of("ij.officer", id).body("state", equalTo("RUNNING"));
            worker.rollback();
            worker.setAutoCommit(true);
        }
        sweep.run();
        of("ij.officer", id).body("state", equalTo("BROKEN_OFF"));
        As.admin().get("/api/v1/systems/IJ-D1").then().statusCode(404);
        As.person("ij.officer")
                .body("{\"columns\":[{\"column\":1,\"field\":\"code\"},{\"column\":2,\"field\":\"name.ko\"},"
                        + "{\"column\":3,\"field\":\"name.en\"},{\"column\":4,\"field\":\"owner\"}]}")
                .put("/api/v1/systems/imports/" + id + "/mapping")
                .then()
                .statusCode(202);
        sweep.run();
        of("ij.officer", id).body("state", equalTo("CHECKED")).body("counts.CREATED", equalTo(1));
    }

    @Test
    void who_may_no_longer_act_has_nothing_applied() {
        As.create("ij.leaver", "OFFICER", "IJMCST");
        String id = begin("ij.leaver", HEAD + "IJ-E1,떠난 사람,Left,IJMCST\n");
        As.admin()
                .header("If-Match", "\"1\"")
                .body("{\"name\":\"ij.leaver\",\"roles\":[\"OFFICER\"],\"institution\":\"IJMCST\","
                        + "\"active\":false}")
                .put("/api/v1/people/ij.leaver")
                .then()
                .statusCode(200);
        sweep.run();
        of("admin", id).body("state", equalTo("FAILED")).body("problem.code", equalTo("register.import-nobody"));
    }

    @Test
    void the_pages_lead_from_the_upload_to_the_report() {
        String page = As.person("ij.officer")
                .contentType("multipart/form-data")
                .accept(ContentType.HTML)
                .multiPart(
                        "file",
                        "my-list.csv",
                        "번호,이름,영문명,기관\nIJ-F1,쪽의 일,Page,IJMCST\n".getBytes(StandardCharsets.UTF_8),
                        "text/csv")
                .redirects()
                .follow(false)
                .post("/systems/import")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String path = page.substring(page.indexOf("/systems/"));
        html("ij.officer")
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("my-list.csv"))
                .body(containsString("column.2"));
        html("ij.officer")
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("column.1", "code")
                .formParam("column.2", "name.ko")
                .formParam("column.3", "name.en")
                .formParam("column.4", "owner")
                .redirects()
                .follow(false)
                .post(path + "/mapping")
                .then()
                .statusCode(303);
        html("ij.officer")
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("<progress"))
                .body(containsString("hx-get"));
        sweep.run();
        html("ij.officer").get(path + "?show=ALL").then().statusCode(200).body(containsString("IJ-F1"));
        html("ij.officer")
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("undecided", "NEW")
                .redirects()
                .follow(false)
                .post(path + "/application")
                .then()
                .statusCode(303);
        sweep.run();
        html("ij.officer").get(path).then().statusCode(200).body(containsString("h-alert success"));
        html("ij.officer").get("/systems/import").then().statusCode(200).body(containsString("my-list.csv"));
        As.person("ij.officer").get("/api/v1/systems/imports").then().body("items", not(empty()));
        As.person("ij.other").get("/api/v1/systems/imports").then().body("items", hasSize(0));
    }

    private static RequestSpecification html(String who) {
        return As.person(who).contentType(ContentType.ANY).accept(ContentType.HTML);
    }
}

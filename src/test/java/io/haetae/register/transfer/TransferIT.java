package io.haetae.register.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.haetae.testing.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TransferIT {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @BeforeEach
    void two_ministries() {
        As.institution("TRMOIS", "MINISTRY", null, "TRMOIS");
        As.institution("TRMCST", "MINISTRY", null, "TRMOIS");
        As.create("tr.officer", "OFFICER", "TRMCST");
        As.create("tr.operator", "OPERATOR", "TRMCST");
    }

    private static Response bring(String who, String query, String csv) {
        return As.person(who)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/systems/import" + query);
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_changes_nothing() {
        String csv = "\uFEFF시스템코드,시스템명,시스템명(영문),보유기관,주요정보시스템,이용대상\n"
                + "TR-DRY1,하나,One,TRMCST,예,대국민\nTR-DRY2,둘,Two,TRNOWHERE,아니오,내부\n";
        bring("admin", "?dryRun=true", csv)
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("applied", equalTo(false))
                .body("counts.CREATED", equalTo(1))
                .body("counts.REFUSED", equalTo(1))
                .body("rows.row", contains(2, 3))
                .body("rows.outcome", contains("CREATED", "REFUSED"))
                .body("rows[1].errors[0].field", equalTo("보유기관"))
                .body("rows[1].errors[0].pointer", equalTo("/owner"))
                .body("rows[1].errors[0].code", equalTo("unknown-institution"))
                .body("rows[1].errors[0].message", containsString("TRNOWHERE"));
        As.admin().get("/api/v1/systems/TR-DRY1").then().statusCode(404);
    }

    @Test
    void one_wrong_row_keeps_all_out_unless_the_rest_is_asked_for() {
        String csv = "code,name.ko,name.en,owner,inServiceFrom\n"
                + "TR-ALL1,하나,One,TRMCST,2020-01-01\nTR-ALL2,둘,Two,TRMCST,soon\nTR-ALL1,셋,Three,TRMCST,\n";
        bring("admin", "", csv)
                .then()
                .statusCode(422)
                .body("applied", equalTo(false))
                .body("rows[1].errors[0].field", equalTo("inServiceFrom"))
                .body("rows[2].errors[0].code", equalTo("duplicate"));
        As.admin().get("/api/v1/systems/TR-ALL1").then().statusCode(404);
        bring("admin", "?partial=true", csv)
                .then()
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("counts.CREATED", equalTo(1))
                .body("counts.REFUSED", equalTo(2));
        As.admin().get("/api/v1/systems/TR-ALL1").then().statusCode(200).body("inServiceFrom", equalTo("2020-01-01"));
        As.admin()
                .get("/api/v1/audit?subject=systems")
                .then()
                .body("items.action", hasItem("register.systems-imported"));
    }

    @Test
    void columns_the_file_does_not_have_keep_what_the_register_says() {
        bring("admin", "", "code,name.ko,name.en,owner,publicText.ko,publicText.en\nTR-KEEP,하나,One,TRMCST,안내,Notice\n")
                .then()
                .statusCode(200);
        bring("admin", "", "code,name.ko\nTR-KEEP,새 이름\n")
                .then()
                .statusCode(200)
                .body("rows[0].outcome", equalTo("CHANGED"));
        As.admin()
                .get("/api/v1/systems/TR-KEEP")
                .then()
                .body("name.ko", equalTo("새 이름"))
                .body("name.en", equalTo("One"))
                .body("publicText.ko", equalTo("안내"))
                .body("version", equalTo(2));
        bring("admin", "", "code,name.ko\nTR-KEEP,새 이름\n").then().body("rows[0].outcome", equalTo("UNCHANGED"));
        bring("admin", "", "code,publicText.ko,publicText.en\nTR-KEEP,,\n")
                .then()
                .statusCode(200);
        As.admin().get("/api/v1/systems/TR-KEEP").then().body("publicText", equalTo(null));
    }

    @Test
    void services_come_as_one_cell_of_json_or_as_cells_of_their_own() {
        String csv = "code,name.ko,name.en,owner,services.0.code,services.0.name.ko,services.0.name.en\n"
                + "TR-SERVE,하나,One,TRMCST,CERT,증명 발급,Certificates\n";
        bring("admin", "", csv).then().statusCode(200);
        As.admin().get("/api/v1/systems/TR-SERVE").then().body("services[0].name.ko", equalTo("증명 발급"));
        bring("admin", "", "code,services\nTR-SERVE,\"[{\"\"code\"\":\"\"X\"\"}]\"\n")
                .then()
                .statusCode(422)
                .body("rows[0].errors[0].field", equalTo("services"))
                .body("rows[0].errors[0].pointer", equalTo("/services/0/name"))
                .body("rows[0].errors[0].code", equalTo("required"));
        bring("admin", "", "code,services\nTR-SERVE,oops\n")
                .then()
                .statusCode(422)
                .body("rows[0].errors[0].code", equalTo("not-json"));
    }

    @Test
    void dependencies_may_name_systems_of_the_same_file_but_none_that_nobody_knows() {
        String csv = "code,name.ko,name.en,owner,dependencies\n"
                + "TR-DEP1,하나,One,TRMCST,TR-DEP2:AUTHENTICATION; TR-DEP3\n"
                + "TR-DEP2,둘,Two,TRMCST,\nTR-DEP3,셋,Three,TRMCST,\n";
        bring("admin", "", csv).then().statusCode(200);
        As.admin()
                .get("/api/v1/systems/TR-DEP1/dependencies")
                .then()
                .body("items.on", contains("TR-DEP2", "TR-DEP3"))
                .body("items.type", contains("AUTHENTICATION", "DATA"));
        bring("admin", "", csv).then().body("counts.UNCHANGED", equalTo(3));
        bring("admin", "?partial=true", "code,dependencies\nTR-DEP2,TR-DEP1\nTR-DEP3,TR-NONE\n")
                .then()
                .body("rows.outcome", contains("CHANGED", "REFUSED"))
                .body("rows[1].errors[0].field", equalTo("dependencies"))
                .body("rows[1].errors[0].code", equalTo("unknown-system"));
    }

    @Test
    void owners_may_be_named_as_people_call_them() {
        bring("admin", "", "code,name.ko,name.en,owner\nTR-NAMED,하나,One,TRMCST 기관\n")
                .then()
                .statusCode(200);
        As.admin().get("/api/v1/systems/TR-NAMED").then().body("owner", equalTo("TRMCST"));
    }

    @Test
    void a_file_sets_no_grade() {
        bring("admin", "", "code,name.ko,name.en,owner,systemGrade\nTR-GRADE,하나,One,TRMCST,1\n")
                .then()
                .statusCode(422)
                .body("rows[0].errors[0].code", equalTo("not-by-import"));
    }

    @Test
    void an_officer_brings_in_the_own_ministry_only() {
        String csv =
                "code,name.ko,name.en,owner,major\nTR-OWN,하나,One,TRMCST,\nTR-THEIRS,둘,Two,TRMOIS,\nTR-MAJOR,셋,Three,TRMCST,Y\n";
        bring("tr.officer", "?partial=true", csv)
                .then()
                .statusCode(200)
                .body("rows.outcome", contains("CREATED", "REFUSED", "REFUSED"))
                .body("rows[1].errors[0].code", equalTo("not-your-system"))
                .body("rows[2].errors[0].code", equalTo("major-is-designated"));
        bring("tr.operator", "", csv).then().statusCode(403);
        As.admin().body("{}").post("/api/v1/systems/import").then().statusCode(415);
        bring("admin", "", "code,colour\nA,red\n")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("register.unknown-column"));
    }

    @Test
    void what_is_exported_can_be_imported_again_and_changes_nothing() {
        String csv = "code,name.ko,name.en,owner,major,recovery.rtoMinutes,contacts,dependencies\n"
                + "TR-OUT1,\"=첫째, 시스템\",One,TRMCST,예,60,\"[{\"\"function\"\":\"\"운영\"\",\"\"phone\"\":\"\"+82-2-1\"\"}]\",TR-OUT2:DATA\n"
                + "TR-OUT2,둘,Two,TRMOIS,,,,\n";
        bring("admin", "", csv.replace("=첫째", "'=첫째")).then().statusCode(200);
        byte[] file = As.admin()
                .accept("text/csv")
                .get("/api/v1/systems/export?q=TR-OUT")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .header("Content-Disposition", startsWith("attachment"))
                .extract()
                .asByteArray();
        String text = new String(file, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFcode,name.ko").contains("\"'=첫째, 시스템\"");
        bring("admin", "", text).then().statusCode(200).body("counts.UNCHANGED", equalTo(2));
        byte[] workbook = As.admin()
                .accept(XLSX)
                .get("/api/v1/systems/export?q=TR-OUT&format=XLSX")
                .then()
                .statusCode(200)
                .contentType(XLSX)
                .extract()
                .asByteArray();
        As.admin()
                .contentType(XLSX)
                .body(workbook)
                .post("/api/v1/systems/import")
                .then()
                .statusCode(200)
                .body("counts.UNCHANGED", equalTo(2));
        String own = As.person("tr.officer")
                .accept("text/csv")
                .get("/api/v1/systems/export?q=TR-OUT&all=true")
                .asString();
        assertThat(own).contains("TR-OUT1").doesNotContain("TR-OUT2,");
    }

    @Test
    void two_thousand_rows_are_brought_in_at_once() {
        StringBuilder csv = new StringBuilder("code,name.ko,name.en,owner,audience,publicText.ko,publicText.en\n");
        for (int i = 0; i < 2_000; i++) {
            csv.append("TR-MANY-")
                    .append(i)
                    .append(",많은 시스템 ")
                    .append(i)
                    .append(",Many ")
                    .append(i);
            csv.append(",TRMCST,CITIZEN,잠시 쓸 수 없습니다.,Unavailable for now.\n");
        }
        bring("admin", "", csv.toString()).then().statusCode(200).body("counts.CREATED", equalTo(2_000));
        As.admin().get("/api/v1/systems?q=TR-MANY&limit=200").then().body("items", hasSize(200));
    }
}

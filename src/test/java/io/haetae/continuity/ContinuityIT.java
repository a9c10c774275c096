package io.haetae.continuity;

import static io.haetae.continuity.Counter.ACTIVATIONS;
import static io.haetae.continuity.Counter.RECEIPTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.OwnerConnection;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContinuityIT {

    private static final String FAILED = "2023-11-17T08:46:00+09:00";

    @Inject
    MovableClock clock;

    @Inject
    OwnerConnection owner;

    @Inject
    ContinuitySweep sweep;

    private String system = "";

    @BeforeEach
    void the_afternoon_of_17_november() {
        clock.setTo(Instant.parse("2023-11-17T05:00:00Z"));
        Counter.open();
        system = Counter.system();
    }

    @Test
    void a_plan_is_kept_in_versions_and_names_only_what_there_is() {
        String plan = """
                {"keptBy":"민원제도과","reviewOn":"2024-03-01","validFrom":"2023-01-01","validUntil":"2024-12-31",
                 "guidance":{"ko":"가까운 주민센터를 이용하십시오.","en":"Please go to a community centre."},
                 "offices":["대전","서울"],"services":[{"code":"CERT","deadlineRule":"%s","fields":[]}]}
                """;
        As.person("cio.mois")
                .body(plan.formatted("suspension"))
                .put("/api/v1/continuity/plans/CT-AUTH")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/services/0/code"));
        As.person("cio.mois")
                .body(plan.formatted("whatever"))
                .put("/api/v1/continuity/plans/CT-HOSTED")
                .then()
                .statusCode(403);
        As.person("op.na")
                .body(plan.formatted("suspension"))
                .put("/api/v1/continuity/plans/GOV24")
                .then()
                .statusCode(404);
        As.person("cio.mois")
                .body(plan.formatted("whatever"))
                .put("/api/v1/continuity/plans/GOV24")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/services/0/deadlineRule"))
                .body("errors[0].detail", containsString("sent-in-time"));
        int before = versions("GOV24");
        As.person("cio.mois")
                .body(plan.formatted("suspension"))
                .put("/api/v1/continuity/plans/GOV24")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"" + (before + 1) + "\""))
                .body("services[0].fields.name", contains("applicant", "contact", "content"));
        As.person("cio.mois")
                .header("If-Match", "\"" + before + "\"")
                .body(plan.formatted("suspension"))
                .put("/api/v1/continuity/plans/GOV24")
                .then()
                .statusCode(412);
        assertThat(versions("GOV24")).isEqualTo(before + 1);
        As.person("aud.mois")
                .get("/api/v1/continuity/plans")
                .then()
                .statusCode(200)
                .body("items.find { it.system == 'GOV24' }.standing", equalTo("VALID"));
        clock.setTo(Instant.parse("2025-01-01T00:00:00Z"));
        As.person("aud.mois")
                .get("/api/v1/continuity/plans?withoutValid=true")
                .then()
                .body("items.find { it.system == 'GOV24' }.standing", equalTo("EXPIRED"));
    }

    private static int versions(String system) {
        return As.person("cio.mois")
                .get("/api/v1/continuity/plans/" + system + "/versions")
                .then()
                .statusCode(200)
                .extract()
                .<List<?>>path("items")
                .size();
    }

    @Test
    void a_substitute_is_warned_of_when_what_it_rests_on_falls_later() {
        String incident = Counter.incident(system, FAILED);
        String id = Counter.activated(system, incident);
        As.person("clerk.a")
                .get(ACTIVATIONS + "/" + id)
                .then()
                .statusCode(200)
                .body("services[0].substitutes.name.en", contains("Visit a community centre", "Post"))
                .body("services[0].substitutes.warnings.flatten()", empty());

        String second = Counter.incident("CT-AUTH", "2023-11-17T13:55:00+09:00");

        As.person("clerk.a")
                .get(ACTIVATIONS + "/" + id)
                .then()
                .body("services[0].substitutes[0].warnings.dependsOn", contains("CT-DESK"))
                .body("services[0].substitutes[0].warnings.down", contains("CT-AUTH"))
                .body("services[0].substitutes[0].warnings.service", contains("STOPPED"))
                .body("services[0].substitutes[1].warnings", empty());
        Counter.recover(second, "CT-AUTH", "2023-11-17T14:00:00+09:00");
        As.person("clerk.a")
                .get(ACTIVATIONS + "/" + id)
                .then()
                .body("services[0].substitutes.warnings.flatten()", empty());
        assertThat(Counter.activate(system, incident).statusCode()).isEqualTo(409);
        assertThat(Counter.activate(system, second).statusCode()).isEqualTo(409);
        assertThat(Counter.activate("NO-SUCH", second).statusCode()).isEqualTo(422);
        As.person("op.mohw").get(ACTIVATIONS + "/" + id).then().statusCode(404);
        As.person("op.mohw").get(ACTIVATIONS).then().body("items.id", not(hasItem(id)));
    }

    @Test
    void a_receipt_is_taken_processed_back_checked_by_another_and_the_activation_closed() throws SQLException {
        String incident = Counter.incident(system, FAILED);
        String id = Counter.activated(system, incident);
        String number = take(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-17"));
        assertThat(number).matches(system + "-CERT-대전-\\d{5}");
        As.person("clerk.b")
                .get(RECEIPTS + "/" + number)
                .then()
                .body("fields.applicant", equalTo("홍길동"))
                .body("deadline.outcome", equalTo("AWAITING_RECOVERY"))
                .body("deadline.rule", equalTo("suspension"));
        As.person("aud.mois")
                .get(RECEIPTS + "/" + number)
                .then()
                .statusCode(200)
                .body("fields", nullValue());
        assertThat(stored(number)).doesNotContain("홍길동").doesNotContain("010-1234");
        close(id, "{}").then().statusCode(409).body("detail", containsString("1 are not processed"));

        clock.setTo(Instant.parse("2023-11-18T01:00:00Z"));
        Counter.recover(incident, system, "2023-11-18T09:00:00+09:00");
        As.person("clerk.b")
                .get(RECEIPTS + "/" + number)
                .then()
                .body("deadline.outcome", equalTo("MOVED"))
                .body("deadline.deadline", equalTo("2023-11-20"));
        process(number, "2023-11-19").then().statusCode(422).body("errors[0].pointer", equalTo("/effectiveOn"));
        process(number, "2023-11-17")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROCESSED"))
                .body("processing.effectiveOn", equalTo("2023-11-17"))
                .body("processing.checkedAt", nullValue());
        check("clerk.a", number, "CONFIRMED", null).then().statusCode(403);
        check("clerk.b", number, "RETURNED", null).then().statusCode(422);
        check("clerk.b", number, "RETURNED", "효력일 확인").then().statusCode(200).body("state", equalTo("RECEIVED"));
        process(number, "2023-11-17").then().statusCode(200);
        close(id, "{}").then().statusCode(409);
        check("clerk.b", number, "CONFIRMED", null).then().statusCode(200);
        check("clerk.b", number, "CONFIRMED", null).then().statusCode(409);
        process(number, "2023-11-17").then().statusCode(409);
        reconciled(id).then().body("settled", equalTo(true)).body("difference", equalTo(0));
        close(id, "{}").then().statusCode(200).body("state", equalTo("CLOSED")).body("signOffReason", nullValue());
        As.person("clerk.a")
                .body(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-17"))
                .post(RECEIPTS)
                .then()
                .statusCode(409);
    }

    @Test
    void a_resident_registration_number_is_refused_and_not_repeated() {
        String id = Counter.activated(system, Counter.incident(system, FAILED));
        for (String typed : List.of("900101-1234567", "9001011234567", "900101 1234567", "９００１０１－１２３４５６７")) {
            Map<String, Object> receipt = new HashMap<>(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-17"));
            receipt.put("fields", Map.of("applicant", "홍길동", "contact", "02-2100-1234", "content", "주민 " + typed));
            As.person("clerk.a")
                    .body(receipt)
                    .post(RECEIPTS)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/fields/content"))
                    .body("errors[0].code", equalTo("resident-number"))
                    .body(not(containsString("1234567")));
        }
    }

    @Test
    void what_is_wrong_with_a_receipt_is_said_field_by_field() {
        String id = Counter.activated(system, Counter.incident(system, FAILED));
        As.person("clerk.a")
                .body("""
                        {"activation":"%s","service":"NONE","receivedAt":"2030-01-01T00:00:00+09:00","office":"---",
                         "rule":"extension-until","fields":{"shoe":"42"}}
                        """.formatted(id))
                .post(RECEIPTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/service", "/receivedAt", "/office", "/rule", "/fields/shoe"));
        As.person("clerk.a").body("""
                        {"activation":"%s","service":"CERT","receivedAt":"2023-11-17T10:00:00+09:00","office":"대전",
                         "originalDeadline":"tomorrow"}
                        """.formatted(id)).post(RECEIPTS).then().statusCode(400);
        As.person("sit.mois")
                .body(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-17"))
                .post(RECEIPTS)
                .then()
                .statusCode(403);
        As.person("op.mohw")
                .body(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-17"))
                .post(RECEIPTS)
                .then()
                .statusCode(404);
    }

    @Test
    void numbers_issued_in_advance_are_received_void_or_unused_and_none_is_lost() {
        String id = Counter.activated(system, Counter.incident(system, FAILED));
        List<String> numbers = As.person("clerk.a")
                .body(Map.of("service", "REPORT", "office", "서울 종로", "count", 3))
                .post(ACTIVATIONS + "/" + id + "/blocks")
                .then()
                .statusCode(201)
                .extract()
                .path("numbers");
        assertThat(numbers).hasSize(3).allMatch(number -> number.startsWith(system + "-REPORT-서울종로-"));
        Map<String, Object> onForm = new HashMap<>(Counter.receipt(id, "2023-11-17T10:00:00+09:00", "2023-11-20"));
        onForm.put("service", "REPORT");
        onForm.put("office", "서울  종로");
        onForm.put("number", numbers.get(1));
        assertThat(take(onForm)).isEqualTo(numbers.get(1));
        As.person("clerk.a")
                .body(onForm)
                .post(RECEIPTS)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/number"));
        As.person("clerk.b")
                .body(Map.of("reason", "찢어짐"))
                .put(RECEIPTS + "/" + numbers.get(0) + "/voidance")
                .then()
                .statusCode(200)
                .body("state", equalTo("VOID"));
        reconciled(id)
                .then()
                .body("lines", hasSize(1))
                .body("lines[0].office", equalTo("서울 종로"))
                .body("total.issued", equalTo(3))
                .body("total.received", equalTo(1))
                .body("total.voided", equalTo(1))
                .body("total.unused", equalTo(1))
                .body("difference", equalTo(0))
                .body("settled", equalTo(false));
        close(id, "{\"reason\":\"이관\"}").then().statusCode(403);
        As.person("cio.mois")
                .body("{\"reason\":\"본부에서 직접 처리\"}")
                .put(ACTIVATIONS + "/" + id + "/closure")
                .then()
                .statusCode(200)
                .body("signOffReason", equalTo("본부에서 직접 처리"));
    }

    @Test
    void a_decision_of_an_agency_and_a_corrected_recovery_move_the_deadlines() {
        clock.setTo(Instant.parse("2025-10-24T00:00:00Z"));
        String incident = Counter.incident(system, "2025-09-26T20:20:00+09:00");
        String id = Counter.activated(system, incident);
        String number = take(Counter.receipt(id, "2025-10-01T10:00:00+09:00", "2025-10-10"));
        String decision = """
                {"services":["CERT"],"amount":14,"unit":"DAYS","alsoWithinHours":0,
                 "decidedBy":{"name":"원장","position":"조세심판원장"},"documentNumber":"조세심판원 공고 2025-1"}
                """;
        As.person("clerk.a")
                .body(decision)
                .post(ACTIVATIONS + "/" + id + "/extensions")
                .then()
                .statusCode(201)
                .body("services[0].rule.id", equalTo("extension-after-recovery"))
                .body("services[0].says.en", containsString("14 days after recovery"))
                .body("services[1].rule.id", equalTo("suspension"));
        deadline(number).then().body("deadline.outcome", equalTo("AWAITING_RECOVERY"));

        Counter.recover(incident, system, "2025-10-23T09:00:00+09:00");
        sweep.run();
        sweep.run();
        deadline(number)
                .then()
                .body("deadline.deadline", equalTo("2025-11-06"))
                .body("deadline.rule", equalTo("extension-after-recovery"))
                .body("originalDeadline", equalTo("2025-10-10"));

        String again = Counter.incident(system, "2025-10-23T08:00:00+09:00");
        Counter.recover(again, system, "2025-10-24T08:00:00+09:00");
        deadline(number).then().body("deadline.deadline", equalTo("2025-11-07"));
        As.person("clerk.a")
                .body(decision.replace("\"amount\":14,", ""))
                .post(ACTIVATIONS + "/" + id + "/extensions")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/until"));
    }

    private static Response deadline(String number) {
        return As.person("clerk.a").get(RECEIPTS + "/" + number);
    }

    private static String take(Map<String, Object> receipt) {
        return As.person("clerk.a")
                .body(receipt)
                .post(RECEIPTS)
                .then()
                .statusCode(201)
                .extract()
                .path("number");
    }

    private static Response process(String number, String effectiveOn) {
        return As.person("clerk.a")
                .body(Map.of("processedAt", "2023-11-18T09:30:00+09:00", "effectiveOn", effectiveOn))
                .put(RECEIPTS + "/" + number + "/processing");
    }

    private static Response check(String who, String number, String outcome, @Nullable String reason) {
        Map<String, Object> body = new HashMap<>(Map.of("outcome", outcome));
        if (reason != null) {
            body.put("reason", reason);
        }
        return As.person(who).body(body).put(RECEIPTS + "/" + number + "/check");
    }

    private static Response close(String id, String body) {
        return As.person("clerk.a").body(body).put(ACTIVATIONS + "/" + id + "/closure");
    }

    private static Response reconciled(String id) {
        return As.person("clerk.a").get(ACTIVATIONS + "/" + id + "/reconciliation");
    }

    /** The row as the database holds it. */
    private String stored(String number) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select r::text || encode(content, 'escape') from continuity_receipt r where number = '"
                                + number + "'")) {
            row.next();
            return row.getString(1);
        }
    }
}

package io.haetae.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.haetae.testing.As;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JournalHttpIT {

    @Inject
    Journal journal;

    @Inject
    SealSweep sweep;

    private String subject;

    @BeforeEach
    void two_sealed_entries() {
        subject = "HTTP-" + System.nanoTime();
        QuarkusTransaction.requiringNew().run(() -> {
            journal.record("trial.begun", "TRIAL", subject, Map.of("값", "<b>하나</b>"));
            journal.record("trial.done", "TRIAL", subject, Map.of());
        });
        sweep.run();
    }

    @Test
    void an_administrator_reads_the_entries_of_a_subject_newest_first() {
        As.admin()
                .queryParam("subject", subject)
                .queryParam("limit", 1)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .header("Link", endsWith("rel=\"next\""))
                .body("items", hasSize(1))
                .body("items[0].action", equalTo("trial.done"))
                .body("items[0].actor", equalTo("haetae"))
                .body("items[0].subject", equalTo(subject))
                .body("items[0].sealed", equalTo(true))
                .body("items[0].at", endsWith("+09:00"));
    }

    @Test
    void only_an_auditor_reads_what_changed() {
        auditor()
                .queryParam("subject", subject)
                .queryParam("action", "trial.begun")
                .get("/api/v1/audit")
                .then()
                .body("items[0].data.값", equalTo("<b>하나</b>"))
                .body("next", nullValue());
        As.admin()
                .queryParam("subject", subject)
                .get("/api/v1/audit")
                .then()
                .body("items", hasSize(2))
                .body("items.data", everyItem(nullValue()));
        assertThat(page("admin", "ko", "/journal?subject=" + subject))
                .contains("변경 내용은 감사 담당자만 볼 수 있습니다.")
                .doesNotContain("하나");
    }

    @Test
    void the_same_is_a_table_when_asked_for_one() {
        As.admin()
                .accept("text/csv")
                .queryParam("subject", subject)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .body(startsWith("\ufeffid,at,actor"))
                .body(containsString("trial.begun"));
    }

    @Test
    void a_caller_who_accepts_anything_gets_json() {
        As.admin()
                .accept("*/*")
                .queryParam("subject", subject)
                .get("/api/v1/audit")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items", hasSize(2));
    }

    @Test
    void verification_counts_and_says_intact() {
        As.admin()
                .get("/api/v1/audit/verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("unsealed", equalTo(0))
                .body("firstBroken", nullValue());
    }

    @Test
    void whoever_is_neither_auditor_nor_administrator_reads_nothing_of_it() {
        auditor();
        As.create("audit.operator", "OPERATOR", "AUDMOIS");
        for (String path : new String[] {
            "/api/v1/audit", "/api/v1/audit/verify", "/journal", "/journal/verification", "/journal/entries.csv"
        }) {
            As.person("audit.operator").accept("*/*").get(path).then().statusCode(403);
            As.person("audit.auditor").accept("*/*").get(path).then().statusCode(200);
        }
        As.nobody().get("/api/v1/audit").then().statusCode(401);
    }

    @Test
    void what_cannot_be_read_as_a_time_is_named() {
        As.admin()
                .queryParam("from", "yesterday")
                .get("/api/v1/audit")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo("/from"));
    }

    @Test
    void the_page_shows_entries_in_both_languages_and_lets_no_markup_in() {
        auditor();
        String korean = page("audit.auditor", "ko", "/journal?subject=" + subject);
        assertThat(korean)
                .contains("<h1>감사 기록</h1>", subject, "trial.begun", "&lt;b&gt;하나&lt;/b&gt;")
                .doesNotContain("<b>하나");
        assertThat(korean).contains("href=\"/journal/entries.csv?subject=" + subject + "\"");
        assertThat(page("admin", "en", "/journal?subject=" + subject)).contains("<h1>Journal</h1>");
        assertThat(page("admin", "ko", "/journal?subject=NOBODY-" + subject)).contains("조건에 맞는 기록이 없습니다");
    }

    @Test
    void the_verification_is_a_page_or_a_fragment_of_one() {
        assertThat(page("admin", "ko", "/journal/verification")).contains("<html", "모든 기록이 처음 남긴 그대로입니다.");
        assertThat(As.admin()
                        .accept("text/html")
                        .header("HX-Request", "true")
                        .get("/journal/verification")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("Every entry is as it was written.")
                .doesNotContain("<html");
    }

    private static RequestSpecification auditor() {
        As.institution("AUDMOIS", "MINISTRY", null, "AUDMOIS");
        As.create("audit.auditor", "AUDITOR", "AUDMOIS");
        return As.person("audit.auditor");
    }

    private static String page(String who, String language, String path) {
        return RestAssured.given()
                .auth()
                .preemptive()
                .basic(who, As.PASSWORD)
                .accept("text/html")
                .header("Accept-Language", language)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}

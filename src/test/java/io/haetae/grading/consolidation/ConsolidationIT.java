package io.haetae.grading.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.haetae.register.ConfirmedGradeService;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which systems are looked at for a merge or an abolition, by what their owners say of a year. */
@QuarkusTest
class ConsolidationIT {

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Inject
    MovableClock clock;

    @Inject
    ConfirmedGradeService grades;

    private String one = "";

    @BeforeEach
    void an_owner_with_a_system_of_grade_three() {
        clock.setTo(MovableClock.START);
        As.institution("CNMOIS", "MINISTRY", null, "CNMOIS");
        As.institution("CNTAX", "AGENCY", null, "CNMOIS");
        As.institution("CNOTHER", "AGENCY", null, "CNMOIS");
        As.create("cn.officer", "OFFICER", "CNTAX");
        As.create("cn.operator", "OPERATOR", "CNTAX");
        As.create("cn.other", "OFFICER", "CNOTHER");
        As.create("cn.authority", "AUTHORITY", "CNMOIS");
        one = system("CNTAX", 3);
    }

    private String system(String owner, int grade) {
        return system(owner, grade, "이용 " + COUNTER.get(), "");
    }

    @ActivateRequestContext
    String system(String owner, int grade, String name, String more) {
        String code = "CN-" + COUNTER.incrementAndGet();
        As.admin()
                .body("{\"code\":\"%s\",\"name\":{\"ko\":\"%s\",\"en\":\"%s\"},\"owner\":\"%s\",\"operator\":\"%s\"%s}"
                        .formatted(code, name, name, owner, owner, more))
                .post("/api/v1/systems")
                .then()
                .statusCode(201);
        grades.confirm(code, grade, clock.instant());
        return code;
    }

    private static ValidatableResponse state(String person, String code, int year, String facts) {
        return As.person(person)
                .body("{%s,\"source\":\"통계\",\"measuredOn\":\"2026-01-31\"}".formatted(facts))
                .put("/api/v1/systems/" + code + "/use/" + year)
                .then();
    }

    private static ValidatableResponse candidates(String query) {
        return As.person("cn.authority")
                .get("/api/v1/consolidation/candidates?institution=CNTAX&limit=200" + query)
                .then()
                .statusCode(200);
    }

    @Test
    void an_owner_states_a_year_with_its_source_and_what_is_left_out_is_unknown() {
        state("cn.operator", one, 2025, "\"users\":1200,\"satisfaction\":55.5")
                .statusCode(200)
                .body("years.find { it.year == 2025 }.users", equalTo(1200))
                .body("years.find { it.year == 2025 }.transactions", nullValue())
                .body("years.find { it.year == 2025 }.availability", equalTo(100.0f))
                .body("years.find { it.year == 2025 }.by", equalTo("cn.operator"))
                .body("years.find { it.year == 2025 }.measuredOn", equalTo("2026-01-31"))
                .body("years.find { it.year == 2024 }.source", nullValue());
        state("cn.officer", one, 2025, "\"transactions\":7")
                .statusCode(200)
                .body("years.find { it.year == 2025 }.users", nullValue())
                .body("years.find { it.year == 2025 }.transactions", equalTo(7));
        state("cn.officer", one, 2027, "\"users\":1").statusCode(422).body("errors.pointer", contains("/year"));
        state("cn.officer", one, 2025, "\"users\":-1").statusCode(400).body("errors.pointer", contains("/users"));
        state("cn.officer", one, 2025, "\"satisfaction\":100.01").statusCode(400);
        state("cn.other", one, 2025, "\"users\":1").statusCode(404);
        state("cn.authority", one, 2025, "\"users\":1").statusCode(403);
    }

    @Test
    void little_used_and_poor_systems_of_grade_three_are_candidates_with_the_reason_per_criterion() {
        state("cn.officer", one, 2025, "\"users\":9999,\"satisfaction\":59.99");
        String used = system("CNTAX", 3);
        state("cn.officer", used, 2025, "\"users\":10000,\"satisfaction\":10");
        String good = system("CNTAX", 4);
        state("cn.officer", good, 2025, "\"users\":1,\"satisfaction\":60,\"responseMillis\":10,\"costWon\":100");
        String unknown = system("CNTAX", 4);
        String important = system("CNTAX", 2);
        state("cn.officer", important, 2025, "\"users\":1,\"satisfaction\":1");

        candidates("")
                .body("ruleSet", equalTo("consolidation/product-default"))
                .body("year", equalTo(2025))
                .body("items.system", hasItem(one))
                .body("items.system", not(hasItem(used)))
                .body("items.system", not(hasItem(important)))
                .body(reason(one, "users", "why.en"), equalTo("9,999 users in the year (low below 10,000)"))
                .body(reason(one, "satisfaction", "low"), equalTo("YES"))
                .body(reason(one, "response", "low"), equalTo("UNKNOWN"))
                .body(reason(one, "response", "why"), nullValue());
        candidates("&candidate=UNKNOWN").body("items.system", hasItem(unknown));
        candidates("&candidate=NO").body("items.system", hasItems(used, good));
        candidates("&candidate=ALL")
                .body("items.system", hasItems(one, used, good, unknown))
                .body("items.system", not(hasItem(important)));
        candidates("&year=2024").body("items.system", not(hasItem(one)));
        As.person("cn.other")
                .get("/api/v1/consolidation/candidates?candidate=ALL")
                .then()
                .body("items.system", not(hasItem(one)));
        As.person("cn.authority")
                .get("/api/v1/consolidation/candidates?year=1999")
                .then()
                .statusCode(422);
        As.person("cn.authority")
                .get("/api/v1/consolidation/candidates?candidate=x")
                .then()
                .statusCode(422);
        As.person("cn.authority")
                .accept("text/csv")
                .get("/api/v1/consolidation/candidates?institution=CNTAX")
                .then()
                .statusCode(200)
                .body(containsString("2025," + one + ","))
                .body(containsString("9,999 users in the year"));
    }

    @Test
    void what_hangs_on_the_availability_is_measured() {
        String facts = "\"users\":1,\"satisfaction\":60,\"responseMillis\":10,\"costWon\":100";
        state("cn.officer", one, 2025, facts);
        candidates("&candidate=NO").body("items.system", hasItem(one));
        String number = As.person("cn.operator")
                .body("""
                        {"kind":"FAILURE","title":"중단","occurredAt":"2025-03-01T00:00:00+09:00",
                         "systems":[{"code":"%s","service":"STOPPED"}]}""".formatted(one))
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        As.person("cn.operator")
                .body("{\"recoveredAt\":\"2025-03-05T00:00:00+09:00\",\"level\":\"FULL\"}")
                .put("/api/v1/incidents/" + number + "/systems/" + one + "/recovery")
                .then()
                .statusCode(200);
        // 4 of 365 days
        candidates("")
                .body("items.system", hasItem(one))
                .body(reason(one, "availability", "value"), equalTo(98.9041f))
                .body(reason(one, "availability", "low"), equalTo("YES"));
    }

    @Test
    void a_year_counts_from_the_first_day_of_use_and_one_before_has_no_figure() {
        String two = system("CNTAX", 3, "새 시스템", ",\"inServiceFrom\":\"2025-12-31\"");
        state("cn.officer", two, 2025, "\"users\":1")
                .body("years.find { it.year == 2025 }.availability", equalTo(100.0f))
                .body("years.find { it.year == 2025 }.inUse.from", equalTo("2025-12-31"))
                .body("years.find { it.year == 2024 }.availability", nullValue())
                .body("years.find { it.year == 2024 }.inUse", nullValue());
        String three = system("CNTAX", 3, "더 새 시스템", ",\"inServiceFrom\":\"2026-01-01\"");
        As.person("cn.officer")
                .get("/api/v1/systems/" + three + "/use")
                .then()
                .body("years.find { it.year == 2026 }.availability", equalTo(100.0f))
                .body("years.find { it.year == 2026 }.inUse", nullValue())
                .body("years.find { it.year == 2025 }.availability", nullValue());
    }

    private static String reason(String code, String criterion, String field) {
        return "items.find { it.system == '%s' }.reasons.find { it.criterion == '%s' }.%s"
                .formatted(code, criterion, field);
    }

    @Test
    void pages_follow_each_other_by_code_and_cost_the_same_however_many_systems() {
        state("cn.officer", one, 2025, "\"users\":1,\"satisfaction\":1");
        String two = system("CNTAX", 3);
        state("cn.officer", two, 2025, "\"users\":1,\"satisfaction\":1");
        String query = "/api/v1/consolidation/candidates?institution=CNTAX";
        String next = As.person("cn.authority").get(query + "&limit=1").path("next");
        assertThat(next).isNotNull();
        String first = As.person("cn.authority").get(query + "&limit=1").path("items[0].system");
        String second =
                As.person("cn.authority").get(query + "&limit=1&cursor=" + next).path("items[0].system");
        assertThat(second).isGreaterThan(first);
        int small = Statements.of(() -> As.person("cn.authority").get(query + "&limit=1"));
        int large = Statements.of(() -> As.person("cn.authority").get(query + "&limit=200"));
        assertThat(large).isEqualTo(small);
    }

    @Test
    void systems_with_the_same_service_shared_dependencies_or_a_similar_name_are_shown_as_partners() {
        String service = ",\"services\":[{\"code\":\"S1\",\"name\":{\"ko\":\"쌍둥이 민원 " + one
                + "\",\"en\":\"Twin\"},\"emergency\":false,\"deadlines\":[],\"substitutes\":[]}]";
        String twin = system("CNTAX", 3, "전혀 다른 이름", service);
        String alike = system("CNOTHER", 3, "청사 주차 예약 " + one, "");
        String mine = system("CNTAX", 3, "청사 주차 예약 관리 " + one, service);
        As.person("cn.authority")
                .get("/api/v1/consolidation/candidates/" + mine)
                .then()
                .statusCode(200)
                .body("mayRecommend", equalTo(true))
                .body("system.system", equalTo(mine))
                .body("partners[0].system", equalTo(twin))
                .body("partners[0].services", contains("쌍둥이 민원 " + one))
                .body("partners.system", hasItem(alike));
        As.person("cn.officer")
                .get("/api/v1/consolidation/candidates/" + mine)
                .then()
                .body("mayRecommend", equalTo(false))
                .body("partners.system", not(hasItem(alike)));
        As.person("cn.authority")
                .accept(ContentType.HTML)
                .get("/grading/consolidation/" + mine)
                .then()
                .statusCode(200)
                .body(containsString("wanted.into=" + twin))
                .body(containsString("subject.id=" + mine));
    }

    private static ValidatableResponse bring(String person, String query, String csv) {
        return As.person(person)
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/consolidation/facts/import" + query)
                .then();
    }

    @Test
    void many_systems_are_stated_by_a_file_and_nothing_is_written_unless_every_row_is_right() {
        String other = system("CNOTHER", 3);
        String head = "\uFEFF시스템코드,연도,연간 이용자,만족도,출처,측정일\n";
        String right = one + ",2025,\"1,000\",미상,통계,2026-01-31\n";
        bring("cn.officer", "?dryRun=true", head + right)
                .statusCode(200)
                .body("applied", equalTo(false))
                .body("accepted", equalTo(1))
                .body("wrong", empty());
        bring("cn.officer", "", head + right + other + ",2025,5,1,통계,2026-01-31\n" + one + ",2024,x,101,,no\n")
                .statusCode(422)
                .body("applied", equalTo(false))
                .body("refused", equalTo(2))
                .body("wrong.row", contains(3, 4, 4, 4))
                .body("wrong.field", contains("system", "users", "source", "measuredOn"));
        As.person("cn.officer")
                .get("/api/v1/systems/" + one + "/use")
                .then()
                .body("years.find { it.year == 2025 }.users", nullValue());
        bring("cn.officer", "?partial=true", head + right + right)
                .statusCode(200)
                .body("applied", equalTo(true))
                .body("wrong.code", contains("duplicate"));
        As.person("cn.officer")
                .get("/api/v1/systems/" + one + "/use")
                .then()
                .body("years.find { it.year == 2025 }.users", equalTo(1000))
                .body("years.find { it.year == 2025 }.satisfaction", nullValue());
        bring("cn.officer", "", "system,year,colour\n").statusCode(400).body("allowed", containsString("measuredOn"));
        bring("cn.authority", "", head + right).statusCode(403);
    }

    @Test
    void the_pages_list_candidates_lead_to_the_recommendation_and_take_facts() {
        page("cn.officer", "/systems/" + one + "/use").body(containsString("Unknown"));
        posted("/systems/" + one + "/use", "year=2025&users=3&satisfaction=12.5&source=survey&measuredOn=2026-01-31")
                .statusCode(303);
        posted("/systems/" + one + "/use", "year=2025&satisfaction=NaN&source=x&measuredOn=2026-01-31")
                .statusCode(422);
        posted("/systems/" + one + "/use", "year=2025&source=x&measuredOn=0001-01-01")
                .statusCode(422);
        posted("/systems/" + one + "/use", "year=2025&users=x&source=&measuredOn=2026-01-31")
                .statusCode(422);
        page("cn.officer", "/systems/" + one + "/use").body(containsString("survey"));
        page("cn.authority", "/grading/consolidation?institution=CNTAX")
                .body(containsString("3 users in the year"))
                .body(containsString("/actions/new?basis=MERGE_OR_ABOLISH&amp;institution=CNTAX"));
        page("cn.officer", "/grading/consolidation").body(not(containsString("/actions/new?basis")));
        page("cn.officer", "/grading/consolidation/import").body(containsString("measuredOn"));
        As.person("cn.officer")
                .contentType("multipart/form-data")
                .accept(ContentType.HTML)
                .multiPart(
                        "file", "x.csv", "system,year,source,measuredOn\n".getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("dryRun", "true")
                .post("/grading/consolidation/import")
                .then()
                .statusCode(422);
        As.person("cn.authority")
                .accept("*/*")
                .get("/grading/consolidation/export?institution=CNTAX")
                .then()
                .statusCode(200)
                .body(containsString(one));
        page("cn.authority", "/grading/consolidation/" + one).body(containsString("Recommend to abolish"));
        page("cn.authority", "/actions/new?basis=MERGE_OR_ABOLISH&subject.kind=SYSTEM&subject.id=" + one)
                .body(containsString(one));
    }

    @Test
    void the_form_that_the_candidate_leads_to_makes_the_recommendation_and_its_owner_answers_with_the_plan() {
        String form = "basis=MERGE_OR_ABOLISH&institution=CNTAX&subject.kind=SYSTEM&subject.id=" + one
                + "&wanted.kind=ABOLISH&title=x&text=y";
        String actions = As.person("cn.authority")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .body(form)
                .post("/actions/new")
                .then()
                .statusCode(303)
                .extract()
                .header("Location")
                .replaceFirst("^.*(/actions/)", "$1");
        page("cn.authority", "/actions?subject=SYSTEM:" + one)
                .body(containsString("Recommendation to merge or abolish"));
        page("cn.officer", actions).body(containsString("30 days")).body(containsString("Convenience of users"));
        posted(actions + "/plan", "text=x&responsible=x&dueOn=2027-01-31").statusCode(422);
        posted(actions + "/plan", "text=x&responsible=x&dueOn=2027-01-31&continuation.convenience=only")
                .statusCode(422)
                .body(containsString("only"));
        posted(
                        actions + "/plan",
                        "text=x&responsible=x&dueOn=2027-01-31&continuation.convenience=told"
                                + "&continuation.data=PRESERVATION&continuation.dataPlan=archive&continuation.continuity=portal")
                .statusCode(303);
        page("cn.authority", actions).body(containsString("archive")).body(containsString("Preserved"));
    }

    private static ValidatableResponse page(String person, String path) {
        return As.person(person).accept(ContentType.HTML).get(path).then().statusCode(200);
    }

    private static ValidatableResponse posted(String path, String form) {
        return As.person("cn.officer")
                .redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .accept(ContentType.HTML)
                .body(form)
                .post(path)
                .then();
    }
}

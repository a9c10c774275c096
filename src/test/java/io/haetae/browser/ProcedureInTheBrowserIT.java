package io.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The failure procedure worked to its end by three people in browsers, with the service killed in the middle. */
@RunsBeside
class ProcedureInTheBrowserIT {

    private static final String OPERATOR = "operator";
    private static final String OFFICER = "officer";
    private static final String SITUATION = "situation";
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");

    @TempDir
    Path data;

    private final Map<String, BrowserContext> contexts = new HashMap<>();
    private final Map<String, Page> pages = new HashMap<>();
    private Browsers browsers;
    private PackagedServer service;
    private String incident = "";
    private String run = "";

    @BeforeEach
    void a_system_has_failed() {
        browsers = Browsers.start();
        service = PackagedServer.start(data, Map.of());
        new Api(service.uri(""), PackagedServer.ADMIN_PASSWORD).prepare();
        incident = declare();
        service.await("started procedure", () -> !runs().getList("items").isEmpty());
        run = runs().getString("items[0].id");
        logIn();
    }

    @AfterEach
    void stop() {
        contexts.values().forEach(BrowserContext::close);
        if (service != null) {
            service.close();
        }
        browsers.close();
    }

    @Test
    void three_people_work_the_failure_procedure_to_its_end() {
        Page my = page(OPERATOR);
        my.navigate("/my");
        my.locator("main a[href*='" + run + "']").first().waitFor();
        assertThat(my.title()).as("whatever its parts are called").startsWith("내 할 일");
        my.locator("main a[href*='" + run + "']").first().click();
        Look.at(my, "run-begun", "ko-KR");

        work(OPERATOR, "confirm-alarm", "DONE");
        work(OPERATOR, "call-on-duty", "DONE");
        work(OPERATOR, "call-answered", "answered");
        work(OPERATOR, "log-recognition", "DONE");
        work(OPERATOR, "scope", "DONE");
        work(OPERATOR, "check-shared-cause", "DONE");
        work(OPERATOR, "grade-right", "fits");
        Look.at(page(OPERATOR), "run-branches", "ko-KR");
        work(OFFICER, "assemble", "DONE");
        work(OPERATOR, "isolate", "DONE");
        work(OFFICER, "help-needed", "own");
        work(OFFICER, "how-to-recover", "change");

        handOver(OPERATOR, OFFICER);
        service.kill();
        service = PackagedServer.start(data, Map.of());
        logIn();
        Page after = page(OFFICER);
        after.navigate("/runs/" + run);
        assertThat(after.locator("#head")).containsText("박정보");

        work(OPERATOR, "approve-change", "APPROVED");
        assertThat(page(OPERATOR).locator("#steps")).containsText("승인");
        work(SITUATION, "approve-change", "APPROVED");
        work(OPERATOR, "recover-work", "DONE");
        work(OFFICER, "check-substitute", "DONE");
        work(OFFICER, "substitute-safe", "unsafe");
        work(OFFICER, "notice-counter", "DONE");
        work(OFFICER, "service-continues", "not-needed");
        work(SITUATION, "report-division-head", "DONE");
        work(SITUATION, "report-situation-room", "DONE");
        work(SITUATION, "report-cio", "SKIPPED");
        work(SITUATION, "report-written", "DONE");
        work(SITUATION, "report-leadership", "NOT_APPLICABLE");
        work(OFFICER, "meeting-needed", "not-needed");
        recover();
        for (String step :
                List.of("verify-service", "notice-recovered", "final-report", "field-check", "watch-first-day")) {
            work(step.equals("field-check") ? OFFICER : OPERATOR, step, "DONE");
        }
        work(OFFICER, "declare-normal", "APPROVED");
        work(SITUATION, "declare-normal", "APPROVED");
        work(OFFICER, "close-continuity", "NOT_APPLICABLE");
        work(OFFICER, "cause-known", "confirmed");
        work(OFFICER, "hand-over-review", "DONE");

        Page end = page(OFFICER);
        assertThat(end.locator("#head .krds-badge").first()).hasText("완료");
        Look.at(end, "run-ended", "ko-KR");
        end.navigate("/runs/" + run + "/sheet");
        Look.onPaper(end, "run-sheet", "ko-KR");
        end.navigate("/incidents/" + incident);
        Look.at(end, "incident-with-run", "ko-KR");
    }

    private void work(String who, String step, String outcome) {
        Page page = page(who);
        page.navigate("/runs/" + run);
        Locator form =
                page.locator("article[aria-labelledby='now-" + step + "'] form").first();
        for (Locator field : form.locator("[name^='fields.']:visible").all()) {
            fill(field);
        }
        form.locator("[name=evidence]").fill("통화 기록 2026-117");
        if (List.of("SKIPPED", "NOT_APPLICABLE").contains(outcome)) {
            form.locator("summary").click();
            form.locator("[name=reason]").fill("이미 유선으로 보고됨");
        }
        form.locator("button[name=outcome][value='" + outcome + "']").click();
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator("main .h-alert.danger")).hasCount(0);
    }

    private static void fill(Locator field) {
        String kind = (String) field.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type");
        switch (kind) {
            case "select" -> field.selectOption(new SelectOption().setIndex(1));
            case "datetime-local" ->
                field.fill(LocalDateTime.now(SEOUL).minusMinutes(5).format(TYPED));
            case "checkbox" -> {
                // stays as the page proposes it: the one system that it is about, and no deadline today
            }
            case "textarea" -> field.fill("라우터 포트 상태 확인");
            default -> field.fill("100");
        }
    }

    private void handOver(String from, String to) {
        Page page = page(from);
        page.navigate("/runs/" + run);
        Locator details = page.locator("details:has([name=person])");
        details.locator("summary").click();
        Locator form = details.locator("form");
        form.locator("[name=person]").fill(to);
        form.locator("[name=note]").fill("교대: 복구 방법 승인 대기");
        form.locator("button.primary").click();
        assertThat(page.locator("#head")).containsText("박정보");
    }

    private void recover() {
        Page page = page(OPERATOR);
        page.navigate("/incidents/" + incident);
        page.click("#recover form[action$=recoveries] button.primary");
        service.await("past the wait for recovery", () -> {
            page.navigate("/runs/" + run);
            return page.locator("article[aria-labelledby='now-verify-service']").count() == 1;
        });
    }

    private void logIn() {
        contexts.values().forEach(BrowserContext::close);
        for (String who : List.of(OPERATOR, OFFICER, SITUATION)) {
            BrowserContext context = browsers.open(service.uri("").toString(), "ko-KR", 1280, true);
            Page page = context.newPage();
            page.navigate("/login");
            page.fill("[name=username]", who);
            page.fill("[name=password]", Api.PASSWORD);
            page.click("main button");
            page.waitForURL(url -> !url.contains("/login"));
            contexts.put(who, context);
            pages.put(who, page);
        }
    }

    private Page page(String who) {
        return Objects.requireNonNull(pages.get(who), who);
    }

    private JsonPath runs() {
        return new JsonPath(service.send(
                        as(OPERATOR, "/api/v1/runs?subject=" + incident).GET().build())
                .body());
    }

    private String declare() {
        OffsetDateTime now = OffsetDateTime.now(SEOUL);
        HttpResponse<String> answer = service.send(as(OPERATOR, "/api/v1/incidents")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"kind": "FAILURE", "title": "새올 로그인 불가", "detectedAt": "%s", "recognisedAt": "%s",
                         "systems": [{"code": "GPKI", "service": "STOPPED"}]}""".formatted(now.minusHours(1), now.minusMinutes(30))))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonPath(answer.body()).getString("number");
    }

    private HttpRequest.Builder as(String who, String path) {
        return service.request(path, who);
    }
}

package io.haetae.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main line as an operator meets it: in both languages, by keyboard alone, and without script. */
@RunsBeside
class IncidentInTheBrowserIT {

    @TempDir
    static Path data;

    private static PackagedServer service;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.start();
        service = PackagedServer.start(data, Map.of());
        new Api(service.uri(""), PackagedServer.ADMIN_PASSWORD).prepare();
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (browsers != null) {
            browsers.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko-KR", "en-GB"})
    void an_operator_takes_an_incident_from_the_first_word_to_its_closure(String language) {
        boolean korean = language.startsWith("ko");
        try (BrowserContext context = browsers.open(service.uri("").toString(), language, 1280, true)) {
            Page page = context.newPage();
            page.navigate("/");
            Look.at(page, "login", language);
            logIn(page, "operator");
            Look.at(page, "board-empty", language);

            page.navigate("/incidents/new");
            String title = korean ? "정부24 접속 불가" : "Government24 cannot be reached";
            page.fill("[name=title]", title);
            page.fill("[name=q]", korean ? "정부" : "gov");
            page.click("#found button[value=GOV24]");
            page.selectOption("[name='systems.0.service']", "STOPPED");
            assertThat(page.locator("#preview .h-failure").first()).isVisible();
            Look.at(page, "declaration", language);
            page.click(".h-save .primary");

            assertThat(page).hasURL(Pattern.compile(".*/incidents/INC-\\d{4}-\\d{6}$"));
            assertThat(page.locator("h1")).hasText(title);
            Look.at(page, "incident-open", language);

            page.click("#head [data-key=acknowledge]");
            assertThat(page.locator("#told-now .h-alert.success")).containsText("김상황");
            Look.at(page, "incident-acknowledged", language);

            page.click("#recover form[action$=recoveries] button.primary");
            assertThat(page.locator("#head .krds-badge").first()).hasText(korean ? "복구" : "Recovered");
            Look.at(page, "incident-recovered", language);

            page.click("#closure button.primary");
            assertThat(page.locator("#head .krds-badge").first()).hasText(korean ? "상황 종료" : "Closed");
            Look.at(page, "incident-closed", language);

            page.navigate("/incidents");
            Look.at(page, "incidents", language);
            page.navigate("/help");
            Look.at(page, "help", language);
            page.navigate("/no-such-page");
            Look.at(page, "not-found", language);
        }
    }

    @Test
    void the_keyboard_alone_is_enough() {
        try (BrowserContext context = browsers.open(service.uri("").toString(), "ko-KR", 1280, true)) {
            Page page = context.newPage();
            page.navigate("/login");
            page.keyboard().press("Tab");
            assertThat(page.locator("#krds-skip-link a")).isFocused();
            page.focus("[name=username]");
            page.keyboard().type("operator");
            page.keyboard().press("Tab");
            page.keyboard().type(Api.PASSWORD);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("상황판");

            page.keyboard().press("n");
            assertThat(page.locator("h1")).hasText("장애 등록");
            page.focus("[name=title]");
            page.keyboard().type("메일 발송 지연 /njka?");
            page.focus("[name=q]");
            page.keyboard().type("메일");
            page.locator("#found button").first().focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("[name='systems.0.code']")).hasValue("PUBMAIL");
            page.focus("[name=title]");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("메일 발송 지연 /njka?");

            page.navigate("/");
            page.keyboard().press("/");
            assertThat(page.locator("#board-q")).isFocused();
            page.locator("#board-q").blur();
            page.keyboard().press("j");
            assertThat(page.locator("[data-row] a").first()).isFocused();
            page.keyboard().press("a");
            assertThat(page).hasURL(Pattern.compile(".*/incidents/INC-.*"));
            assertThat(page.locator("#told-now .h-alert.success")).containsText("김상황");
            page.keyboard().press("?");
            assertThat(page).hasURL(Pattern.compile(".*/help$"));
        }
    }

    @Test
    void it_all_works_without_script() {
        try (BrowserContext context = browsers.open(service.uri("").toString(), "ko-KR", 1280, false)) {
            Page page = context.newPage();
            page.navigate("/");
            logIn(page, "operator");
            page.navigate("/incidents/new");
            page.click(".h-save .primary");
            assertThat(page.locator("#errors")).isVisible();
            assertThat(page.locator("#f-title")).hasAttribute("aria-invalid", "true");

            page.fill("[name=title]", "행정전자서명 인증 지연");
            page.fill("[name=q]", "서명");
            page.click("[name=find]");
            page.click("#found button[value=GPKI]");
            page.selectOption("[name='systems.0.service']", "DEGRADED");
            page.click("[formaction$=preview]");
            assertThat(page.locator("#preview .h-failure").first()).isVisible();
            assertThat(page.locator("[name=title]")).hasValue("행정전자서명 인증 지연");
            page.click(".h-save .primary");
            page.click("#head [data-key=acknowledge]");
            page.fill("#f-timeline-text", "인증 서버 재시작");
            page.click("form[action$=timeline] button");
            assertThat(page.locator("#timeline")).containsText("인증 서버 재시작");
            page.click("#recover form[action$=recoveries] button.primary");
            page.click("#closure button.primary");
            assertThat(page.locator("#head .krds-badge").first()).hasText("상황 종료");
        }
    }

    @Test
    void the_board_shows_by_itself_what_another_operator_has_logged() {
        try (BrowserContext watching = browsers.open(service.uri("").toString(), "ko-KR", 1920, true);
                BrowserContext logging = browsers.open(service.uri("").toString(), "ko-KR", 1280, true)) {
            Page board = watching.newPage();
            board.navigate("/");
            logIn(board, "situation");
            Page form = logging.newPage();
            form.navigate("/");
            logIn(form, "operator");
            form.navigate("/incidents/new");
            form.fill("[name=title]", "통합메일 수신 불가");
            form.fill("[name=q]", "PUBMAIL");
            form.click("#found button[value=PUBMAIL]");
            assertThat(form.locator("[name='systems.0.code']")).hasValue("PUBMAIL");
            form.click(".h-save .primary");
            assertThat(board.locator(".h-incident h3")).containsText(new String[] {"통합메일 수신 불가"});
            Look.at(board, "board", "ko-KR");
        }
    }

    @Test
    void the_language_is_switched_in_the_header_and_the_address_stays() {
        try (BrowserContext context = browsers.open(service.uri("").toString(), "ko-KR", 390, true)) {
            Page page = context.newPage();
            page.navigate("/");
            logIn(page, "operator");
            page.navigate("/incidents?state=CLOSED");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("English"))
                    .click();
            assertThat(page).hasURL(Pattern.compile(".*/incidents\\?state=CLOSED$"));
            assertThat(page.locator("h1")).hasText("Incidents");
            assertThat(page.locator("html")).hasAttribute("lang", "en");
        }
    }

    private static void logIn(Page page, String username) {
        page.fill("[name=username]", username);
        page.fill("[name=password]", Api.PASSWORD);
        page.click("main button");
    }
}

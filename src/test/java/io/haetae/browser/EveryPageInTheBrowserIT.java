package io.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page with the demonstration on it, as somebody for whom it is: accessible, as wide as the window, printable. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@RunsBeside
class EveryPageInTheBrowserIT {

    /** Who looks, and at what. */
    private static final Map<String, List<String>> PAGES = Map.of(
            "cio.mois",
                    List.of(
                            "/systems",
                            "/systems/GOV24",
                            "/systems/GOV24/edit",
                            "/systems/GOV24/files",
                            "/systems/GOV24/history",
                            "/systems/GOV24/lineage",
                            "/systems/changes",
                            "/systems/GOV24/dependencies",
                            "/systems/GOV24/impact",
                            "/sites/NIRS-DAEJEON/impact",
                            "/systems/GOV24/assessments",
                            "/systems/GOV24/assessments/new",
                            "/systems/new",
                            "/systems/import",
                            "/grading",
                            "/campaigns",
                            "/designations",
                            "/systems/GOV24/designation",
                            "/delegations",
                            "/rules",
                            "/rules/system-grade/mois-2024/versions/2",
                            "/rules/system-grade/mois-2024/versions/2/preview",
                            "/grading/service-levels?institution=MOIS",
                            "/failure-plans/FMP-2026-0001",
                            "/surveys/SVY-2026-0001",
                            "/systems/GOV24/duties",
                            "/systems/GOV24/use",
                            "/grading/consolidation?candidate=ALL",
                            "/grading/consolidation/GOV24",
                            "/grading/consolidation/import",
                            "/rebuilds",
                            "/rebuilds/new?system=GOV24",
                            "/rebuilds/mine",
                            "/rosters?institution=MOIS",
                            "/rosters/calendar?institution=MOIS&view=MONTH",
                            "/incidents?state=OPEN"),
            "operator.nirs",
                    List.of(
                            "/",
                            "/incidents/new",
                            "/incidents/INC-2026-000001/clocks",
                            "/alerts",
                            "/alerts/severities",
                            "/deliveries",
                            "/help",
                            "/my",
                            "/duty",
                            "/hand-overs",
                            "/wall",
                            "/storm",
                            "/contacts",
                            "/runs",
                            "/manuals",
                            "/manuals/sop/failure-management/versions/2",
                            "/manuals/sop/post-failure-management/versions/1",
                            "/continuity",
                            "/alerts/silences",
                            "/alerts/heartbeats",
                            "/changes",
                            "/changes/new",
                            "/maintenance",
                            "/maintenance/new",
                            "/notices",
                            "/crises",
                            "/crisis/CRI-2026-0001",
                            "/reviews",
                            "/actions"),
            "admin",
                    List.of(
                            "/sites",
                            "/institutions",
                            "/institutions/GANGWON",
                            "/alerts/keys",
                            "/oversight",
                            "/rules/import",
                            "/rules/draft",
                            "/gateways"),
            "grade.mois",
                    List.of(
                            "/failure-plans",
                            "/surveys",
                            "/surveys/new",
                            "/surveys/SVY-2026-0001",
                            "/failure-plans/guidelines/FMG-2026-0001",
                            "/policy-programmes",
                            "/policy-programmes/PRG-2026-0001",
                            "/policy-programmes/PRG-2026-0001/sheet",
                            "/policy-programmes/PRG-2026-0001/tasks/1"),
            "support", List.of("/support", "/support/new?incident=INC-2026-000001", "/support/SUP-2026-0001"),
            "auditor", List.of("/journal", "/journal/verification"));

    private static final List<String> ON_PAPER = List.of(
            "/systems/GOV24",
            "/journal",
            "/deliveries",
            "/support/SUP-2026-0001",
            "/manuals/sop/failure-management/versions/2",
            "/manuals/sop/post-failure-management/versions/1");

    @TempDir
    static Path data;

    private static PackagedServer service;
    private static Browsers browsers;

    @BeforeAll
    static void start() {
        browsers = Browsers.start();
        service = PackagedServer.start(
                data, Map.of("HAETAE_DEMO", "true", "HAETAE_DEMO_PASSWORD", PackagedServer.ADMIN_PASSWORD));
        Demonstration.fail(service);
        Demonstration.ask(service);
        Demonstration.callForHelp(service);
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
    @Order(1)
    @ValueSource(strings = {"ko-KR", "en-GB"})
    void every_page_is_accessible_and_fits(String language) {
        SoftAssertions everyPage = new SoftAssertions();
        PAGES.forEach((username, paths) -> {
            try (BrowserContext context = browsers.open(service.uri("").toString(), language, 1280, true)) {
                Page page = logIn(context, username);
                for (String path : paths) {
                    everyPage
                            .assertThatCode(() -> visit(page, path, language))
                            .as(path)
                            .doesNotThrowAnyException();
                }
            }
        });
        try (BrowserContext context = browsers.open(service.uri("").toString(), language, 390, true)) {
            visit(context.newPage(), "/status", language);
        }
        everyPage.assertAll();
    }

    /** The yearly review from its opening to the grade that is notified, by the people whose it is. */
    @ParameterizedTest
    @Order(1)
    @ValueSource(strings = {"ko-KR", "en-GB"})
    void an_office_answers_the_full_review_until_its_grade_is_confirmed(String language) {
        String address = service.uri("").toString();
        try (BrowserContext authority = browsers.open(address, language, 1280, true);
                BrowserContext office = browsers.open(address, language, 1280, true)) {
            Page deciding = logIn(authority, "grade.mois");
            deciding.navigate("/campaigns");
            deciding.fill("[name=title]", "2030년 등급 전수 검토");
            deciding.fill("[name=dueAt]", "2030-12-23T18:00");
            deciding.fill("[name=institutions]", "MOIS");
            deciding.click("form[action='/campaigns'] button");
            Look.at(deciding, "campaign", language);

            Page answering = logIn(office, "cio.mois");
            answering.navigate("/campaigns");
            answering.locator("main tbody a").first().click();
            answering.locator(".h-actions a[href$='/answers']").click();
            answering.locator("[name$='.businessImpact']").first().selectOption("ACTUAL_LOSS");
            answering.locator("[name$='.annualUsers']").first().fill("30,000,000");
            answering.locator("[name$='.affectedSystems']").first().fill("250");
            answering.locator("label[for^='c-']").first().click();
            answering.click("form[method=post][action$='/answers'] button");
            assertThat(answering.locator("#report").innerText()).contains("1");
            Look.at(answering, "campaign-answers", language);
            answering.locator("section a[href^='/assessments/']").first().click();

            deciding.navigate(answering.url());
            deciding.locator("[name=outcome][value=CONFIRMED]").check(new Locator.CheckOptions().setForce(true));
            deciding.fill("[name='decidedBy.name']", "김국장");
            deciding.fill("[name='decidedBy.position']", "디지털정부국장");
            deciding.click("#decision button");
            answering.reload();
            assertThat(answering.locator("main").innerText())
                    .contains(language.startsWith("ko") ? "확정·통보" : "Notified");
            Look.at(answering, "campaign-decided", language);
        }
    }

    /** A list from its upload to the report of what was written; after the storm, because it adds systems. */
    @ParameterizedTest
    @Order(3)
    @ValueSource(strings = {"ko-KR", "en-GB"})
    void a_list_is_brought_in_with_its_columns_told(String language) {
        try (BrowserContext context = browsers.open(service.uri("").toString(), language, 1280, true)) {
            Page page = logIn(context, "cio.mois");
            page.navigate("/systems/import");
            String list = "시스템코드,이름,영문명,소관기관\nBR-" + language.substring(0, 2).toUpperCase(Locale.ROOT)
                    + ",들여온 대장의 시스템,From a list,MOIS\n";
            page.setInputFiles(
                    "#f-file", new FilePayload("list.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)));
            page.click("form[action='/systems/import'] button");
            Look.at(page, "import-columns", language);
            page.selectOption("[name='column.2']", "name.ko");
            page.click("form[action$='/mapping'] button");
            page.waitForSelector("#report");
            Look.at(page, "import-report", language);
            if (page.locator("[name=undecided]").count() > 0) { // the second list looks like the first
                page.locator("[name=undecided][value=NEW]").check(new Locator.CheckOptions().setForce(true));
            }
            page.click("form[action$='/application'] button");
            page.waitForSelector(".h-alert.success");
            Look.at(page, "import-applied", language);
        }
    }

    @Test
    @Order(2)
    void a_storm_of_709_systems_leaves_a_board_that_can_be_read() {
        assertThat(Demonstration.storm(service)).isEqualTo(709);
        String sheet = "/hand-overs/" + Demonstration.handOver(service);
        try (BrowserContext context = browsers.open(service.uri("").toString(), "ko-KR", 1280, true)) {
            Page page = logIn(context, "situation");
            for (String path :
                    List.of("/", "/?group=SITE", "/?group=INSTITUTION", "/?group=CRISIS", "/wall", "/storm")) {
                page.navigate(path); // once, as on any day before the storm
                page.navigate(path);
                print(path, weigh(page));
            }
            page.navigate("/");
            assertThat(page.textContent("#open .h-num")).isEqualTo("709");
            Map<String, Object> board = weigh(page);
            assertThat((Integer) board.get("rows")).isBetween(5, 40);
            assertThat((Integer) board.get("elements")).isLessThan(900);
            assertThat((Integer) board.get("bytes")).isLessThan(40_000);
            Look.at(page, "storm-board", "ko-KR");
            byKeyboardAlone(page);
            onTheWall(page);
            for (String path : List.of("/?group=INSTITUTION", "/?group=SITE&in=NIRS-DAEJEON", "/storm", sheet)) {
                visit(page, path, "ko-KR");
            }
            Look.onPaper(page, "storm-hand-over", "ko-KR");
        }
        try (BrowserContext context = browsers.open(service.uri("").toString(), "en-GB", 1280, true)) {
            Page page = logIn(context, "situation");
            visit(page, "/?group=INSTITUTION", "en-GB");
            visit(page, "/storm", "en-GB");
        }
    }

    /** The next grouping, one grade, a group opened and shut, the wall: without a pointer. */
    private static void byKeyboardAlone(Page page) {
        page.navigate("/");
        page.keyboard().press("g");
        page.waitForURL("**/?group=CRISIS");
        page.keyboard().press("4");
        page.waitForURL("**/?group=CRISIS&grade=4");
        page.keyboard().press("0");
        page.waitForURL("**/?group=CRISIS");
        while (!page.evaluate("document.activeElement.id").toString().startsWith("g-")) {
            page.keyboard().press("j");
        }
        page.keyboard().press("Enter");
        page.waitForURL("**&open=**");
        page.keyboard().press("w");
        page.waitForURL("**/wall**");
    }

    /** No menu, letters for three metres, everything on one screen. */
    private static void onTheWall(Page page) {
        page.setViewportSize(1920, 1080);
        page.navigate("/wall");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots/storm-wall-1920.png")));
        assertThat(page.locator("nav, a, button, form").count()).isZero();
        assertThat(((Number) page.evaluate("parseFloat(getComputedStyle(document.querySelector('#wall td')).fontSize)"))
                        .doubleValue())
                .isGreaterThanOrEqualTo(34);
        assertThat(((Number) page.evaluate("document.documentElement.scrollHeight")).intValue())
                .isLessThanOrEqualTo(1080);
    }

    /** How heavy the page is, and how long it took: the time is told, not judged, because the machine is shared. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> weigh(Page page) {
        page.waitForFunction("performance.getEntriesByType('navigation')[0].loadEventEnd > 0");
        return (Map<String, Object>) page.evaluate("""
                () => { const n = performance.getEntriesByType('navigation')[0]; return {
                  answered: Math.round(n.responseEnd), loaded: Math.round(n.loadEventEnd), bytes: n.encodedBodySize,
                  unpacked: n.decodedBodySize, elements: document.querySelectorAll('*').length,
                  rows: document.querySelectorAll('[data-row]').length }; }""");
    }

    private static void print(String path, Map<String, Object> weighed) {
        System.out.printf(
                "709 systems down, %s: answered in %s ms, loaded in %s ms, %s bytes (%s unpacked), %s elements%n",
                path,
                weighed.get("answered"),
                weighed.get("loaded"),
                weighed.get("bytes"),
                weighed.get("unpacked"),
                weighed.get("elements"));
    }

    private static Page logIn(BrowserContext context, String username) {
        Page page = context.newPage();
        page.navigate("/login");
        page.fill("[name=username]", username);
        page.fill("[name=password]", PackagedServer.ADMIN_PASSWORD);
        page.click("main button");
        return page;
    }

    private static void visit(Page page, String path, String language) {
        Response response = page.navigate(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        String name = "page" + path.replaceAll("\\W+", "-");
        Look.at(page, name, language);
        if (ON_PAPER.contains(path)) {
            Look.onPaper(page, name, language);
        }
    }
}

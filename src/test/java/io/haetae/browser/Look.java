package io.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Margin;
import java.nio.file.Path;
import java.util.List;

/** Looks at a page as it stands: the rules of accessibility, then three widths, then paper. */
final class Look {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    /** {@code -Dhaetae.screenshots=true} leaves pictures and sheets of paper to look at. */
    private static final boolean WITH_PICTURES = Boolean.getBoolean("haetae.screenshots");

    private static final int USUAL_WIDTH = 1280;
    private static final List<Integer> WIDTHS = List.of(390, USUAL_WIDTH, 1920);
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private Look() {}

    /** Accessibility rules of WCAG 2.2 AA, then a look at three widths. */
    static void at(Page page, String name, String language) {
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 600 ? 844 : width < 1500 ? 800 : 1080);
            if (isKept(language, width)) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(SCREENSHOTS.resolve(name + "-" + language.substring(0, 2) + "-" + width + ".png")));
            }
            Object overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
            assertThat(((Number) overflow).intValue())
                    .as(name + " is as wide as the window of " + width)
                    .isLessThanOrEqualTo(0);
        }
        page.setViewportSize(USUAL_WIDTH, 800);
        List<Rule> violations = new AxeBuilder(page)
                .options(violationsAlone())
                .withTags(RULES)
                .setLegacyMode(true) // no page has frames; the other mode opens a blank page beside each
                .analyze()
                .getViolations();
        assertThat(violations)
                .as(name + " " + page.url())
                .extracting(rule -> rule.getId() + " " + rule.getNodes())
                .isEmpty();
    }

    /** What fits the rules would be written down element by element, which takes most of the time. */
    private static AxeRunOptions violationsAlone() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    /** A picture takes longer than all the rest: both languages at the usual width, Korean on a telephone too. */
    private static boolean isKept(String language, int width) {
        return WITH_PICTURES && (width == USUAL_WIDTH || width < USUAL_WIDTH && language.startsWith("ko"));
    }

    /** The page as A4. */
    static void onPaper(Page page, String name, String language) {
        if (!WITH_PICTURES) {
            return;
        }
        page.pdf(new Page.PdfOptions()
                .setFormat("A4")
                .setMargin(new Margin()
                        .setTop("15mm")
                        .setBottom("15mm")
                        .setLeft("12mm")
                        .setRight("12mm"))
                .setPath(SCREENSHOTS.resolve(name + "-" + language.substring(0, 2) + ".pdf")));
    }
}

package io.haetae.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageFrameIT {

    @Test
    void a_page_speaks_korean_unless_the_reader_asks_otherwise() {
        assertThat(help(null, null)).contains("<html lang=\"ko\"", "<h1>도움말</h1>", "장애등급 1등급");
        assertThat(help("en-GB,en;q=0.8,ko;q=0.5", null)).contains("<html lang=\"en\"", "<h1>Help</h1>");
        assertThat(help("fr", null)).contains("<html lang=\"ko\"");
    }

    @Test
    void the_choice_made_in_the_header_beats_the_browser() {
        String cookie = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("lang", "en")
                .formParam("next", "/help?x=1")
                .post("/language")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/help?x=1"))
                .extract()
                .cookie(LanguageFilter.COOKIE);
        assertThat(cookie).isEqualTo("en");
        assertThat(help("ko", cookie)).contains("<h1>Help</h1>");
    }

    @Test
    void the_language_form_sends_nobody_to_another_site() {
        assertThat(LocalPath.orHome("//evil.example/x")).hasToString("/");
        assertThat(LocalPath.orHome("https://evil.example/")).hasToString("/");
        assertThat(LocalPath.orHome("/\\evil.example")).hasToString("/");
        assertThat(LocalPath.orHome("/incidents?state=OPEN")).hasToString("/incidents?state=OPEN");
    }

    @Test
    void the_two_grades_never_look_alike() {
        assertThat(help(null, null)).contains("h-failure g1", "h-system g1").doesNotContain("h-system g1 h-failure");
    }

    private static String help(@Nullable String accepted, @Nullable String chosen) {
        var request = given();
        if (accepted != null) {
            request.header("Accept-Language", accepted);
        }
        if (chosen != null) {
            request.cookie(LanguageFilter.COOKIE, chosen);
        }
        return request.get("/help").then().statusCode(200).extract().asString();
    }
}

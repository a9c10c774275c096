package io.haetae.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.haetae.testing.RunsBeside;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single sign-on and logs for machines, both switched on by configuration alone. */
@RunsBeside
class SingleSignOnIT {

    @TempDir
    static Path data;

    private static IdentityProvider provider;
    private static PackagedServer service;

    @BeforeAll
    static void start() throws Exception {
        provider = IdentityProvider.start();
        service = PackagedServer.start(
                data,
                Map.of(
                        "QUARKUS_OIDC_TENANT_ENABLED", "true",
                        "QUARKUS_OIDC_AUTH_SERVER_URL", provider.issuer(),
                        "QUARKUS_OIDC_CLIENT_ID", "haetae",
                        "QUARKUS_OIDC_CREDENTIALS_SECRET", "a-secret-of-the-client-of-32-chars-and-more",
                        "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true"));
    }

    @AfterAll
    static void stop() {
        if (service != null) {
            service.close();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Test
    void a_person_whom_the_provider_proves_lands_on_the_page_he_asked_for() throws Exception {
        provider.proves("admin");
        HttpClient browser = browser();
        assertThat(get(browser, "/login?next=/journal").body()).contains("action=\"/login/sso\"");
        HttpResponse<String> landed = get(browser, "/login/sso?next=/journal");
        assertThat(landed.statusCode()).isEqualTo(200);
        assertThat(landed.uri().getPath()).isEqualTo("/journal");
        assertThat(landed.body()).contains("<h1>감사 기록</h1>");

        HttpResponse<String> left = browser.send(
                page("/logout")
                        .header("Origin", service.uri("").toString())
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(left.uri().getPath()).isEqualTo("/login");
        assertThat(get(browser, "/journal").uri().getPath())
                .as("leaving ends it")
                .isEqualTo("/login");
    }

    @Test
    void whom_the_register_of_people_does_not_know_gets_nothing() throws Exception {
        provider.proves("nobody.here");
        HttpResponse<String> refused = get(browser(), "/login/sso");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.body()).contains("등록되지 않은 사용자입니다").doesNotContain("action=\"/logout\"");
        assertThat(bearer("nobody.here")).isEqualTo(401);
        assertThat(bearer("admin")).isEqualTo(200);
    }

    @Test
    void every_line_of_the_log_is_json() {
        List<String> ours =
                service.log().lines().filter(line -> line.contains("io.haetae")).toList();
        assertThat(ours)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line).startsWith("{").endsWith("}").contains("\"loggerName\"", "\"level\""));
    }

    private static int bearer(String username) throws IOException, InterruptedException {
        return browser()
                .send(
                        HttpRequest.newBuilder(service.uri("/api/v1/institutions"))
                                .header("Authorization", "Bearer " + provider.tokenOf(username))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    private static HttpResponse<String> get(HttpClient browser, String path) throws IOException, InterruptedException {
        return browser.send(page(path).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static HttpRequest.Builder page(String path) {
        URI uri = service.uri(path);
        return HttpRequest.newBuilder(uri).header("Accept", "text/html").header("Accept-Language", "ko");
    }
}

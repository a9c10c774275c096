package io.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Something to see in the demonstration. */
final class Demonstration {

    private Demonstration() {}

    /** A citizens' portal is down, which is a crisis, and a mail system is slow. */
    static void fail(PackagedServer service) {
        String portal = declare(service, """
                {"kind": "FAILURE", "title": "정부24 접속 불가", "systems": [{"code": "GOV24", "service": "STOPPED",
                 "people": {"count": 120000, "basis": "ESTIMATED"}}]}""");
        declare(service, """
                {"kind": "FAILURE", "title": "온메일 발송 지연",
                 "systems": [{"code": "ONMAIL", "service": "DEGRADED"}]}""");
        made(service, "situation", "/api/v1/crises", """
                {"title": "정부24 중단", "incidents": ["%s"]}""".formatted(portal));
    }

    private static String declare(PackagedServer service, String json) {
        return made(service, "operator.nirs", "/api/v1/incidents", json);
    }

    private static String made(PackagedServer service, String who, String path, String json) {
        HttpResponse<String> answer = service.send(service.request(path, who)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new JsonPath(answer.body()).getString("number");
    }
}

package io.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Something to see in the demonstration. */
final class Demonstration {

    private Demonstration() {}

    /** A citizens' portal is down and a mail system is slow. */
    static void fail(PackagedServer service) {
        declare(service, """
                {"kind": "FAILURE", "title": "정부24 접속 불가", "systems": [{"code": "GOV24", "service": "STOPPED",
                 "people": {"count": 120000, "basis": "ESTIMATED"}}]}""");
        declare(service, """
                {"kind": "FAILURE", "title": "온메일 발송 지연",
                 "systems": [{"code": "ONMAIL", "service": "DEGRADED"}]}""");
    }

    private static void declare(PackagedServer service, String json) {
        HttpResponse<String> answer = service.send(service.request("/api/v1/incidents", "operator.nirs")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }
}

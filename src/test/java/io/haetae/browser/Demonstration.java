package io.haetae.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.PackagedServer;
import io.restassured.path.json.JsonPath;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Something to see in the demonstration. */
final class Demonstration {

    private static final Collector<CharSequence, ?, String> WEBHOOK =
            Collectors.joining(", ", "{\"version\": \"4\", \"alerts\": [", "]}");

    private Demonstration() {}

    /** A citizens' portal is down, which is a crisis, a mail system is slow, and monitoring says so. */
    static void fail(PackagedServer service) {
        String portal = declare(service, """
                {"kind": "FAILURE", "title": "정부24 접속 불가", "systems": [{"code": "GOV24", "service": "STOPPED",
                 "people": {"count": 120000, "basis": "ESTIMATED"}}]}""");
        declare(service, """
                {"kind": "FAILURE", "title": "온메일 발송 지연",
                 "systems": [{"code": "ONMAIL", "service": "DEGRADED"}]}""");
        made(service, "situation", "/api/v1/crises", """
                {"title": "정부24 중단", "incidents": ["%s"]}""".formatted(portal));
        alarms(service);
    }

    /** A guideline for plans, and an urgent survey, for two ministries. */
    static void ask(PackagedServer service) {
        made(service, "grade.mois", "/api/v1/plan-guidelines", """
                {"title": "장애관리계획 수립지침", "text": "목표와 기준", "institutions": ["MOIS", "MCST"]}""");
        made(service, "grade.mois", "/api/v1/surveys", """
                {"title": "전원·냉방 실태 조사", "purpose": "운영시설 점검", "urgentReason": "전산실 화재",
                 "from": "2099-03-01", "until": "2099-03-31", "answerBy": "2099-03-15", "institutions": ["MOIS", "MCST"],
                 "questions": [{"text": "전원을 이중화하였습니까", "kind": "YES_NO"}, {"text": "UPS 수", "kind": "NUMBER"}]}""");
    }

    /** A system of the Ministry of Culture stands in Seoul's own centre, fails there, and the support team agrees to help. */
    static void callForHelp(PackagedServer service) {
        String code =
                got(service, "/api/v1/systems?owner=MCST&systemGrade=4&limit=1").getString("items[0].code");
        String path = "/api/v1/systems/" + code;
        changed(service, "admin", path, """
                {"code": "%s", "name": {"ko": "공연 예매 지원", "en": "Ticketing support"}, "owner": "MCST",
                 "operator": "MCST", "site": "SEOUL-DC"}""".formatted(code), got(service, path).getInt("version"));
        String incident = made(service, "operator.mcst", "/api/v1/incidents", """
                {"kind": "FAILURE", "title": "공연 예매 지원 중단", "systems": [{"code": "%s", "service": "STOPPED"}]}""".formatted(code));
        String request = made(service, "operator.mcst", "/api/v1/support-requests", """
                {"system": "%s", "incident": "%s", "mode": "ON_SITE", "fields": ["NETWORK", "SERVER"], "reason": "HARD",
                 "what": "패킷 손실의 원인 분석", "contact": "박문화 044-000-0000"}""".formatted(code, incident));
        changed(service, "support", "/api/v1/support-requests/" + request + "/acceptance", "{}");
        changed(
                service,
                "support",
                "/api/v1/support-requests/" + request + "/assignment",
                "{\"people\": [\"support\"]}",
                2);
    }

    /** One joins the portal's incident, one names a system that nobody knows. */
    private static void alarms(PackagedServer service) {
        String key = sent(service, "admin", "/api/v1/intake/keys", """
                {"source": "prometheus-daejeon", "adapter": "alertmanager", "institution": "NIRS"}""", 201).getString("path");
        sent(service, "admin", key, """
                {"version": "4", "alerts": [
                 {"status": "firing", "labels": {"alertname": "Down", "severity": "critical", "system": "GOV24"},
                  "annotations": {"summary": "정부24 응답 없음"}, "fingerprint": "a1"},
                 {"status": "firing", "labels": {"alertname": "Down", "severity": "warning", "system": "web-7"},
                  "annotations": {"summary": "웹 서버 응답 지연"}, "fingerprint": "a2"}]}""", 200);
    }

    /** Monitoring says that every system of the register is down. Says how many there are. */
    static int storm(PackagedServer service) {
        String key = sent(service, "admin", "/api/v1/intake/keys", """
                {"source": "prometheus-storm", "adapter": "alertmanager", "institution": "NIRS"}""", 201).getString("path");
        int systems = 0;
        String cursor = "";
        do {
            HttpResponse<String> answer =
                    service.send(service.request("/api/v1/systems?limit=100" + cursor, "situation")
                            .GET()
                            .build());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonPath page = new JsonPath(answer.body());
            List<String> codes = page.getList("items.code");
            sent(service, "admin", key, codes.stream().map(Demonstration::down).collect(WEBHOOK), 200);
            systems += codes.size();
            cursor = page.getString("next") == null ? "" : "&cursor=" + page.getString("next");
        } while (!cursor.isEmpty());
        return systems;
    }

    private static String down(String code) {
        return """
                {"status": "firing", "labels": {"alertname": "Down", "severity": "critical", "system": "%1$s"},
                 "annotations": {"summary": "%1$s 응답 없음"}, "fingerprint": "storm-%1$s"}""".formatted(code);
    }

    /** A hand-over of the operator's shift to the situation room, signed by the operator; its id. */
    static String handOver(PackagedServer service) {
        String id = sent(service, "operator.nirs", "/api/v1/hand-overs", "{\"to\": \"situation\"}", 201)
                .getString("id");
        changed(service, "operator.nirs", "/api/v1/hand-overs/" + id + "/signature", "{}");
        return id;
    }

    private static void changed(PackagedServer service, String who, String path, String json) {
        changed(service, who, path, json, 1);
    }

    private static void changed(PackagedServer service, String who, String path, String json, int version) {
        HttpResponse<String> answer = service.send(service.request(path, who)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"" + version + "\"")
                .PUT(HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonPath got(PackagedServer service, String path) {
        HttpResponse<String> answer =
                service.send(service.request(path, "admin").GET().build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new JsonPath(answer.body());
    }

    private static String declare(PackagedServer service, String json) {
        return made(service, "operator.nirs", "/api/v1/incidents", json);
    }

    private static String made(PackagedServer service, String who, String path, String json) {
        return sent(service, who, path, json, 201).getString("number");
    }

    private static JsonPath sent(PackagedServer service, String who, String path, String json, int status) {
        HttpResponse<String> answer = service.send(service.request(path, who)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return new JsonPath(answer.body());
    }
}

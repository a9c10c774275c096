package io.haetae.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.sun.net.httpserver.HttpServer;
import io.haetae.identity.PeopleService;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Text messages and calls through gateways, the answers that come back, and secrets that the database cannot tell. */
@QuarkusTest
class GatewayIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String JSON = "{\"to\":\"{to}\",\"msg\":\"{text}\",\"ref\":\"{id}\",\"key\":\"{secret}\"}";

    @Inject
    Outbox outbox;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliverySweep sweep;

    @Inject
    EndpointSecrets secrets;

    @Inject
    PeopleService people;

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    private final List<String> made = new ArrayList<>();
    private volatile int first = 200;

    @SuppressWarnings("NullAway.Init") // before each
    private HttpServer receiver;

    private String subject = "";
    private String phone = "";
    private String replyPath = "";

    @BeforeEach
    void two_gateways() throws IOException {
        clock.setTo(MovableClock.START);
        As.institution("GAMOIS", "MINISTRY", null, "GAMOIS");
        As.create("ga.op", "OPERATOR", "GAMOIS");
        int n = NUMBER.incrementAndGet();
        subject = "INC-2026-9%05d".formatted(n);
        phone = "010-1234-%04d".formatted(n);
        sql.update(
                "update notify_delivery set state = 'SENT', sent_at = at, next_attempt_at = null where state = 'PENDING'");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            calls.add(path + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body);
            exchange.sendResponseHeaders(path.equals("/first") ? first : 200, -1);
            exchange.close();
        });
        receiver.start();
        replyPath = gateway(1, "/first", JSON, "Bearer {secret}", false).path("replyPath");
        gateway(2, "/second", "to={to}&text={text}", null, true);
    }

    @AfterEach
    void nobody_listens() {
        receiver.stop(0);
        made.forEach(id -> As.admin().delete("/api/v1/gateways/" + id));
    }

    @Test
    void a_message_goes_to_the_first_gateway_as_its_template_says_with_the_secret_in_it() {
        enqueue("a", "{to} \"인용\"");
        sweep.run(Channel.SMS);
        assertThat(calls)
                .containsExactly("/first Bearer geheim {\"to\":\"" + phone + "\",\"msg\":\"{to} \\\"인용\\\"\",\"ref\":\""
                        + subject + ":a\",\"key\":\"geheim\"}");
        assertThat(states()).containsExactly("SENT");
        assertThat(sql.list(
                        "select encode(secret, 'escape') as s from notify_gateway where secret is not null",
                        row -> row.getString("s")))
                .noneMatch(kept -> kept.contains("geheim"));
    }

    @Test
    void when_the_first_gateway_does_not_take_it_the_second_does_in_the_same_try() {
        first = 500;
        enqueue("a", "확인 바람");
        sweep.run(Channel.SMS);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(1)).isEqualTo("/second null to=" + phone + "&text=%ED%99%95%EC%9D%B8+%EB%B0%94%EB%9E%8C");
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void the_order_and_the_last_success_and_failure_of_each_gateway_are_seen_and_the_order_is_changed() {
        first = 500;
        enqueue("a", "확인 바람");
        sweep.run(Channel.SMS);
        Map<String, Object> failing = gatewayNow(0);
        assertThat(failing).containsEntry("state", "FAILING").containsEntry("succeededAt", null);
        assertThat(failing.get("failedAt")).isEqualTo("2026-11-23T10:00:00+09:00");
        assertThat(gatewayNow(1)).containsEntry("state", "WORKING").containsEntry("failedAt", null);
        String page = page("/gateways");
        assertThat(page).contains("문자 /first").contains("The gateway did not take it (status 500).");

        As.admin()
                .body(Map.of("rank", 3))
                .put("/api/v1/gateways/" + made.get(0) + "/rank")
                .then()
                .statusCode(200)
                .body("rank", equalTo(3));
        calls.clear();
        enqueue("b", "확인 바람");
        sweep.run(Channel.SMS);
        assertThat(calls).singleElement().asString().startsWith("/second");
    }

    @Test
    void an_administrator_sends_a_test_message_over_one_gateway_and_it_is_in_the_journal_with_part_of_the_number() {
        String tests = "/api/v1/gateways/" + made.get(1) + "/tests";
        As.admin()
                .body(Map.of("to", "010-9999-8888"))
                .post(tests)
                .then()
                .statusCode(200)
                .body("taken", equalTo(true));
        assertThat(calls).singleElement().asString().startsWith("/second").contains("to=010-9999-8888");
        first = 503;
        As.admin()
                .body(Map.of("to", "010-9999-8888"))
                .post("/api/v1/gateways/" + made.get(0) + "/tests")
                .then()
                .statusCode(200)
                .body("taken", equalTo(false))
                .body("failure.code", equalTo("gateway-refused"));
        As.admin()
                .body(Map.of("to", "여보세요"))
                .post(tests)
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/to"));
        As.person("ga.op")
                .body(Map.of("to", "010-9999-8888"))
                .post(tests)
                .then()
                .statusCode(403);
        As.create("ga.aud", "AUDITOR", "GAMOIS");
        As.person("ga.aud")
                .get("/api/v1/audit?subject=" + made.get(1))
                .then()
                .body("items.action", hasItem("notify.gateway-tested"))
                .body("items.find { it.action == 'notify.gateway-tested' }.data.to", equalTo("…8888"));
        RestAssured.given()
                .redirects()
                .follow(false)
                .header("Accept-Language", "en")
                .auth()
                .preemptive()
                .basic("admin", As.PASSWORD)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("to", "010-9999-8888")
                .post("/gateways/" + made.get(1) + "/tests")
                .then()
                .statusCode(200)
                .body(containsString("took the test message"));
    }

    @Test
    void where_sender_and_text_stand_in_an_answer_is_set_for_each_gateway() {
        Map<String, @Nullable Object> command = command(4, "/third", JSON, null, false);
        command.put("replyFrom", "messages.0.sender.number");
        command.put("replyText", "messages.0.body");
        Response third = As.admin().body(command).post("/api/v1/gateways");
        made.add(third.then().statusCode(201).extract().path("id"));
        enqueue("a", "통지");
        sweep.run(Channel.SMS);
        Map<String, Object> message = Map.of("sender", Map.of("number", phone), "body", "1");
        As.nobody()
                .body(Map.of("from", phone, "text", "1"))
                .post(third.<String>path("replyPath"))
                .then()
                .body("understood", equalTo(false));
        As.nobody()
                .body(Map.of("messages", List.of(message)))
                .post(third.<String>path("replyPath"))
                .then()
                .statusCode(200)
                .body("acknowledged", equalTo(1));
        command.put("replyFrom", "a b");
        As.admin()
                .body(command)
                .post("/api/v1/gateways")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/replyFrom"));
    }

    @Test
    void what_was_bundled_into_what_is_seen() {
        enqueue("k0", "통지 0");
        enqueue("k1", "통지 1");
        sweep.run(Channel.SMS);
        assertThat(calls).hasSize(1);
        Response listed = As.person("ga.op").queryParam("incident", subject).get("/api/v1/deliveries");
        listed.then()
                .body("items.bundle.messages", contains(2, 2))
                .body("items.gateway", contains("문자 /first", "문자 /first"));
        String bundle = listed.path("items[0].bundle.id");
        As.person("ga.op")
                .queryParam("bundle", bundle)
                .get("/api/v1/deliveries")
                .then()
                .body("items.body.ko", containsInAnyOrder("통지 0", "통지 1"));
        assertThat(page("/deliveries?incident=" + subject))
                .contains("/deliveries?bundle=" + bundle)
                .contains("Sent as one with others (2 messages)");
    }

    private Map<String, Object> gatewayNow(int which) {
        return As.admin()
                .get("/api/v1/gateways/" + made.get(which))
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    private static String page(String path) {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .header("Accept", "text/html")
                .auth()
                .preemptive()
                .basic("admin", As.PASSWORD)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    @Test
    void more_than_three_in_ten_minutes_wait_and_go_out_as_one_and_none_is_dropped() {
        for (int i = 0; i < 3; i++) {
            enqueue("k" + i, "통지 " + i);
            sweep.run(Channel.SMS);
        }
        enqueue("k3", "통지 3");
        enqueue("k4", "통지 4");
        sweep.run(Channel.SMS);
        assertThat(calls).hasSize(3);
        assertThat(states()).containsExactly("SENT", "SENT", "SENT", "PENDING", "PENDING");
        clock.advance(Duration.ofMinutes(10));
        sweep.run(Channel.SMS);
        assertThat(calls).hasSize(4);
        assertThat(calls.get(3)).contains("통지 3").contains("통지 4").contains("\\n");
        assertThat(states()).containsOnly("SENT").hasSize(5);
    }

    @Test
    void a_storm_of_messages_that_say_the_same_is_one_text_message_and_its_answer_counts_for_each() {
        for (int i = 0; i < 40; i++) {
            enqueue("storm" + i, "장애 40건 동시 발생");
        }
        sweep.run(Channel.SMS);
        assertThat(calls).hasSize(1);
        assertThat(states()).containsOnly("SENT").hasSize(40);
        reply(replyPath, "1").body("acknowledged", equalTo(40));
    }

    @Test
    void a_storm_is_one_event_for_a_machine_that_names_each_message_and_its_reply_counts_for_each() {
        Response endpoint = As.admin()
                .body(Map.of(
                        "institution",
                        "GAMOIS",
                        "channel",
                        "WEBHOOK",
                        "name",
                        "관제",
                        "address",
                        "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook"))
                .post("/api/v1/endpoints");
        String id = endpoint.path("id");
        String secret = endpoint.path("secret");
        for (int i = 0; i < 40; i++) {
            enqueue(delivery("hook" + i, Channel.WEBHOOK, id, "장애 40건 동시 발생"));
        }
        enqueue(delivery("alone", Channel.WEBHOOK, id, "다른 통지"));
        sweep.run(Channel.WEBHOOK);
        assertThat(calls)
                .hasSize(2)
                .filteredOn(call -> call.contains("\"together\""))
                .hasSize(1);
        UUID one = sql.list(
                        "select id from notify_delivery where idempotency_key = ?",
                        row -> row.getObject("id", UUID.class),
                        subject + ":hook7")
                .get(0);
        byte[] body = ("{\"delivery\":\"" + one + "\"}").getBytes(StandardCharsets.UTF_8);
        signed(id, Signature.of(secret, clock.instant(), body), body, 200);
        assertThat(states()).filteredOn("ACKNOWLEDGED"::equals).hasSize(40);
        As.admin().delete("/api/v1/endpoints/" + id);
    }

    @Test
    void a_text_message_that_says_one_acknowledges_what_was_sent_to_that_number() {
        enqueue("a", "통지");
        sweep.run(Channel.SMS);
        reply(replyPath, "누구세요").body("understood", equalTo(false));
        assertThat(states()).containsExactly("SENT");
        reply(replyPath, "1").body("understood", equalTo(true)).body("acknowledged", equalTo(1));
        assertThat(states()).containsExactly("ACKNOWLEDGED");
        reply(replyPath, "1").body("acknowledged", equalTo(0));
        assertThat(deliveries.acknowledgedAbout(List.of(subject)))
                .extracting(Deliveries.Acknowledged::channel)
                .containsExactly(Channel.SMS);
    }

    @Test
    void an_answer_that_names_another_incident_and_one_under_a_wrong_address_acknowledge_nothing() {
        enqueue("a", "통지");
        sweep.run(Channel.SMS);
        reply(replyPath, "1 INC-2026-000001").body("acknowledged", equalTo(0));
        reply(replyPath, "1 " + subject).body("acknowledged", equalTo(1));
        As.nobody()
                .body(Map.of("from", phone, "text", "1"))
                .post("/gateway/wrong")
                .then()
                .statusCode(404);
    }

    @Test
    void a_form_is_understood_like_json() {
        enqueue("a", "통지");
        sweep.run(Channel.SMS);
        As.nobody()
                .contentType("application/x-www-form-urlencoded")
                .body("from=" + phone.replace("-", "") + "&text=1")
                .post(replyPath)
                .then()
                .statusCode(200)
                .body("acknowledged", equalTo(1));
    }

    @Test
    void a_signed_reply_of_an_endpoint_acknowledges_its_own_message_only() {
        Response endpoint = As.admin()
                .body(Map.of(
                        "institution", "GAMOIS", "channel", "RELAY", "name", "관제", "address", "ga-" + NUMBER.get()))
                .post("/api/v1/endpoints");
        String id = endpoint.path("id");
        String secret = endpoint.path("secret");
        enqueue(delivery("e", Channel.RELAY, id, "통지"));
        enqueue("other", "통지");
        sweep.run(Channel.RELAY);
        UUID own = id("관제", Channel.RELAY);
        byte[] body = ("{\"delivery\":\"" + own + "\"}").getBytes(StandardCharsets.UTF_8);
        String right = Signature.of(secret, clock.instant(), body);
        signed(id, right.replace("v1=", "v1=0").substring(0, right.length()), body, 401);
        signed(id, Signature.of(secret, clock.instant().minusSeconds(301), body), body, 401);
        signed(id, null, body, 401);
        byte[] foreign = ("{\"delivery\":\"" + id("ga.op", Channel.SMS) + "\"}").getBytes(StandardCharsets.UTF_8);
        signed(id, Signature.of(secret, clock.instant(), foreign), foreign, 200);
        assertThat(states()).doesNotContain("ACKNOWLEDGED");
        signed(id, right, body, 200);
        signed(id, right, body, 200);
        assertThat(states()).containsExactlyInAnyOrder("ACKNOWLEDGED", "PENDING");
        As.admin().delete("/api/v1/endpoints/" + id);
    }

    @Test
    void a_secret_that_an_earlier_version_kept_in_the_clear_is_sealed_and_still_signs() {
        Response endpoint = As.admin()
                .body(Map.of(
                        "institution", "GAMOIS", "channel", "RELAY", "name", "옛것", "address", "old-" + NUMBER.get()))
                .post("/api/v1/endpoints");
        UUID id = UUID.fromString(endpoint.path("id"));
        String secret = endpoint.path("secret");
        sql.update("update notify_endpoint set secret = ?, sealed = null where id = ?", secret, id);
        assertThat(kept(id)).isEqualTo(secret);
        secrets.sealAll();
        assertThat(sql.list(
                        "select secret is null as sealed from notify_endpoint where id = ?",
                        row -> row.getBoolean("sealed"),
                        id))
                .containsExactly(true);
        assertThat(kept(id)).isEqualTo(secret);
        As.admin().delete("/api/v1/endpoints/" + id);
    }

    @Test
    void a_secret_sealed_with_a_key_that_is_not_here_holds_up_nobody_else() {
        String lost = relay("lost-");
        String sound = relay("sound-");
        sql.update("update notify_endpoint set sealed = ? where id = ?", new byte[40], UUID.fromString(lost));
        enqueue(delivery("l", Channel.RELAY, lost, "통지"));
        enqueue(delivery("s", Channel.RELAY, sound, "통지"));
        sweep.run(Channel.RELAY);
        assertThat(states()).containsExactlyInAnyOrder("PENDING", "SENT");
        assertThat(deliveries.of("INCIDENT", subject).stream()
                        .map(DeliveryView::failure)
                        .filter(Objects::nonNull)
                        .map(Failure::code))
                .containsExactly("secret-unreadable");
        As.admin().delete("/api/v1/endpoints/" + lost);
        As.admin().delete("/api/v1/endpoints/" + sound);
    }

    private static String relay(String folder) {
        return As.admin()
                .body(Map.of(
                        "institution", "GAMOIS", "channel", "RELAY", "name", "중계", "address", folder + NUMBER.get()))
                .post("/api/v1/endpoints")
                .path("id");
    }

    @Test
    void only_an_administrator_makes_gateways_and_only_sound_ones() {
        As.admin()
                .get("/api/v1/gateways")
                .then()
                .body("items.rank", hasItem(1))
                .body("items[0].secret", not(equalTo("x")));
        As.person("ga.op").get("/api/v1/gateways").then().statusCode(403);
        for (String body : List.of("{\"to\":\"{to}\"}", "to={to}&text={text}", "{to}{text}")) {
            gateway(3, "/x", body, null, false).then().statusCode(422).body("errors.pointer", contains("/body"));
        }
    }

    private String kept(UUID id) {
        return sql.first(
                        "select secret, sealed from notify_endpoint where id = ?",
                        row -> Objects.requireNonNull(
                                secrets.open(id, row.getString("secret"), row.getBytes("sealed"))),
                        id)
                .orElseThrow();
    }

    private Response gateway(int rank, String path, String body, @Nullable String header, boolean form) {
        Response response =
                As.admin().body(command(rank, path, body, header, form)).post("/api/v1/gateways");
        if (response.statusCode() == 201) {
            made.add(response.path("id"));
        }
        return response;
    }

    private Map<String, @Nullable Object> command(
            int rank, String path, String body, @Nullable String header, boolean form) {
        Map<String, @Nullable Object> command = new HashMap<>();
        command.put("channel", "SMS");
        command.put("name", "문자 " + path);
        command.put("rank", rank);
        command.put("url", "http://127.0.0.1:" + receiver.getAddress().getPort() + path);
        command.put("form", form);
        command.put("body", body);
        command.put("header", header);
        command.put("secret", header == null ? null : "geheim");
        command.put("dependsOn", List.of("문자 대행"));
        return command;
    }

    private ValidatableResponse reply(String path, String text) {
        return As.nobody()
                .body(Map.of("from", phone.replace("-", ""), "text", text))
                .post(path)
                .then()
                .statusCode(200);
    }

    private void signed(String endpoint, @Nullable String signature, byte[] body, int status) {
        var request = RestAssured.given().contentType("application/json").body(body);
        if (signature != null) {
            request.header(Signature.HEADER, signature);
        }
        request.post("/endpoints/" + endpoint + "/replies").then().statusCode(status);
    }

    private void enqueue(String key, String text) {
        enqueue(delivery(key, Channel.SMS, phone, text));
    }

    private void enqueue(NewDelivery delivery) {
        QuarkusTransaction.requiringNew().run(() -> outbox.enqueue(List.of(delivery)));
    }

    private NewDelivery delivery(String key, Channel channel, String address, String text) {
        UUID person = channel == Channel.SMS
                ? people.findByUsername("ga.op").orElseThrow().id()
                : null;
        LocalizedText both = new LocalizedText(text, text);
        return new NewDelivery(
                "INCIDENT",
                subject,
                Set.of("GAMOIS"),
                person,
                channel == Channel.SMS ? "ga.op" : "관제",
                channel,
                address,
                1,
                both,
                both,
                subject + ":" + key,
                false,
                null);
    }

    private UUID id(String to, Channel channel) {
        return deliveries.of("INCIDENT", subject).stream()
                .filter(each -> each.to().equals(to) && each.channel() == channel)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> states() {
        return deliveries.of("INCIDENT", subject).stream()
                .map(each -> each.state().name())
                .toList();
    }
}

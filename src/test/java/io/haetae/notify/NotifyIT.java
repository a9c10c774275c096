package io.haetae.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.sun.net.httpserver.HttpServer;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NotifyIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final LocalizedText TITLE = new LocalizedText("정부24 접속 불가", "Government24 cannot be reached");
    private static final LocalizedText BODY = new LocalizedText("주민센터를 이용", "Use a community centre");

    @Inject
    Outbox outbox;

    @Inject
    Deliveries deliveries;

    @Inject
    DeliverySweep sweep;

    @Inject
    PeopleService people;

    @Inject
    MovableClock clock;

    @Inject
    NotifyConfig config;

    @Inject
    ObjectMapper json;

    @Inject
    Sql sql;

    @SuppressWarnings("NullAway.Init") // injected by the test resource
    GreenMail mails;

    private final List<Map<String, String>> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile int answer = 200;
    private HttpServer receiver;
    private String subject;

    @BeforeEach
    void somebody_and_a_receiver() throws IOException {
        clock.setTo(MovableClock.START);
        As.institution("NOMOIS", "MINISTRY", null, "NOMOIS");
        As.institution("NOTWIN", "MINISTRY", null, "NOTWIN");
        As.create("no.op", "OPERATOR", "NOMOIS");
        As.create("no.other", "OPERATOR", "NOMOIS");
        As.create("no.twin", "OPERATOR", "NOTWIN");
        subject = "NOTIFY-TEST-" + NUMBER.incrementAndGet();
        sql.update(
                "update notify_delivery set state = 'SENT', sent_at = at, next_attempt_at = null where state = 'PENDING'");
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            Map<String, String> call = new HashMap<>();
            call.put("path", exchange.getRequestURI().getPath());
            call.put("type", exchange.getRequestHeaders().getFirst("Content-Type"));
            call.put("signature", exchange.getRequestHeaders().getFirst(Signature.HEADER));
            call.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            calls.add(call);
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void nobody_listens() {
        receiver.stop(0);
    }

    @Test
    void the_inbox_has_a_message_at_once_and_a_second_one_with_the_same_key_is_left_out() {
        enqueue(toPerson("no.op", Channel.IN_APP, "no.op", "a"), toPerson("no.op", Channel.IN_APP, "no.op", "a"));
        As.person("no.op")
                .queryParam("incident", subject)
                .get("/api/v1/deliveries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].to", equalTo("no.op"))
                .body("items[0].channel", equalTo("IN_APP"))
                .body("items[0].state", equalTo("SENT"))
                .body("items[0].level", equalTo(1))
                .body("items[0].at", equalTo("2026-11-23T10:00:00+09:00"))
                .body("items[0].address", nullValue())
                .body("next", nullValue());
        As.person("no.op").get("/api/v1/inbox").then().body("items[0].body.en", equalTo(BODY.en()));
        As.create("no.idle", "OPERATOR", "NOMOIS");
        As.person("no.idle").get("/api/v1/inbox").then().body("items", hasSize(0));
    }

    @Test
    void an_unrelated_ministry_sees_no_delivery_but_a_recipient_always_sees_his_own() {
        enqueue(toPerson("no.op", Channel.IN_APP, "no.op", "a"), toPerson("no.twin", Channel.IN_APP, "no.twin", "b"));
        As.person("no.twin")
                .queryParam("incident", subject)
                .get("/api/v1/deliveries")
                .then()
                .body("items.to", equalTo(List.of("no.twin")));
        String foreign = only("no.op").id().toString();
        As.person("no.twin").get("/api/v1/deliveries/" + foreign).then().statusCode(404);
        As.person("no.twin")
                .put("/api/v1/deliveries/" + foreign + "/acknowledgement")
                .then()
                .statusCode(404);
        As.person("no.twin")
                .post("/api/v1/deliveries/" + foreign + "/resending")
                .then()
                .statusCode(404);
        As.nobody().get("/api/v1/deliveries").then().statusCode(401);
    }

    @Test
    void the_page_says_who_was_reached_and_lets_the_recipient_acknowledge() {
        enqueue(toPerson("no.op", Channel.IN_APP, "no.op", "a"));
        String page = html("no.op").get("/deliveries?incident=" + subject).asString();
        assertThat(page)
                .contains(
                        "no.op",
                        "Sent",
                        TITLE.en(),
                        "/deliveries/" + only("no.op").id() + "/acknowledgement");
        assertThat(html("no.other").get("/deliveries?incident=" + subject).asString())
                .contains("no.op")
                .doesNotContain("/acknowledgement");
        html("no.op")
                .redirects()
                .follow(false)
                .post("/deliveries/" + only("no.op").id() + "/acknowledgement")
                .then()
                .statusCode(303)
                .header("Location", containsString("/deliveries?incident=" + subject));
        assertThat(only("no.op").state()).isEqualTo(DeliveryView.State.ACKNOWLEDGED);
        html("no.op").get("/deliveries?state=NONSENSE").then().statusCode(422);
    }

    private static RequestSpecification html(String username) {
        return RestAssured.given()
                .header("Accept-Language", "en")
                .accept("text/html")
                .auth()
                .preemptive()
                .basic(username, As.PASSWORD);
    }

    @Test
    void what_only_those_concerned_may_know_is_kept_from_whoever_reaches_everything_by_role() {
        As.create("no.support", "SUPPORT", "NOTWIN");
        As.create("no.situation", "SITUATION", "NOTWIN");
        enqueue(toPerson("no.op", Channel.IN_APP, "no.op", "a"));
        seen("no.support", 1);
        QuarkusTransaction.requiringNew().run(() -> deliveries.restrict("INCIDENT", subject, true));
        seen("no.support", 0);
        seen("no.situation", 1);
        seen("no.other", 1);
        As.person("no.support")
                .get("/api/v1/deliveries/" + only("no.op").id())
                .then()
                .statusCode(404);
        QuarkusTransaction.requiringNew().run(() -> deliveries.restrict("INCIDENT", subject, false));
        seen("no.support", 1);
    }

    private void seen(String username, int count) {
        As.person(username)
                .queryParam("incident", subject)
                .get("/api/v1/deliveries")
                .then()
                .body("items", hasSize(count));
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        List<NewDelivery> many = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            many.add(toPerson("no.op", Channel.IN_APP, "no.op", "k" + i));
        }
        enqueue(many.toArray(NewDelivery[]::new));
        List<String> seen = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = As.person("no.op")
                    .queryParams(Map.of("incident", subject, "limit", "2"))
                    .queryParams(cursor.isEmpty() ? Map.of() : Map.of("cursor", cursor))
                    .get("/api/v1/deliveries");
            seen.addAll(page.path("items.id"));
            cursor = page.path("next");
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
        As.person("no.op")
                .queryParam("cursor", "nonsense")
                .get("/api/v1/deliveries")
                .then()
                .statusCode(400);
    }

    @Test
    void mail_carries_both_languages_the_exercise_mark_and_a_stable_message_id() throws Exception {
        mails.purgeEmailFromAllMailboxes();
        NewDelivery mail = new NewDelivery(
                "INCIDENT",
                subject,
                Set.of("NOMOIS"),
                null,
                "당직자",
                Channel.MAIL,
                "duty@nomois.invalid",
                1,
                TITLE,
                BODY,
                subject + ":mail",
                true,
                null);
        enqueue(mail);
        assertThat(only("당직자").state()).isEqualTo(DeliveryView.State.PENDING);
        assertThat(sweep.run(Channel.MAIL)).isEqualTo(1);
        assertThat(sweep.run(Channel.MAIL)).isZero();
        MimeMessage[] received = mails.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("[훈련] 정부24 접속 불가 | [EXERCISE] Government24 cannot be reached");
        assertThat(received[0].getHeader("Message-ID"))
                .containsExactly("<" + only("당직자").id() + "@haetae>");
        assertThat(received[0].getContent().toString()).contains(BODY.ko(), BODY.en());
        assertThat(only("당직자").state()).isEqualTo(DeliveryView.State.SENT);
    }

    @Test
    void a_webhook_gets_a_signed_cloud_event() throws Exception {
        Response made =
                endpoint("WEBHOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/in");
        made.then().statusCode(201).body("secret", notNullValue()).body("institution", equalTo("NOMOIS"));
        String secret = made.path("secret");
        enqueue(toMachine(Channel.WEBHOOK, made.path("id"), "w"));
        sweep.run(Channel.WEBHOOK);
        assertThat(calls).hasSize(1);
        Map<String, String> call = calls.get(0);
        assertThat(call.get("type")).startsWith("application/cloudevents+json");
        assertThat(call.get("signature"))
                .isEqualTo(Signature.of(
                        secret, clock.instant(), call.getOrDefault("body", "").getBytes(StandardCharsets.UTF_8)))
                .startsWith("t=" + clock.instant().getEpochSecond() + ",v1=");
        JsonNode event = json.readTree(call.get("body"));
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("id").asText()).isEqualTo(subject + ":w");
        assertThat(event.path("source").asText()).isEqualTo("/haetae");
        assertThat(event.path("type").asText()).isEqualTo("io.haetae.notice.v1");
        assertThat(event.path("time").asText()).isEqualTo("2026-11-23T10:00:00+09:00");
        assertThat(event.path("data").path("title").path("en").asText()).isEqualTo(TITLE.en());
        assertThat(As.admin().get("/api/v1/endpoints").asString()).doesNotContain(secret);
        end(made);
    }

    @Test
    void a_failing_receiver_is_tried_again_with_the_same_event_and_given_up_with_the_reason() {
        Response made =
                endpoint("WEBHOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/down");
        answer = 503;
        enqueue(toMachine(Channel.WEBHOOK, made.path("id"), "r"));
        Duration wait = config.firstRetry();
        for (int attempt = 1; attempt < config.maxAttempts(); attempt++) {
            assertThat(sweep.run(Channel.WEBHOOK)).isEqualTo(1);
            assertThat(sweep.run(Channel.WEBHOOK)).isZero();
            DeliveryView pending = only("시스템");
            assertThat(pending.state()).isEqualTo(DeliveryView.State.PENDING);
            assertThat(pending.nextAttemptAt()).isEqualTo(clock.instant().plus(wait));
            clock.advance(wait);
            wait = wait.multipliedBy(2).compareTo(config.longestRetry()) > 0
                    ? config.longestRetry()
                    : wait.multipliedBy(2);
        }
        sweep.run(Channel.WEBHOOK);
        DeliveryView failed = only("시스템");
        assertThat(failed.state()).isEqualTo(DeliveryView.State.FAILED);
        assertThat(failed.failure())
                .isEqualTo(new Failure(
                        "endpoint-refused",
                        new LocalizedText("연계 지점이 접수하지 않았습니다(상태 503).", "The endpoint did not take it (status 503).")));
        assertThat(calls.stream().map(call -> call.get("body")).distinct()).hasSize(1);
        answer = 200;
        As.person("no.op")
                .post("/api/v1/deliveries/" + failed.id() + "/resending")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/deliveries/"))
                .body("state", equalTo("PENDING"));
        sweep.run(Channel.WEBHOOK);
        assertThat(deliveries.of("INCIDENT", subject))
                .extracting(DeliveryView::state)
                .containsExactly(DeliveryView.State.FAILED, DeliveryView.State.SENT);
        end(made);
    }

    @Test
    void a_redirect_is_not_followed() {
        Response made =
                endpoint("WEBHOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/moved");
        answer = 302;
        enqueue(toMachine(Channel.WEBHOOK, made.path("id"), "m"));
        sweep.run(Channel.WEBHOOK);
        assertThat(calls).extracting(call -> call.get("path")).containsExactly("/moved");
        assertThat(only("시스템").state()).isEqualTo(DeliveryView.State.FAILED);
        end(made);
    }

    @Test
    void one_dead_recipient_does_not_keep_the_others_from_theirs() {
        Response dead = endpoint("WEBHOOK", "http://127.0.0.1:1/");
        Response alive =
                endpoint("WEBHOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/alive");
        List<NewDelivery> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(toMachine(Channel.WEBHOOK, dead.path("id"), "dead" + i));
        }
        all.add(toMachine(Channel.WEBHOOK, alive.path("id"), "alive"));
        enqueue(all.toArray(NewDelivery[]::new));
        sweep.run(Channel.WEBHOOK);
        assertThat(calls).hasSize(1);
        end(dead);
        end(alive);
        clock.advance(Duration.ofMinutes(10));
        sweep.run(Channel.WEBHOOK);
        assertThat(deliveries.of("INCIDENT", subject).stream()
                        .filter(each -> each.state() == DeliveryView.State.FAILED)
                        .map(DeliveryView::failure)
                        .map(failure -> failure == null ? "" : failure.code())
                        .distinct())
                .containsExactly("endpoint-gone");
    }

    @Test
    void a_relay_file_lies_whole_beside_its_signature() throws Exception {
        Response made = endpoint("RELAY", "out-" + NUMBER.get());
        String secret = made.path("secret");
        enqueue(toMachine(Channel.RELAY, made.path("id"), "f"));
        sweep.run(Channel.RELAY);
        DeliveryView sent = only("시스템");
        assertThat(sent.state()).isEqualTo(DeliveryView.State.SENT);
        Path folder = config.relay().folder().resolve("out-" + NUMBER.get());
        String name = "20261123T100000-" + sent.id() + ".json";
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(name, name + ".sig");
        }
        byte[] body = Files.readAllBytes(folder.resolve(name));
        assertThat(Files.readString(folder.resolve(name + ".sig")))
                .isEqualTo(Signature.of(secret, clock.instant(), body));
        assertThat(json.readTree(body).path("data").path("delivery").asText())
                .isEqualTo(sent.id().toString());
        end(made);
    }

    @Test
    void what_a_dead_replica_had_taken_is_sent_by_another_once_its_lease_is_over() {
        Response made =
                endpoint("WEBHOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/lease");
        enqueue(toMachine(Channel.WEBHOOK, made.path("id"), "l"));
        sql.update(
                "update notify_delivery set lease = gen_random_uuid(), next_attempt_at = ?, attempts = 1 where subject_id = ?",
                clock.instant().plus(config.lease()),
                subject);
        assertThat(sweep.run(Channel.WEBHOOK)).isZero();
        clock.advance(config.lease());
        assertThat(sweep.run(Channel.WEBHOOK)).isEqualTo(1);
        assertThat(only("시스템").state()).isEqualTo(DeliveryView.State.SENT);
        end(made);
    }

    @Test
    void an_answer_withdraws_what_was_not_sent_and_says_so() {
        Response made =
                endpoint("WEBHOOK", "http://127.0.0.1:" + receiver.getAddress().getPort() + "/late");
        enqueue(
                toPerson("no.op", Channel.IN_APP, "no.op", "p"),
                toPerson("no.other", Channel.IN_APP, "no.other", "q"),
                toMachine(Channel.WEBHOOK, made.path("id"), "w"));
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.acknowledge("INCIDENT", subject, id("no.op"), clock.instant()));
        sweep.run(Channel.WEBHOOK);
        assertThat(calls).isEmpty();
        assertThat(only("no.op").state()).isEqualTo(DeliveryView.State.ACKNOWLEDGED);
        assertThat(only("no.other").state()).isEqualTo(DeliveryView.State.SENT);
        assertThat(only("시스템").failure())
                .isEqualTo(new Failure(
                        "answered",
                        new LocalizedText("다른 담당자가 먼저 응답하여 발송하지 않았습니다.", "Not sent: somebody else answered first.")));
        end(made);
    }

    @Test
    void only_an_administrator_makes_endpoints_and_only_sound_ones() {
        Map<String, Object> good = Map.of(
                "institution", "NOMOIS", "channel", "WEBHOOK", "name", "x", "address", "https://nomois.invalid/x");
        As.person("no.op").body(good).post("/api/v1/endpoints").then().statusCode(403);
        for (String address : List.of("ftp://x.invalid/", "https://user:pw@x.invalid/", "not a url", "https:///x")) {
            endpoint("WEBHOOK", address).then().statusCode(422).body("errors[0].pointer", equalTo("/address"));
        }
        for (String address : List.of("../etc", "/etc", "a/b", "A")) {
            endpoint("RELAY", address).then().statusCode(422).body("errors[0].pointer", equalTo("/address"));
        }
        endpoint("MAIL", "x").then().statusCode(422).body("errors[0].pointer", equalTo("/channel"));
        Response made = endpoint("WEBHOOK", "https://nomois.invalid/once");
        made.then().statusCode(201);
        endpoint("WEBHOOK", "https://nomois.invalid/once").then().statusCode(409);
        end(made);
        As.admin().delete("/api/v1/endpoints/" + made.path("id")).then().statusCode(404);
    }

    private Response endpoint(String channel, String address) {
        return As.admin()
                .body(Map.of("institution", "NOMOIS", "channel", channel, "name", "관제 시스템", "address", address))
                .post("/api/v1/endpoints");
    }

    private static void end(Response made) {
        As.admin().delete("/api/v1/endpoints/" + made.path("id")).then().statusCode(204);
    }

    private void enqueue(NewDelivery... messages) {
        QuarkusTransaction.requiringNew().run(() -> outbox.enqueue(List.of(messages)));
    }

    private NewDelivery toPerson(String username, Channel channel, String address, String key) {
        return new NewDelivery(
                "INCIDENT",
                subject,
                Set.of("NOMOIS"),
                id(username),
                username,
                channel,
                address,
                1,
                TITLE,
                BODY,
                subject + ":" + key,
                false,
                null);
    }

    private NewDelivery toMachine(Channel channel, String endpoint, String key) {
        return new NewDelivery(
                "INCIDENT",
                subject,
                Set.of("NOMOIS"),
                null,
                "시스템",
                channel,
                endpoint,
                1,
                TITLE,
                BODY,
                subject + ":" + key,
                false,
                null);
    }

    private DeliveryView only(String to) {
        return deliveries.of("INCIDENT", subject).stream()
                .filter(each -> each.to().equals(to))
                .reduce((one, two) -> {
                    throw new AssertionError("two deliveries to " + to);
                })
                .orElseThrow();
    }

    private UUID id(String username) {
        return person(username).id();
    }

    private PersonView person(String username) {
        return people.findByUsername(username).orElseThrow();
    }
}

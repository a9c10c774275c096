package io.haetae.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMail;
import io.haetae.identity.PeopleService;
import io.haetae.kernel.Sql;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contact addresses are proved before anything but their code is sent to them. */
@QuarkusTest
class ContactIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    @Inject
    ContactPoints points;

    @Inject
    PeopleService people;

    @Inject
    DeliverySweep sweep;

    @Inject
    MovableClock clock;

    @Inject
    Sql sql;

    @SuppressWarnings("NullAway.Init") // set by Outside
    GreenMail mails;

    private String person;
    private String address;

    @BeforeEach
    void somebody_without_an_address() {
        clock.setTo(MovableClock.START);
        As.institution("COMOIS", "MINISTRY", null, "COMOIS");
        person = "co.op" + NUMBER.incrementAndGet();
        address = person + "@mail.invalid";
        As.create(person, "OPERATOR", "COMOIS");
        sql.update(
                "update notify_delivery set state = 'SENT', sent_at = at, next_attempt_at = null where state = 'PENDING'");
    }

    @Test
    void an_address_counts_once_the_code_that_came_there_was_entered() throws Exception {
        String id = add("MAIL", address);
        assertThat(channels()).containsExactly(Channel.IN_APP);
        String code = sentCode();
        verify(id, code).then().statusCode(200).body("verifiedBy", equalTo("CODE"));
        assertThat(channels()).containsExactly(Channel.IN_APP, Channel.MAIL);
        As.person(person).delete("/api/v1/contacts/" + id).then().statusCode(204);
        assertThat(channels()).containsExactly(Channel.IN_APP);
        assertThat(sql.list(
                        "select action from audit_entry where subject_kind = 'PERSON' and subject_id = ? order by id",
                        row -> row.getString("action"),
                        person))
                .containsExactly(
                        "identity.person-created",
                        "notify.contact-added",
                        "notify.contact-verified",
                        "notify.contact-ended");
    }

    @Test
    void the_code_stands_in_the_message_that_leaves_and_nowhere_where_its_reader_could_see_it_here() throws Exception {
        add("MAIL", address);
        String code = sentCode();
        As.person(person)
                .get("/api/v1/deliveries?person="
                        + people.findByUsername(person).orElseThrow().id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].body.ko.contains('" + code + "')", equalTo(false));
    }

    @Test
    void five_wrong_codes_make_it_void_and_a_new_one_can_be_asked_for_after_a_minute() throws Exception {
        String id = add("MAIL", address);
        String code = sentCode();
        String wrong = code.equals("000000") ? "000001" : "000000";
        As.person(person)
                .post("/api/v1/contacts/" + id + "/codes")
                .then()
                .statusCode(409)
                .body("code", equalTo("notify.code-just-sent"));
        for (int i = 0; i < 5; i++) {
            verify(id, wrong).then().statusCode(422).body("errors[0].pointer", equalTo("/code"));
        }
        verify(id, code).then().statusCode(409).body("code", equalTo("notify.code-void"));
        clock.advance(Duration.ofMinutes(1));
        As.person(person).post("/api/v1/contacts/" + id + "/codes").then().statusCode(204);
        verify(id, sentCode()).then().statusCode(200);
    }

    @Test
    void a_code_is_void_after_a_quarter_of_an_hour() throws Exception {
        String id = add("MAIL", address);
        String code = sentCode();
        clock.advance(Duration.ofMinutes(15));
        verify(id, code).then().statusCode(409).body("code", equalTo("notify.code-void"));
    }

    @Test
    void nobody_else_sees_or_proves_an_address_and_an_auditor_has_none() {
        String id = add("MAIL", address);
        As.create("co.other", "OPERATOR", "COMOIS");
        As.create("co.auditor", "AUDITOR", "COMOIS");
        As.person("co.other")
                .body(Map.of("code", "123456"))
                .put("/api/v1/contacts/" + id + "/verification")
                .then()
                .statusCode(404);
        As.person("co.other").delete("/api/v1/contacts/" + id).then().statusCode(404);
        As.person("co.auditor").get("/api/v1/contacts").then().statusCode(403);
        As.person(person)
                .get("/api/v1/contacts")
                .then()
                .body("items", hasSize(1))
                .body("items[0].address", equalTo(address))
                .body("items[0].verifiedAt", nullValue());
    }

    @Test
    void an_address_that_is_none_or_stands_already_is_refused() {
        post("MAIL", "nobody").then().statusCode(422).body("errors[0].pointer", equalTo("/address"));
        post("SMS", "010").then().statusCode(422).body("errors[0].pointer", equalTo("/address"));
        post("WEBHOOK", "https://x.invalid").then().statusCode(422).body("errors[0].pointer", equalTo("/channel"));
        add("MAIL", address);
        post("MAIL", address).then().statusCode(409);
    }

    @Test
    void the_page_adds_and_proves_without_a_script() throws Exception {
        As.person(person)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .redirects()
                .follow(false)
                .body("channel=MAIL&address=" + address)
                .post("/contacts")
                .then()
                .statusCode(303);
        String id = As.person(person).get("/api/v1/contacts").path("items[0].id");
        String page = As.person(person).accept("text/html").get("/contacts").asString();
        assertThat(page).contains(address).contains("/contacts/" + id + "/verification");
        As.person(person)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .body("code=12")
                .post("/contacts/" + id + "/verification")
                .then()
                .statusCode(422);
        As.person(person)
                .contentType("application/x-www-form-urlencoded")
                .accept("text/html")
                .redirects()
                .follow(false)
                .body("code=" + sentCode())
                .post("/contacts/" + id + "/verification")
                .then()
                .statusCode(303);
    }

    private Response post(String channel, String to) {
        return As.person(person).body(Map.of("channel", channel, "address", to)).post("/api/v1/contacts");
    }

    private String add(String channel, String to) {
        Response added = post(channel, to);
        added.then().statusCode(201);
        return added.path("id");
    }

    private Response verify(String id, String code) {
        return As.person(person).body(Map.of("code", code)).put("/api/v1/contacts/" + id + "/verification");
    }

    private List<Channel> channels() {
        return points.of(people.findByUsername(person).orElseThrow()).stream()
                .map(ContactPoints.Point::channel)
                .toList();
    }

    /** The code of the latest mail to the address; a try that a busy machine lets run out of time is made again. */
    private String sentCode() throws Exception {
        sweep.run(Channel.MAIL);
        if (mailed().isEmpty()) {
            clock.advance(Duration.ofSeconds(30));
            sweep.run(Channel.MAIL);
        }
        return mailed().orElseThrow(() -> new AssertionError("no code came: "
                + sql.list(
                        "select state, attempts, failure_en from notify_delivery where address = ?",
                        row -> row.getString(1) + " " + row.getInt(2) + " " + row.getString(3),
                        address)));
    }

    private Optional<String> mailed() throws Exception {
        Optional<String> found = Optional.empty();
        for (MimeMessage mail : mails.getReceivedMessages()) {
            Matcher code = CODE.matcher(mail.getContent().toString());
            if (mail.getAllRecipients()[0].toString().equals(address) && code.find()) {
                found = Optional.of(code.group());
            }
        }
        return found;
    }
}

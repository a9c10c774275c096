package io.haetae.duty.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.haetae.duty.CallOutDriver;
import io.haetae.incident.IncidentDriver;
import io.haetae.notify.Channel;
import io.haetae.notify.Deliveries;
import io.haetae.notify.DeliveryView;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.OwnerConnection;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scheduler does not run in tests: what falls due here is late, as after a sweep that has died. */
@QuarkusTest
class OversightIT {

    @Inject
    OversightSweep oversight;

    @Inject
    CallOutDriver callOuts;

    @Inject
    IncidentDriver incidents;

    @Inject
    MovableClock clock;

    @Inject
    Deliveries deliveries;

    @Inject
    OwnerConnection owner;

    private String incident;

    @BeforeEach
    void an_incident_that_somebody_should_answer() throws SQLException {
        clock.setTo(MovableClock.START);
        World.build();
        nothing_else_is_late();
        incident = As.person("op.nirs")
                .body(
                        "{\"kind\":\"FAILURE\",\"title\":\"접속 불가\",\"systems\":[{\"code\":\"GPKI\",\"service\":\"STOPPED\"}]}")
                .post("/api/v1/incidents")
                .then()
                .statusCode(201)
                .extract()
                .path("number");
        callOuts.run();
    }

    /** Other tests leave thousands of incidents behind, whose times pass as well. */
    private void nothing_else_is_late() throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            for (String later : List.of(
                    "duty_chain set next_at = '2100-01-01' where state = 'RUNNING'",
                    "duty_chain set state = 'ENDED', ended_at = started_at where state = 'EXHAUSTED'",
                    "incident_clock set next_at = '2100-01-01' where next_at is not null",
                    "incident_clock set due_at = '2100-01-01' where state = 'BREACHED'",
                    "incident set regrade_at = null, procedures_due_at = null",
                    "incident_review set next_at = null",
                    "procedure_step set next_at = null",
                    "remedy_recommendation set next_at = '2100-01-01' where next_at is not null",
                    "notify_delivery set next_attempt_at = '2100-01-01' where state = 'PENDING'")) {
                statement.executeUpdate("update " + later);
            }
        }
    }

    @Test
    void what_is_in_time_is_not_found() {
        oversight.run();
        assertThat(openOfTheIncident()).isEmpty();
    }

    @Test
    void a_call_out_that_nothing_advances_is_found_two_minutes_after_its_time() {
        clock.advance(Duration.ofMinutes(12));
        oversight.run();
        assertThat(openOfTheIncident()).doesNotContain("call-out");
        clock.advance(Duration.ofSeconds(1));
        oversight.run();
        assertThat(openOfTheIncident()).contains("call-out");
    }

    @Test
    void it_is_told_once_and_stands_in_the_journal() {
        clock.advance(Duration.ofMinutes(13));
        oversight.run();
        oversight.run();
        assertThat(journal("duty.oversight-found"))
                .filteredOn("call-out"::equals)
                .hasSize(1);
        assertThat(deliveries.of("OVERSIGHT", clock.instant().toString()))
                .filteredOn(each -> each.channel() == Channel.IN_APP)
                .extracting(DeliveryView::to)
                .contains("sit.mois")
                .doesNotHaveDuplicates();
    }

    @Test
    void once_the_sweeps_have_caught_up_it_is_settled() {
        clock.advance(Duration.ofMinutes(13));
        oversight.run();
        callOuts.run();
        incidents.run();
        oversight.run();
        assertThat(openOfTheIncident()).doesNotContain("call-out", "clock");
        assertThat(settledOfTheIncident()).contains("call-out", "clock");
        assertThat(journal("duty.oversight-settled")).contains("call-out");
    }

    @Test
    void a_call_out_that_nobody_answered_at_any_level_is_peoples_business() {
        for (int i = 0; i < 30; i++) {
            clock.advance(Duration.ofMinutes(10));
            callOuts.run();
        }
        oversight.run();
        List<Boolean> byService = known().getList(
                        "open.findAll { it.subjectId == '" + incident + "' && it.what == 'unanswered' }.byService");
        assertThat(byService).containsExactly(false);
        As.person("op.nirs")
                .body("{\"note\":\"확인\",\"by\":\"PAGE\"}")
                .put("/api/v1/incidents/" + incident + "/acknowledgement")
                .then()
                .statusCode(200);
        oversight.run();
        assertThat(openOfTheIncident()).doesNotContain("unanswered");
    }

    @Test
    void a_check_that_has_stopped_is_said_to_have_stopped() {
        oversight.run();
        assertThat(known().getBoolean("current")).isTrue();
        clock.advance(Duration.ofMinutes(3));
        assertThat(known().getBoolean("current")).isFalse();
        As.person("sit.mois")
                .accept("text/html")
                .get("/oversight")
                .then()
                .statusCode(200)
                .body(containsString("The check has stopped"));
        As.person("sit.mois")
                .accept("text/html")
                .get("/oversight/alert")
                .then()
                .statusCode(200)
                .body(containsString("The check has stopped"));
    }

    private List<String> openOfTheIncident() {
        return known().getList("open.findAll { it.subjectId == '" + incident + "' }.what");
    }

    private List<String> settledOfTheIncident() {
        return known().getList("settled.findAll { it.subjectId == '" + incident + "' }.what");
    }

    private static JsonPath known() {
        return As.person("sit.mois")
                .get("/api/v1/oversight")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> journal(String action) {
        return As.person("aud.mois")
                .get("/api/v1/audit?limit=200&subject=" + incident)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.findAll { it.action == '" + action + "' }.data.what");
    }
}

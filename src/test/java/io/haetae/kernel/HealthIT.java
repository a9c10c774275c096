package io.haetae.kernel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthIT {

    @Inject
    DatabaseReadiness database;

    @Test
    void the_service_is_alive_and_ready() {
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("haetae"));
    }

    @Test
    void the_interface_describes_itself_in_openapi_3_1() {
        given().accept("application/json")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("info.title", equalTo("Haetae"))
                .body("paths.'/api/v1/audit/verify'.get.tags", hasItem("audit"));
    }

    @Test
    void two_roles_and_a_durable_server_leave_nothing_to_find() {
        assertThat(database.look()).isEmpty();
    }
}

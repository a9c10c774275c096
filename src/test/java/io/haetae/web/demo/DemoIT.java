package io.haetae.web.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.haetae.continuity.PlanService;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Role;
import io.haetae.kernel.Scope;
import io.haetae.register.DependencyService;
import io.haetae.register.SystemFilter;
import io.haetae.register.SystemService;
import io.haetae.testing.As;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Loads the demonstration and takes it back, because the other tests share the database. The first of all: it empties the
 * register before, which nobody can while there are incidents.
 */
@QuarkusTest
@Order(1)
class DemoIT {

    @Inject
    DemoService demo;

    @Inject
    SystemService systems;

    @Inject
    DependencyService dependencies;

    @Inject
    PlanService plans;

    @Inject
    CurrentActor actor;

    @Inject
    EntityManager database;

    private static SystemFilter asOf(String time) {
        return new SystemFilter(null, null, null, null, null, null, Instant.parse(time), false);
    }

    @Test
    @ActivateRequestContext
    void the_demonstration_has_the_published_counts_at_every_time_of_the_event() {
        actor.set(new Actor(new UUID(0, 0), "admin", "관리자", "", Set.of(Role.ADMIN), Scope.ALL));
        QuarkusTransaction.begin();
        try {
            database.createNativeQuery("delete from continuity_plan").executeUpdate();
            database.createNativeQuery("delete from register_dependency").executeUpdate();
            database.createNativeQuery("delete from register_external_id").executeUpdate();
            database.createNativeQuery("delete from register_system_version").executeUpdate();
            database.createNativeQuery("delete from register_system").executeUpdate();

            DemoReport loaded = demo.load("demonstration", true);

            assertThat(loaded.systems()).isEqualTo(709);
            assertThat(loaded.systemsByGrade()).containsExactly(40L, 68L, 261L, 340L);
            assertThat(loaded.people()).extracting(DemoReport.Account::role).contains(Role.values()[0], Role.AUDITOR);
            assertThat(systems.countsByGrade(asOf("2025-09-30T01:00:00Z"), Scope.ALL))
                    .isEqualTo(Map.of(1, 38L, 2, 86L, 3, 294L, 4, 229L));
            assertThat(systems.countsByGrade(asOf("2025-10-09T03:00:00Z"), Scope.ALL))
                    .isEqualTo(Map.of(1, 40L, 2, 68L, 3, 261L, 4, 340L));
            assertThat(systems.housedIn("NIRS-DAEJEON", "5F-7-1")).hasSize(96);
            UUID gpki = systems.find("GPKI").orElseThrow().id();
            assertThat(dependencies.affectedCounts(List.of(gpki)).get(gpki)).isGreaterThan(250);
            assertThat(plans.list(Scope.ALL, false)).hasSize(40);
            assertThat(plans.list(Scope.ALL, true)).isEmpty();
            assertThat(demo.isPossible()).isFalse();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @Test
    void the_demonstration_does_not_mix_with_systems_that_are_there() {
        As.institution("DEMOX", "MINISTRY", null, "DEMOX");
        As.admin()
                .body("{\"code\":\"DEMO-THERE\",\"name\":{\"ko\":\"있는 것\",\"en\":\"There\"},\"owner\":\"DEMOX\"}")
                .post("/api/v1/systems");
        As.admin().post("/api/v1/demo").then().statusCode(409).body("code", equalTo("web.register-not-empty"));
        As.admin().get("/api/v1/systems?q=GPKI").then().body("items.findAll { it.demonstration }", equalTo(List.of()));
        As.create("demo.officer", "OFFICER", "DEMOX");
        As.person("demo.officer").post("/api/v1/demo").then().statusCode(403);
        As.admin().get("/api/v1/systems?q=DEMO-THERE").then().body("items.code", contains("DEMO-THERE"));
    }
}

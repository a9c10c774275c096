package io.haetae.grading;

import static io.haetae.grading.Grading.DECIDED_BY;
import static io.haetae.grading.Grading.GRADE_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The five central authorities (중앙사무관장기관): each confirms the grades of its own, and none looks into what another's
 * institutions are still working on, though the executive's data centre houses and operates all of their systems.
 */
@QuarkusTest
class FiveAuthoritiesIT {

    private static final List<String> FIVE = List.of("FVMOIS", "FVNA", "FVNCA", "FVCCOURT", "FVNEC");
    private static final List<String> ROLES = List.of("OFFICER", "AUTHORITY", "OPERATOR", "SITUATION", "ADMIN");

    @Inject
    MovableClock clock;

    @BeforeEach
    void five_with_a_system_each_that_one_of_them_houses() {
        clock.setTo(MovableClock.START);
        if (As.admin().get("/api/v1/systems/FVNEC-SYS").statusCode() == 200) {
            return;
        }
        for (String code : FIVE) {
            As.institution(code, code.equals("FVMOIS") ? "MINISTRY" : "CONSTITUTIONAL", null, code);
            As.create(person("AUTHORITY", code), "AUTHORITY", code);
            As.create(person("OFFICER", code), "OFFICER", code);
        }
        for (String role : List.of("OPERATOR", "SITUATION", "ADMIN")) {
            As.create(person(role, "FVMOIS"), role, "FVMOIS");
            As.create(person(role, "FVNA"), role, "FVNA");
        }
        As.institution("FVNIRS", "AGENCY", "FVMOIS", "FVMOIS");
        As.create("fv.auditor", "AUDITOR", null);
        As.admin()
                .body(
                        "{\"code\":\"FV-DC\",\"name\":{\"ko\":\"센터\",\"en\":\"Centre\"},\"kind\":\"NIRS\",\"host\":\"FVNIRS\",\"rooms\":[]}")
                .post("/api/v1/sites")
                .then()
                .statusCode(201);
        for (String code : FIVE) {
            Grading.system(code + "-SYS", code, "\"operator\":\"FVNIRS\",\"site\":\"FV-DC\"");
        }
    }

    private static String person(String role, String code) {
        return ("fv." + role + "." + code).toLowerCase(Locale.ROOT);
    }

    /** The grade offices of the others, and everybody of the one that reaches furthest. */
    private static List<String> strangers(String code) {
        List<String> strangers = new ArrayList<>();
        FIVE.stream().filter(other -> !other.equals(code)).forEach(other -> strangers.add(person("AUTHORITY", other)));
        ROLES.stream()
                .filter(role -> !role.equals("AUTHORITY"))
                .forEach(role -> strangers.add(person(role, furthest(code))));
        return strangers;
    }

    /** The executive houses them all; for itself the next. */
    private static String furthest(String code) {
        return code.equals("FVMOIS") ? "FVNA" : "FVMOIS";
    }

    private void nobody_else_sees(String code, String id) {
        for (String stranger : strangers(code)) {
            int seen = As.person(stranger).get("/api/v1/assessments/" + id).statusCode();
            List<String> listed = As.person(stranger)
                    .get("/api/v1/assessments?limit=200&institution=" + code)
                    .path("items.id");
            assertThat(seen).as(stranger).isEqualTo(404);
            assertThat(listed).as(stranger).doesNotContain(id);
        }
    }

    @Test
    void none_of_the_five_sees_what_another_is_working_on_and_all_concerned_see_what_was_decided() {
        Map<String, String> drafts = new LinkedHashMap<>();
        for (String code : FIVE) {
            String id = Grading.begin(person("OFFICER", code), code + "-SYS", GRADE_1)
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            drafts.put(code, id);
            nobody_else_sees(code, id);
        }
        drafts.forEach((code, id) -> {
            Grading.submit(person("OFFICER", code), id).statusCode(200);
            nobody_else_sees(code, id);
            Grading.look(person("AUTHORITY", code), id).statusCode(200);
            Grading.look("fv.auditor", id).statusCode(200);
            for (String role : List.of("OPERATOR", "ADMIN", "SITUATION")) {
                As.person(person(role, furthest(code)))
                        .get("/api/v1/deliveries?limit=200")
                        .then()
                        .statusCode(200)
                        .body("items.subject.id", not(hasItem(id)));
            }
        });
        drafts.forEach((code, id) -> {
            strangers(code).stream()
                    .filter(one -> one.contains(".authority."))
                    .forEach(one -> Grading.decide(one, id, confirmed()).statusCode(404));
            Grading.decide(person("AUTHORITY", code), id, confirmed()).statusCode(200);
        });
        // The centre that operates the systems is the executive's: it may know what was decided about them.
        Grading.look(person("OPERATOR", "FVMOIS"), String.valueOf(drafts.get("FVNA")))
                .statusCode(200);
        Grading.look(person("OPERATOR", "FVNA"), String.valueOf(drafts.get("FVMOIS")))
                .statusCode(404);
        drafts.forEach((code, id) -> {
            Grading.appeal(person("OFFICER", code), id).statusCode(200);
            nobody_else_sees(code, id);
        });
        // Its page stays whole for them; why the grade is what it is waits for the decision.
        As.person(person("OPERATOR", "FVMOIS"))
                .get("/api/v1/systems/FVNA-SYS/assessments")
                .then()
                .statusCode(200)
                .body("items", empty());
        As.person(person("OPERATOR", "FVMOIS"))
                .accept("text/html")
                .get("/systems/FVNA-SYS/assessments")
                .then()
                .statusCode(200);
    }

    private static String confirmed() {
        return "{\"outcome\":\"CONFIRMED\"," + DECIDED_BY + "}";
    }

    @Test
    void a_full_review_is_known_to_its_authority_and_to_those_who_answer() {
        for (String code : FIVE) {
            String number = As.person(person("AUTHORITY", code))
                    .body("{\"title\":\"전수 검토\",\"dueAt\":\"2030-12-23T18:00:00+09:00\"}")
                    .post("/api/v1/campaigns")
                    .then()
                    .statusCode(201)
                    .body("progress.ministry", equalTo(List.of(code)))
                    .extract()
                    .path("number");
            As.person(person("OFFICER", code))
                    .get("/api/v1/campaigns/" + number)
                    .then()
                    .statusCode(200);
            for (String stranger : strangers(code)) {
                assertThat(As.person(stranger)
                                .get("/api/v1/campaigns/" + number)
                                .statusCode())
                        .as(stranger)
                        .isEqualTo(404);
                As.person(stranger)
                        .get("/api/v1/campaigns?limit=200")
                        .then()
                        .statusCode(200)
                        .body("items.number", not(hasItem(number)));
            }
        }
    }

    /** Rules that are being written stay on the page of who writes them: nothing is kept that another could read. */
    @Test
    void a_text_that_is_only_previewed_is_kept_nowhere() {
        List<String> before =
                As.person(person("AUTHORITY", "FVNA")).get("/api/v1/rule-sets").path("items.name");
        As.person(person("AUTHORITY", "FVMOIS"))
                .body(Map.of("content", "kind: system-grade\nname: secret-draft\n"))
                .post("/api/v1/rule-sets/preview")
                .then()
                .statusCode(422);
        As.person(person("AUTHORITY", "FVNA")).get("/api/v1/rule-sets").then().body("items.name", equalTo(before));
    }
}

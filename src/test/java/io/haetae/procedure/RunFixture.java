package io.haetae.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.kernel.DataFolder;
import io.haetae.testing.As;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Incidents and runs of the example manual, as tests need them. */
final class RunFixture {

    static final String EXAMPLE = "sop/example";

    private RunFixture() {}

    /** The example in a version of its own, with the schema beside it. */
    static Map<String, String> example(String version, String from, String to) {
        String text = text().replace("version: \"1\"", "version: \"" + version + "\"");
        assertThat(text).contains(from);
        Map<String, String> files = new TreeMap<>();
        files.put(
                "schema.json",
                String.valueOf(DataFolder.read("manuals", Optional.empty()).get("schema.json")));
        files.put("sop/example/" + version + ".yaml", text.replace(from, to));
        return files;
    }

    private static String text() {
        try {
            return Files.readString(Path.of("src/test/resources/manuals/sop/example/1.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An incident of GOV24 that stands still. */
    static String incident() {
        Response logged = As.person("op.nirs").body("""
                {"kind":"FAILURE","title":"정부24 접속 불가","detectedAt":"2026-11-23T09:58:00+09:00","declaredGrade":1,"reason":"전 국민 이용 불가",
                 "recognisedAt":"2026-11-23T09:59:00+09:00",
                 "systems":[{"code":"GOV24","service":"STOPPED"}]}
                """).post("/api/v1/incidents");
        logged.then().statusCode(201);
        return logged.path("number");
    }

    static Response start(String who, String manual, String incident) {
        return As.person(who)
                .body("{\"manual\":\"%s\",\"subject\":{\"kind\":\"INCIDENT\",\"id\":\"%s\"}}"
                        .formatted(manual, incident))
                .post("/api/v1/runs");
    }

    /** A run of the example by the operator. */
    static String run(String incident) {
        Response started = start("op.nirs", EXAMPLE, incident);
        started.then().statusCode(201);
        return started.path("id");
    }

    static Response result(String who, String run, String step, String body) {
        return As.person(who).body(body).put("/api/v1/runs/" + run + "/steps/" + step + "/result");
    }

    static void done(String who, String run, String step, String body) {
        result(who, run, step, body).then().statusCode(200);
    }

    /** The run as far as its two branches. */
    static String atBranches(String incident) {
        String run = run(incident);
        done("op.nirs", run, "confirm", CONFIRMED);
        done("op.nirs", run, "choose", "{\"outcome\":\"watch\",\"evidence\":\"지켜봄\"}");
        return run;
    }

    static final String CONFIRMED = "{\"outcome\":\"DONE\",\"evidence\":\"콘솔 확인\",\"fields\":{\"damage\":\"로그인 불가\"}}";

    static Response get(String who, String run) {
        return As.person(who).get("/api/v1/runs/" + run);
    }

    static void recover(String incident) {
        As.person("op.nirs")
                .body("{\"recoveredAt\":\"2026-11-23T10:00:00+09:00\",\"level\":\"FULL\",\"verifiedBy\":\"담당\"}")
                .put("/api/v1/incidents/" + incident + "/systems/GOV24/recovery")
                .then()
                .statusCode(200);
    }
}

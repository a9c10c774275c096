package io.haetae.procedure;

import static io.haetae.procedure.RunFixture.CONFIRMED;
import static io.haetae.procedure.RunFixture.get;
import static io.haetae.procedure.RunFixture.incident;
import static io.haetae.procedure.RunFixture.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.haetae.incident.IncidentDriver;
import io.haetae.kernel.Sql;
import io.haetae.kernel.YamlProblem;
import io.haetae.testing.As;
import io.haetae.testing.MovableClock;
import io.haetae.testing.OwnerConnection;
import io.haetae.testing.World;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that begin by themselves, several people and replicas at once, versions of manuals, and files. */
@QuarkusTest
class RunCourseIT {

    private static final String FAILURE = "sop/failure-management";

    @Inject
    MovableClock clock;

    @Inject
    ManualLoadService loading;

    @Inject
    RunSweep sweep;

    @Inject
    IncidentDriver incidents;

    @Inject
    OwnerConnection owner;

    @Inject
    Sql sql;

    @BeforeEach
    void a_world_with_the_example() {
        clock.setTo(MovableClock.START);
        World.build();
        assertThat(loading.load(RunFixture.example("1", "DRAFT", "DRAFT"))).isEmpty();
    }

    /** What each of several people gets who act at the same moment. */
    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(acts.size());
        try {
            CyclicBarrier together = new CyclicBarrier(acts.size());
            List<Future<Integer>> answers = new ArrayList<>();
            for (Callable<Integer> act : acts) {
                answers.add(people.submit(() -> {
                    together.await();
                    return act.call();
                }));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : answers) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            people.shutdownNow();
        }
    }

    @Test
    void of_two_who_do_the_same_step_at_once_one_does_it_and_the_other_is_told() throws Exception {
        String run = RunFixture.run(incident());

        List<Integer> statuses = atOnce(IntStream.range(0, 6)
                .<Callable<Integer>>mapToObj(
                        i -> () -> result(i % 2 == 0 ? "op.nirs" : "sup.nirs", run, "confirm", CONFIRMED)
                                .statusCode())
                .toList());

        assertThat(statuses).containsOnly(200, 409);
        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        get("op.nirs", run).then().body("steps[0].entries", hasSize(1));
    }

    @Test
    void entries_of_two_who_work_different_steps_are_both_kept() throws Exception {
        String run = RunFixture.atBranches(incident());

        List<Integer> statuses = atOnce(List.of(
                () -> result("op.nirs", run, "guidance", "{\"outcome\":\"DONE\",\"evidence\":\"첫 안내\"}")
                        .statusCode(),
                () -> result("sup.nirs", run, "guidance", "{\"outcome\":\"DONE\",\"evidence\":\"다른 곳에 안내\"}")
                        .statusCode(),
                () -> result("sit.mois", run, "until-recovered", "{\"outcome\":\"SKIPPED\",\"reason\":\"전화로 확인\"}")
                        .statusCode()));

        assertThat(statuses).containsExactly(200, 200, 200);
        get("op.nirs", run)
                .then()
                .body("steps.find { it.step == 'guidance' }.entries.evidence", hasItems("첫 안내", "다른 곳에 안내"))
                .body("steps.find { it.step == 'until-recovered' }.outcome", equalTo("SKIPPED"));
    }

    @Test
    void several_replicas_that_sweep_at_once_carry_out_what_is_due_once() throws Exception {
        String incident = incident();
        String run = RunFixture.atBranches(incident);
        RunFixture.recover(incident);
        clock.advance(Duration.ofMinutes(40));

        atOnce(IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    sweep.run();
                    return 0;
                })
                .toList());
        sweep.run();

        get("op.nirs", run)
                .then()
                .body("steps.findAll { it.step == 'settle' }", hasSize(1))
                .body("steps.findAll { it.step == 'guidance' }", hasSize(1));
        clock.advance(Duration.ofMinutes(10));
        sweep.run();
        sweep.run();
        get("op.nirs", run).then().body("state", equalTo("DONE"));
        List<String> ended = As.person("op.nirs")
                .get("/api/v1/incidents/" + incident + "/timeline")
                .then()
                .extract()
                .path("items.findAll { it.kind == 'RUN_ENDED' }.text.en");
        assertThat(ended).containsExactly("[Example of a manual] Procedure completed");
    }

    @Test
    void an_incident_begins_the_procedure_of_its_grade_once_in_the_version_in_force() {
        String incident = incident();
        incidents.run();
        incidents.run();

        Response runs = As.person("op.nirs").get("/api/v1/runs?subject=" + incident);
        runs.then()
                .body("items", hasSize(1))
                .body("items[0].manual", equalTo(FAILURE))
                .body("items[0].version", equalTo("2"))
                .body("items[0].draft", equalTo(false))
                .body("items[0].open[0].step", equalTo("confirm-alarm"))
                .body("items[0].open[0].dueAt", equalTo("2026-11-23T10:03:00+09:00"));
        String run = runs.path("items[0].id");
        get("op.nirs", run).then().body("automatic", equalTo(true)).body("startedBy", equalTo("Haetae"));
        RunFixture.start("op.nirs", FAILURE, incident).then().statusCode(409).body("run", equalTo(run));
        String link = As.person("op.nirs").get("/api/v1/incidents/" + incident).path("links.runs");
        As.person("op.nirs").get(link).then().statusCode(200).body("items[0].id", equalTo(run));
    }

    @Test
    void whoever_acts_first_on_a_run_that_began_by_itself_holds_it() {
        String incident = incident();
        incidents.run();
        String run =
                As.person("op.nirs").get("/api/v1/runs?subject=" + incident).path("items[0].id");
        clock.advance(Duration.ofMinutes(4));
        sweep.run();
        As.person("op.nirs")
                .get("/api/v1/inbox?limit=200")
                .then()
                .body("items.findAll { it.subject.id == '" + run + "' }.title.ko", hasSize(1));

        RunFixture.done("op.nirs", run, "confirm-alarm", """
                {"outcome":"DONE","evidence":"콘솔 확인","fields":{"alarm":"CONFIRMED","device":"L4 스위치 포트 이상"}}
                """);

        get("op.nirs", run).then().body("holder.name", equalTo("op.nirs")).body("handOvers", hasSize(1));
    }

    @Test
    void a_manual_that_cannot_be_used_keeps_no_incident_from_being_logged() throws SQLException {
        String kind =
                "insert into procedure_manual select 'sop', 'unusable', '1', false, 'manual: [', repeat('0', 64), at"
                        + " from (select timestamptz '2026-01-01' as at) x";
        String force = "insert into procedure_activation values (gen_random_uuid(), 'sop', 'unusable', '1',"
                + " timestamptz '2026-01-01', gen_random_uuid(), 'test')";
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.execute(kind);
            statement.execute(force);
            String incident = incident();
            incidents.run();
            clock.advance(Duration.ofMinutes(2));
            incidents.run();
            List<String> said = As.person("op.nirs")
                    .get("/api/v1/incidents/" + incident + "/timeline")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.findAll { it.kind == 'PROCEDURE_FAILED' }.kind");
            assertThat(said).hasSize(1);
            // the others begin all the same, and are listed
            As.person("op.nirs")
                    .get("/api/v1/runs?subject=" + incident)
                    .then()
                    .body("items.manual", equalTo(List.of(FAILURE)));
            As.person("op.nirs")
                    .get("/api/v1/manuals?kind=SOP")
                    .then()
                    .statusCode(200)
                    .body("items.id", hasItem(FAILURE))
                    .body("items.id", not(hasItem("sop/unusable")));
            statement.execute("delete from procedure_activation where name = 'unusable'");
            statement.execute("delete from procedure_manual where name = 'unusable'");
            clock.advance(Duration.ofMinutes(2));
            incidents.run();
            As.person("op.nirs").get("/api/v1/runs?subject=" + incident).then().body("items", hasSize(1));
        }
    }

    @Test
    void incidents_that_were_open_before_there_were_procedures_get_theirs() throws Exception {
        String incident = incident();
        String migration = Files.readString(
                Path.of("src/main/resources/db/migration/V20261122.2312__incident_procedures_of_open_incidents.sql"));
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.execute("update incident set procedures_due_at = null where number = '" + incident + "'");
            incidents.run();
            As.person("op.nirs").get("/api/v1/runs?subject=" + incident).then().body("items", hasSize(0));
            statement.execute(migration);
        }
        incidents.run();
        incidents.run();

        As.person("op.nirs")
                .get("/api/v1/runs?subject=" + incident)
                .then()
                .body("items.manual", equalTo(List.of(FAILURE)));
    }

    @Test
    void the_eight_procedures_are_there_and_drafts_say_so() {
        As.person("op.nirs")
                .get("/api/v1/manuals?kind=SOP")
                .then()
                .statusCode(200)
                .body(
                        "items.id",
                        hasItems(
                                "sop/monitoring-event",
                                "sop/change",
                                "sop/configuration",
                                "sop/performance-capacity",
                                "sop/backup",
                                FAILURE,
                                "sop/disaster-recovery",
                                "sop/post-failure-management"))
                .body("items.find { it.id == '" + FAILURE + "' }.active", equalTo("2"))
                .body("items.find { it.id == 'sop/backup' }.draft", equalTo(true))
                .body("items.id", not(hasItem("crisis/stage-alert")));
        As.person("op.nirs")
                .get("/api/v1/manuals/sop/failure-management/versions/2")
                .then()
                .statusCode(200)
                .body("active", equalTo(true))
                .body("steps[0].id", equalTo("confirm-alarm"))
                .body("roles[0].held", hasItem("OPERATOR"))
                .body("content", containsString("manual: sop/failure-management"));
        As.person("op.nirs")
                .get("/api/v1/manuals/sop/failure-management/versions/99")
                .then()
                .statusCode(404);
    }

    @Test
    void a_broken_file_is_refused_and_the_last_good_version_stays() {
        List<YamlProblem> problems = loading.load(RunFixture.example("7", "next: both", "next: nowhere"));

        assertThat(problems).extracting(YamlProblem::reason).contains("there is no step 'nowhere'");
        assertThat(problems.get(0).file()).isEqualTo("sop/example/7.yaml");
        As.admin().get("/api/v1/manuals/sop/example/versions/7").then().statusCode(404);
        RunFixture.run(incident());
    }

    @Test
    void a_changed_file_needs_a_new_version() {
        assertThat(loading.load(RunFixture.example("1", "알람 확인", "경보 확인")))
                .extracting(YamlProblem::reason)
                .containsExactly("differs from version 1 as it was loaded before; give it a new version");
    }

    @Test
    void a_finished_version_is_put_in_force_by_an_administrator_and_runs_keep_theirs() {
        Map<String, String> next = new TreeMap<>(RunFixture.example("1", "DRAFT", "DRAFT"));
        next.replaceAll((path, text) -> text.replace("sop/example", "sop/activated"));
        String draft = next.remove("sop/example/1.yaml");
        next.put("sop/activated/1.yaml", String.valueOf(draft));
        String second = String.valueOf(draft)
                .replace("version: \"1\"", "version: \"2\"")
                .replace("DRAFT", "ACTIVE");
        next.put("sop/activated/2.yaml", second.replace("PT10M", "PT20M"));
        assertThat(loading.load(next)).isEmpty();
        next.put("sop/activated/3.yaml", second.replace("version: \"2\"", "version: \"3\""));
        assertThat(loading.load(next)).isEmpty();
        String path = "/api/v1/manuals/sop/activated/versions/";
        As.admin().get(path + "2").then().body("active", equalTo(true));
        String incident = incident();
        String run = RunFixture.start("op.nirs", "sop/activated", incident).path("id");

        As.admin()
                .body("{\"reason\":\"초안\"}")
                .put(path + "1/activation")
                .then()
                .statusCode(409)
                .body("code", equalTo("procedure.draft"));
        As.person("op.nirs")
                .body("{\"reason\":\"x\"}")
                .put(path + "3/activation")
                .then()
                .statusCode(403);
        As.admin()
                .body("{\"reason\":\"개정\"}")
                .put(path + "3/activation")
                .then()
                .statusCode(200)
                .body("active", equalTo(true));

        get("op.nirs", run).then().body("version", equalTo("2")).body("newer", equalTo("3"));
        RunFixture.start("op.nirs", "sop/activated", incident()).then().body("version", equalTo("3"));
    }

    /** Puts the example in force under a name of its own, in two versions; the second has another first branch of steps. */
    private String movable(String name) {
        Map<String, String> files = new TreeMap<>(RunFixture.example("1", "DRAFT", "ACTIVE"));
        String first = String.valueOf(files.remove("sop/example/1.yaml")).replace("sop/example", "sop/" + name);
        String look = """
                  - id: look
                    kind: ACTION
                    title: { ko: 다른 곳 확인, en: Look elsewhere }
                    text: { ko: 다른 관제실에 확인한다., en: Ask the other control room. }
                    result: { ko: 확인되었다., en: It is known. }
                    record: { ko: 누구와 통화했는지 적는다., en: Write down who was asked. }
                    role: duty-officer

                  - id: choose
                """;
        String second = first.replace("version: \"1\"", "version: \"2\"")
                .replace("  - id: choose\n", look)
                .replace("id: guidance", "id: notice");
        files.put("sop/" + name + "/1.yaml", first);
        assertThat(loading.load(files)).isEmpty();
        files.remove("sop/" + name + "/1.yaml");
        files.put("sop/" + name + "/2.yaml", second);
        assertThat(loading.load(files)).isEmpty();
        return "/api/v1/manuals/sop/" + name + "/versions/2/activation";
    }

    @Test
    void what_a_step_says_of_systems_is_written_into_those_it_names_and_never_silently_into_all() {
        Map<String, String> files = new TreeMap<>(RunFixture.example("1", "DRAFT", "ACTIVE"));
        String asking = String.valueOf(files.remove("sop/example/1.yaml"))
                .replace("sop/example", "sop/asking")
                .replace("    fields:\n      - name: damage\n", """
                            fields:
                              - { name: where, type: SYSTEM, label: { ko: 시스템, en: Systems }, required: false }
                              - { name: people, type: NUMBER, label: { ko: 인원, en: People }, required: false, fact: people }
                              - name: service
                                type: CHOICE
                                label: { ko: 상태, en: State }
                                required: true
                                fact: service
                                options:
                                  - { id: STOPPED, label: { ko: 중단, en: Stopped } }
                                  - { id: DEGRADED, label: { ko: 저하, en: Degraded } }
                              - name: damage
                        """);
        files.put("sop/asking/1.yaml", asking);
        assertThat(loading.load(files)).isEmpty();
        Response logged = As.person("op.nirs").body("""
                {"kind":"FAILURE","title":"둘","recognisedAt":"2026-11-23T09:59:00+09:00",
                 "systems":[{"code":"GOV24","service":"UNKNOWN"},{"code":"SAEOL","service":"UNKNOWN"}]}
                """).post("/api/v1/incidents");
        String incident = logged.path("number");
        String run = RunFixture.start("op.nirs", "sop/asking", incident).path("id");
        get("op.nirs", run).then().body("parts.code", hasItems("GOV24", "SAEOL"));
        String said =
                "{\"outcome\":\"DONE\",\"evidence\":\"확인\",\"fields\":{%s\"service\":\"DEGRADED\",\"damage\":\"지연\"}}";

        result("op.nirs", run, "confirm", said.formatted(""))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/fields/where"))
                .body("errors[0].code", equalTo("which-system"));
        result("op.nirs", run, "confirm", said.formatted("\"where\":[\"NOWHERE\"],"))
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("not-affected"));
        result("op.nirs", run, "confirm", said.formatted("\"where\":[\"SAEOL\"],\"people\":1.5,"))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/fields/people"));
        result("op.nirs", run, "confirm", said.formatted("\"where\":[\"SAEOL\"],\"people\":1200000,"))
                .then()
                .statusCode(200)
                .body("steps[0].entries[0].values.find { it.name == 'where' }.text.ko", equalTo("SAEOL"));

        As.person("op.nirs")
                .get("/api/v1/incidents/" + incident)
                .then()
                .body("systems.find { it.code == 'SAEOL' }.service", equalTo("DEGRADED"))
                .body("systems.find { it.code == 'SAEOL' }.people.count", equalTo(1200000))
                .body("systems.find { it.code == 'SAEOL' }.people.basis", equalTo("ESTIMATED"))
                .body("systems.find { it.code == 'GOV24' }.service", equalTo("UNKNOWN"))
                // a million people: graded anew on the way every change of facts takes
                .body("failureGrade.reasons.findAll { it.criterion == 'people' }.grade", hasItem(1));
        String single = incident();
        String other = RunFixture.start("op.nirs", "sop/asking", single).path("id");
        result("op.nirs", other, "confirm", said.formatted("")).then().statusCode(200);
        As.person("op.nirs").get("/api/v1/incidents/" + single).then().body("systems[0].service", equalTo("DEGRADED"));
    }

    private static Response move(String who, String run, String version) {
        return As.person(who)
                .body("{\"version\":\"%s\",\"reason\":\"새 판에 확인 단계 추가\"}".formatted(version))
                .put("/api/v1/runs/" + run + "/version");
    }

    @Test
    void a_run_is_moved_to_the_version_in_force_on_purpose_and_keeps_what_was_done() {
        String activation = movable("movable");
        String incident = incident();
        String run = RunFixture.start("op.nirs", "sop/movable", incident).path("id");
        RunFixture.done("op.nirs", run, "confirm", CONFIRMED);
        RunFixture.done("op.nirs", run, "choose", "{\"outcome\":\"watch\",\"evidence\":\"지켜봄\"}");
        RunFixture.done("op.nirs", run, "guidance", "{\"outcome\":\"DONE\",\"evidence\":\"첫 안내\"}");
        move("op.nirs", run, "2").then().statusCode(422).body("errors[0].code", equalTo("runs-by-it-already"));
        As.admin().body("{\"reason\":\"개정\"}").put(activation).then().statusCode(200);
        get("op.nirs", run)
                .then()
                .body("version", equalTo("1"))
                .body("newer", equalTo("2"))
                .body("change.vanished.step", equalTo(List.of("guidance")))
                .body("change.added.step", equalTo(List.of("look", "notice")));
        move("op.nirs", run, "9")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/version"))
                .body("errors[0].code", equalTo("not-in-force"));
        move("aud.mois", run, "2").then().statusCode(403);
        clock.advance(Duration.ofMinutes(1));

        Response moved = move("op.nirs", run, "2");

        moved.then()
                .statusCode(200)
                .body("version", equalTo("2"))
                .body("newer", equalTo(null))
                .body("moves[0].from", equalTo("1"))
                .body("moves[0].by", equalTo("op.nirs"))
                .body("moves[0].reason", equalTo("새 판에 확인 단계 추가"))
                .body("moves[0].change.vanished.title.en", equalTo(List.of("Public guidance")))
                // done steps keep their results
                .body("steps.find { it.step == 'confirm' }.entries[0].values[0].text.ko", equalTo("로그인 불가"))
                .body("steps.find { it.step == 'choose' }.outcome", equalTo("watch"))
                // what vanished is shown with what was done of it
                .body("steps.find { it.step == 'guidance' }.vanished", equalTo(true))
                .body("steps.find { it.step == 'guidance' }.outcome", equalTo("REPLACED"))
                .body("steps.find { it.step == 'guidance' }.entries[0].evidence", equalTo("첫 안내"))
                // what is new is ready in its place, and what was passed is made up for
                .body("steps.find { it.step == 'notice' }.standing", equalTo("READY"))
                .body("steps.find { it.step == 'look' }.standing", equalTo("READY"))
                .body("steps.find { it.step == 'look' }.madeUp", equalTo(true))
                .body("steps.find { it.step == 'until-recovered' }.standing", equalTo("READY"));
        RunFixture.done("op.nirs", run, "look", "{\"outcome\":\"DONE\",\"evidence\":\"광주 확인\"}");
        get("op.nirs", run).then().body("steps.findAll { it.step == 'choose' }", hasSize(1));
        RunFixture.recover(incident);
        sweep.run();
        clock.advance(Duration.ofMinutes(10));
        sweep.run();
        get("op.nirs", run).then().body("state", equalTo("DONE"));
        As.person("aud.mois")
                .get("/api/v1/audit?subject=" + incident)
                .then()
                .body("items.findAll { it.action == 'procedure.run-moved' }.data.to", equalTo(List.of("2")));
        As.person("op.nirs")
                .get("/api/v1/incidents/" + incident + "/timeline")
                .then()
                .body("items.find { it.kind == 'RUN_MOVED' }.text.ko", containsString("1 → 2"));
        As.person("op.nirs")
                .accept(ContentType.HTML)
                .get("/runs/" + run)
                .then()
                .statusCode(200)
                .body(containsString("Not in this version"))
                .body(containsString("Came with a new version"));
    }

    @Test
    void a_run_that_stands_at_a_step_that_vanishes_goes_on_where_the_new_version_goes_on() {
        String activation = movable("vanishing");
        String run = RunFixture.start("op.nirs", "sop/vanishing", incident()).path("id");
        As.admin().body("{\"reason\":\"개정\"}").put(activation).then().statusCode(200);
        RunFixture.done("op.nirs", run, "confirm", CONFIRMED);

        move("op.nirs", run, "2")
                .then()
                .statusCode(200)
                .body("steps.find { it.step == 'choose' }.standing", equalTo("READY"))
                .body("steps.find { it.step == 'look' }.standing", equalTo("READY"));
        RunFixture.done("op.nirs", run, "choose", "{\"outcome\":\"watch\",\"evidence\":\"지켜봄\"}");
        get("op.nirs", run).then().body("steps.find { it.step == 'notice' }.standing", equalTo("READY"));
    }

    @Test
    void approvers_are_asked_with_the_time_limit_when_an_approval_becomes_ready_and_so_are_delegates() {
        String incident = incident();
        String run = RunFixture.run(incident);
        RunFixture.done("op.nirs", run, "confirm", CONFIRMED);
        RunFixture.done("op.nirs", run, "choose", "{\"outcome\":\"restart\",\"evidence\":\"재기동\"}");

        // ready at 10:00, within 30 minutes
        for (String approver : List.of("op.nirs", "sit.mois", "cio.mois")) {
            List<String> asked = asked(approver, run, "승인 요청");
            assertThat(asked).as(approver).hasSize(1);
            assertThat(asked.get(0)).contains("기한: 2026-11-23 10:30");
        }
        As.person("cio.mois")
                .body("{\"to\":\"sup.nirs\",\"reason\":\"이동 중\"}")
                .put("/api/v1/runs/" + run + "/steps/approve/delegation")
                .then()
                .statusCode(200);
        assertThat(asked("sup.nirs", run, "승인 위임").get(0)).contains("기한: 2026-11-23 10:30");
        As.person("aud.mois")
                .get("/api/v1/audit?subject=" + incident)
                .then()
                .body("items.findAll { it.action == 'procedure.approval-asked' }", hasSize(1));
    }

    private static List<String> asked(String who, String run, String title) {
        return As.person(who)
                .get("/api/v1/inbox?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject.id == '" + run + "' && it.title.ko.startsWith('" + title
                        + "') }.body.ko");
    }

    @Test
    void evidence_can_be_a_file_of_a_kind_that_is_taken() {
        String run = RunFixture.run(incident());
        byte[] page = "%PDF-1.4 console".getBytes(StandardCharsets.UTF_8);
        String files = "/api/v1/runs/" + run + "/steps/confirm/files";
        Response added = upload("op.nirs", files, "콘솔 \"화면\".pdf", page);
        added.then().statusCode(201);
        String location = added.header("Location");
        get("op.nirs", run)
                .then()
                .body("steps[0].files[0].name", equalTo("콘솔 화면.pdf"))
                .body("steps[0].files[0].size", equalTo(page.length))
                .body("steps[0].files[0].by", equalTo("op.nirs"));
        String path = location.substring(location.indexOf("/api/"));
        Response got = As.person("aud.mois").accept(ContentType.ANY).get(path);
        got.then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Content-Type", containsString("application/pdf"));
        assertThat(got.asByteArray()).isEqualTo(page);
        As.person("op.na").accept(ContentType.ANY).get(path).then().statusCode(404);
        upload("op.nirs", files, "run.exe", page)
                .then()
                .statusCode(422)
                .body("code", equalTo("procedure.file-refused"))
                .body("allowed", containsString("pdf"));
        upload("op.nirs", files, "empty.pdf", new byte[0]).then().statusCode(400);
        upload("op.nirs", files, "large.pdf", new byte[5_242_881]).then().statusCode(422);
        upload("op.nirs", files, "no.pdf", "<html>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/content"));
        upload("hq.mois", files, "x.pdf", page).then().statusCode(403);
    }

    private static Response upload(String who, String path, String name, byte[] content) {
        return As.person(who)
                .body(Map.of("name", name, "content", Base64.getEncoder().encodeToString(content)))
                .post(path);
    }

    @Test
    void nothing_that_was_written_down_can_be_changed_by_the_service() {
        for (String table : List.of(
                "procedure_entry", "procedure_file", "procedure_delegation", "procedure_hand_over", "procedure_move")) {
            List<String> rights = sql.list(
                    "select privilege_type from information_schema.role_table_grants"
                            + " where table_name = ? and grantee = current_user",
                    row -> String.valueOf(row.getString(1)),
                    table);
            assertThat(rights.stream().collect(Collectors.toSet()))
                    .as(table)
                    .contains("SELECT", "INSERT")
                    .doesNotContain("UPDATE", "DELETE");
        }
    }
}

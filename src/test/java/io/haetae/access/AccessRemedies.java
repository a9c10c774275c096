package io.haetae.access;

import io.haetae.testing.As;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Map;

/** Guidelines, plans, surveys and policy tasks of each institution, in the state in which the step named next can be taken. */
@ApplicationScoped
class AccessRemedies {

    private static final String TEXT = """
            {"goals":"%1$s","importance":"x","prevention":"x","power":"x","cooling":"x","response":"x"}""";

    private static final String SURVEY = """
            {"title":"%s","purpose":"x","from":"2036-03-01","until":"2036-03-31","answerBy":"2036-03-15",
             "institutions":["%s"],"questions":[{"text":"x","kind":"TEXT"}]}""";

    private static final String FILE = "{\"name\":\"x.txt\",\"content\":\"eA==\"}";

    private final Map<Side, String> guidelines = new EnumMap<>(Side.class);
    private final Map<Side, String> plans = new EnumMap<>(Side.class);
    private final Map<Side, String> surveys = new EnumMap<>(Side.class);
    private final Map<Side, String> programmes = new EnumMap<>(Side.class);
    private String latest = "";
    private Side latestSide = Side.OWN;

    /** The number of a guideline for the institution alone. */
    String guideline(Side side, boolean fresh) {
        String number = fresh ? guideline(side) : guidelines.computeIfAbsent(side, AccessRemedies::guideline);
        return named("/api/v1/plan-guidelines/" + number, side, number);
    }

    /** The number of the institution's plan. */
    String plan(Side side, String step, boolean fresh) {
        String number = fresh ? plan(side, step) : plans.computeIfAbsent(side, one -> plan(one, ""));
        return named("/api/v1/failure-plans/" + number, side, number);
    }

    /** The number of a survey of the institution alone, with a finding when that is asked about. */
    String survey(Side side, String step, boolean fresh) {
        return fresh ? survey(side, step) : surveys.computeIfAbsent(side, one -> survey(one, ""));
    }

    private static String survey(Side side, String step) {
        String number = made(As.person(authority(side))
                        .body(SURVEY.formatted(side.secret(), side.institution()))
                        .post("/api/v1/surveys"))
                .path("number");
        if (step.equals("findings")) {
            made(As.person(authority(side))
                    .body("{\"institution\":\"%s\",\"text\":\"%s\"}".formatted(side.institution(), side.secret()))
                    .post("/api/v1/surveys/" + number + "/findings"));
        }
        return number;
    }

    /** The number of a programme of the institution with a task of its own. */
    String programme(Side side, boolean fresh) {
        String number = fresh ? programme(side) : programmes.computeIfAbsent(side, AccessRemedies::programme);
        return named("/api/v1/policy-programmes/" + number, side, number);
    }

    private static String programme(Side side) {
        String by = side.person("OFFICER");
        String number = made(As.person(by)
                        .body(
                                "{\"title\":{\"ko\":\"%1$s\",\"en\":\"%1$s\"},\"announcedOn\":\"2026-01-31\",\"source\":{\"ko\":\"x\",\"en\":\"x\"}}"
                                        .formatted(side.secret()))
                        .post("/api/v1/policy-programmes"))
                .path("number");
        made(As.person(by)
                .body(
                        "{\"number\":1,\"title\":{\"ko\":\"%1$s\",\"en\":\"%1$s\"},\"kind\":\"IMMEDIATE\",\"owner\":\"%2$s\"}"
                                .formatted(side.secret(), side.institution()))
                .post("/api/v1/policy-programmes/" + number + "/tasks"));
        return number;
    }

    /** The task of the programme named last, done when the step is to take it up again. */
    String task(String step) {
        if (step.equals("reopening")) {
            As.person(latestSide.person("OFFICER"))
                    .body("{\"percent\":100,\"state\":\"DONE\",\"done\":\"x\"}")
                    .put(latest + "/tasks/1/reports/2026-11");
        }
        return "1";
    }

    private String named(String path, Side side, String number) {
        latest = path;
        latestSide = side;
        return number;
    }

    /** A file of the guideline or the plan named last. */
    String file() {
        String by = latest.contains("/plan-guidelines/") ? authority(latestSide) : latestSide.person("OFFICER");
        return made(As.person(by).body(FILE).post(latest + "/files")).path("id");
    }

    private static String authority(Side side) {
        return (side == Side.SIBLING ? Side.SIBLING : Side.OWN).person("AUTHORITY");
    }

    private static String guideline(Side side) {
        return made(As.person(authority(side))
                        .body("{\"title\":\"%s\",\"text\":\"x\",\"institutions\":[\"%s\"]}"
                                .formatted(side.secret(), side.institution()))
                        .post("/api/v1/plan-guidelines"))
                .path("number");
    }

    private static String plan(Side side, String step) {
        String officer = side.person("OFFICER");
        String number = As.person(officer)
                .get("/api/v1/failure-plans?guideline=" + guideline(side))
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].number");
        String path = "/api/v1/failure-plans/" + number;
        boolean decided = step.equals("completion-request") || step.equals("acceptance");
        if (decided || step.equals("submission")) {
            As.person(officer)
                    .header("If-Match", "\"1\"")
                    .body(TEXT.formatted(side.secret()))
                    .put(path + "/draft")
                    .then()
                    .statusCode(200);
        }
        if (decided) {
            As.person(officer).body("{}").put(path + "/submission").then().statusCode(200);
        }
        return number;
    }

    private static Response made(Response answer) {
        if (answer.statusCode() != 201) {
            throw new AssertionError(answer.statusCode() + " " + answer.asString());
        }
        return answer;
    }
}

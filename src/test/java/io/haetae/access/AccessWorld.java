package io.haetae.access;

import io.haetae.duty.CallOutDriver;
import io.haetae.testing.As;
import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Three institutions, each with a person of every role and one of everything, and the ids of all of it. */
@ApplicationScoped
class AccessWorld {

    /** The title of the sibling's need-to-know incident. */
    static final String HUSHED = "HUSHED-AFFAIR";

    private final CallOutDriver callOuts;
    private final AccessCrises crises;
    private final AccessAlerts alerts;
    private final AccessDuty duty;
    private final AccessRemedies remedies;
    private final AtomicInteger counter = new AtomicInteger();
    private final Map<String, String> people = new HashMap<>();
    private final Map<Side, String> incidents = new HashMap<>();
    private final Map<String, String> deliveries = new HashMap<>();
    private final Map<Side, String> assessments = new HashMap<>();
    private final Map<Side, String> evidence = new HashMap<>();
    private final Map<Side, String> activations = new HashMap<>();
    private final Map<Side, String> downs = new HashMap<>();
    private final Map<Side, String> runs = new HashMap<>();
    private final Map<String, String> entries = new HashMap<>();
    private String latestRun = "";
    private final Map<Side, String> reviews = new HashMap<>();
    private final Map<Side, String> recommendations = new HashMap<>();
    private final Map<Side, String> changes = new HashMap<>();
    private final Map<Side, String> windows = new HashMap<>();
    private final Map<Side, String> supports = new HashMap<>();
    private final Map<Side, String> campaigns = new HashMap<>();
    private final Map<Side, String> rebuilds = new HashMap<>();
    private final Map<Side, String> delegations = new HashMap<>();
    private String clock = "";
    private String hushed = "";
    private String latestIncident = "";
    private boolean inIncident;
    private boolean inPlan;
    private boolean inSystem;
    private boolean inAssessment;
    private String latestEvidence = "";

    AccessWorld(
            CallOutDriver callOuts,
            AccessCrises crises,
            AccessAlerts alerts,
            AccessDuty duty,
            AccessRemedies remedies) {
        this.callOuts = callOuts;
        this.crises = crises;
        this.alerts = alerts;
        this.duty = duty;
        this.remedies = remedies;
    }

    /** Makes it once. */
    synchronized void build() {
        if (!incidents.isEmpty()) {
            return;
        }
        institution(Side.OWN, "MINISTRY", null, Side.OWN);
        institution(Side.BELOW, "AGENCY", Side.OWN, Side.OWN);
        institution(Side.SIBLING, "CONSTITUTIONAL", null, Side.SIBLING);
        for (Side side : Side.values()) {
            made(As.admin().body(fill(SITE, side, "")).post("/api/v1/sites"));
            made(As.admin().body(fill(SYSTEM, side, "")).post("/api/v1/systems"));
            for (String role : AccessTable.ROLES) {
                person(side, role);
                made(As.admin().body(fill(POST, side, role)).post("/api/v1/rosters"));
            }
        }
        for (Side side : Side.values()) {
            incidents.put(side, incident(side));
        }
        for (Side side : Side.values()) {
            made(As.admin().body(fill(COUNTER, side, "")).post("/api/v1/systems"));
            As.person(side.person("OFFICER"))
                    .body(fill(PLAN, side, ""))
                    .put("/api/v1/continuity/plans/" + side.system() + "-C")
                    .then()
                    .statusCode(200);
            activations.put(side, activation(side));
            downs.put(side, incident(side, COUNTER_DOWN));
        }
        hushed = incident(Side.SIBLING, HUSHED_INCIDENT);
        for (Side side : Side.values()) {
            alerts.waiting(side);
        }
        callOuts.run();
        for (Side side : Side.values()) {
            messages(side);
        }
        String kind = As.admin()
                .get("/api/v1/incidents/" + incidents.get(Side.OWN))
                .then()
                .statusCode(200)
                .extract()
                .path("clocks[0].kind");
        clock = kind;
    }

    private static void institution(Side side, String kind, Side parent, Side authority) {
        String above = parent == null ? null : parent.institution();
        As.institution(side.institution(), kind, above, null);
        As.admin()
                .header("If-Match", "\"1\"")
                .body(
                        ("{\"code\":\"%s\",\"name\":{\"ko\":\"%s 기관\",\"en\":\"Institution %s\"},\"kind\":\"%s\",\"parent\":%s,"
                                        + "\"centralAuthority\":\"%s\"}")
                                .formatted(
                                        side.institution(),
                                        side.institution(),
                                        side.institution(),
                                        kind,
                                        above == null ? "null" : "\"" + above + "\"",
                                        authority.institution()))
                .put("/api/v1/institutions/" + side.institution())
                .then()
                .statusCode(200);
    }

    private void person(Side side, String role) {
        String username = side.person(role);
        // Only the sibling's names are secret: people of one ministry tell each other.
        String name = side == Side.SIBLING ? side.secret() + " " + role : username;
        Response made = As.admin()
                .body(Map.of(
                        "username",
                        username,
                        "password",
                        As.PASSWORD,
                        "name",
                        name,
                        "roles",
                        List.of(role),
                        "institution",
                        side.institution()))
                .post("/api/v1/people");
        made(made);
        people.put(username, made.path("id"));
    }

    /** A failure, logged by the institution's own operator. */
    private String incident(Side side) {
        return incident(side, INCIDENT);
    }

    private String incident(Side side, String body) {
        return made(As.person(side.person("OPERATOR"))
                        .body(fill(body, side, ""))
                        .post("/api/v1/incidents"))
                .path("number");
    }

    private void messages(Side side) {
        List<Map<String, Object>> told = As.admin()
                .get("/api/v1/deliveries?limit=200&incident=" + incidents.get(side))
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        for (Map<String, Object> message : told) {
            if (message.get("channel").equals("IN_APP")) {
                deliveries.put((String) message.get("person"), (String) message.get("id"));
            }
        }
    }

    /** Number of the incident that only those concerned may know of. */
    String hushed() {
        return hushed;
    }

    /**
     * The row's path with real ids, and its query.
     *
     * @param fresh whether what is asked about may change, so that nobody else may have to do with it
     */
    synchronized String path(AccessTable.Row row, Side side, String role, boolean fresh) {
        inIncident = row.path().contains("/incidents/");
        inPlan = row.path().contains("/failure-plans/") || row.path().contains("/plan-guidelines/");
        inAssessment = row.path().contains("/assessments/");
        inSystem = row.path().contains("/systems/{code}/files");
        latestIncident = incidents.getOrDefault(side, "");
        String[] parts = row.path().split("/", -1);
        String[] filled = parts.clone();
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("{")) {
                String next = i + 1 < parts.length ? parts[i + 1] : "";
                filled[i] = id(bare(parts[i - 1]) + "." + bare(parts[i]), next, fresh, side, role);
            }
        }
        return String.join("/", filled) + fill(row.query(), side, role);
    }

    private static String bare(String part) {
        return part.replaceAll("[{}]", "");
    }

    /** Fills in what a body or a query names. */
    String fill(String text, Side side, String role) {
        return text.replace("{institution}", side.institution())
                .replace("{parent}", side == Side.BELOW ? "\"" + Side.OWN.institution() + "\"" : "null")
                .replace("{authority}", (side == Side.BELOW ? Side.OWN : side).institution())
                .replace(
                        "{kind}",
                        List.of("MINISTRY", "AGENCY", "CONSTITUTIONAL").get(side.ordinal()))
                .replace("{low}", side.institution().toLowerCase(Locale.ROOT))
                .replace("{site}", side.site())
                .replace("{system}", side.system())
                .replace("{secret}", side.secret())
                .replace("{incident}", incidents.getOrDefault(side, ""))
                .replace("{down}", downs.getOrDefault(side, ""))
                .replace("{activation}", activations.getOrDefault(side, ""))
                .replace("{person}", side.person(role))
                .replace("{role}", role)
                .replace("{fresh}", String.valueOf(counter.incrementAndGet()));
    }

    private String id(String which, String next, boolean fresh, Side side, String role) {
        return switch (which) {
            case "institutions.code" -> side.institution();
            case "sites.code" -> side.site();
            case "systems.code" ->
                fresh && (next.equals("assessments") || next.equals("designation")) ? ungraded(side) : side.system();
            case "imports.id" -> bringing(side);
            case "people.username" -> side.person(role);
            case "incidents.number" -> latestIncident = fresh ? incident(side) : incidents.get(side);
            case "links.link" -> link(side, latestIncident);
            case "roles.role" -> "SCRIBE";
            case "crises.number", "crisis.number" -> crises.number(side, fresh, () -> incident(side));
            case "incidents.incident" -> crises.incident();
            case "headquarters.id" -> crises.headquarters();
            case "posts.post" -> crises.post();
            case "stages.id" -> crises.stage();
            case "reports.n" -> "1";
            case "silences.id" -> fresh ? alerts.silence(side) : alerts.knownSilence(side);
            case "heartbeats.id" -> fresh ? alerts.heartbeat(side).path("id") : alerts.knownHeartbeat(side);
            case "heartbeats.key" -> alerts.beatKey(side);
            case "alerts.id" -> alerts.waiting(side);
            case "correlations.id" -> alerts.proposal(side, () -> incident(side));
            case "keys.id" -> alerts.freshKey(side);
            case "alertmanager.key", "generic.key", "grafana.key", "zabbix.key", "cloudevents.key" ->
                alerts.secret(side, which.split("\\.", 2)[0]);
            case "clocks.kind" -> clock;
            case "duties.duty" -> "monitoring";
            case "service-levels.institution" -> side.institution();
            case "institution.month" -> "2026-11";
            case "deliveries.id" -> delivery(side, role);
            case "teams.id" -> duty.team(side, fresh);
            case "rosters.id" -> duty.roster(side, fresh);
            case "hand-overs.id" -> duty.handOver(side, role, fresh);
            case "overrides.override" -> duty.override(side);
            case "swaps.id" -> duty.swap(side);
            case "absences.id" -> duty.absence(side);
            case "contacts.id" -> duty.contact(side, role);
            case "calendar.secret" -> duty.feed(side);
            case "gateways.id" -> duty.gateway("id");
            case "gateway.key" -> duty.gateway("replyPath");
            case "endpoints.id", "endpoints.endpoint" ->
                made(As.admin().body(fill(ENDPOINT, side, role)).post("/api/v1/endpoints"))
                        .path("id");
            case "tokens.id" ->
                made(As.person(side.person(role)).body(TOKEN).post("/api/v1/tokens"))
                        .path("id");
            case "assessments.id" -> assessment(side, next, fresh);
            case "plans.system" -> side.system() + "-C";
            case "activations.id", "continuity.id" -> next.equals("closure") && fresh ? activation(side) : known(side);
            case "receipts.number" -> receipt(side);
            case "notices.id" -> notice(side);
            case "of.incident" -> incidents.get(side);
            case "runs.id" -> latestRun = fresh ? run(side) : runs.computeIfAbsent(side, this::run);
            case "steps.step" -> "confirm-alarm";
            case "entries.entry" -> entries.computeIfAbsent(latestRun, run -> entry(side, run));
            case "files.file" ->
                inPlan
                        ? remedies.file()
                        : inAssessment
                                ? latestEvidence
                                : inSystem ? evidence(side) : inIncident ? attachment(side) : file(side);
            case "bulk.id" -> bulk(side);
            case "statements.statement" -> statement(side);
            case "manuals.folder" -> "sop";
            case "folder.manual" ->
                "post-failure-management"; // of which there is one version: tests build on that of the other
            case "of.number" -> incidents.get(side);
            case "reviews.id" -> fresh ? review(side, next) : reviews.computeIfAbsent(side, one -> review(one, ""));
            case "recommendations.number", "actions.number" ->
                fresh
                        ? recommendation(side, next)
                        : recommendations.computeIfAbsent(side, one -> recommendation(one, ""));
            case "delegations.id" -> fresh ? delegation(side) : delegations.computeIfAbsent(side, this::delegation);
            case "changes.id" ->
                made(As.admin()
                                .body(
                                        "{\"kind\":\"RENAMING\",\"effectiveOn\":\"2030-01-01\",\"name\":{\"ko\":\"x\",\"en\":\"x\"},"
                                                + "\"reason\":\"x\"}")
                                .post("/api/v1/institutions/" + side.institution() + "/changes"))
                        .path("id");
            case "changes.number" -> fresh ? change(side, next) : changes.computeIfAbsent(side, one -> change(one, ""));
            case "support-requests.number", "support.number" ->
                fresh ? support(side) : supports.computeIfAbsent(side, this::support);
            case "number.step" -> role.equals("SUPPORT") ? "refusal" : "withdrawal";
            case "maintenance-windows.id", "maintenance.id" ->
                fresh ? window(side) : windows.computeIfAbsent(side, this::window);
            case "plan-guidelines.number", "guidelines.number" -> remedies.guideline(side, fresh);
            case "failure-plans.number" -> remedies.plan(side, next, fresh);
            case "surveys.number" -> remedies.survey(side, next, fresh);
            case "findings.finding" -> "1";
            case "policy-programmes.number" -> remedies.programme(side, fresh);
            case "tasks.task" -> remedies.task(next);
            case "reports.month" -> "2026-11";
            case "institutions.institution" -> side.institution();
            case "rule-sets.kind", "rules.kind" -> "failure-grade";
            case "campaigns.number" -> fresh ? campaign(side) : campaigns.computeIfAbsent(side, this::campaign);
            case "exceptions.system", "candidates.system", "consolidation.code" -> side.system();
            case "use.year" -> "2025";
            case "rebuilds.number" -> fresh ? rebuild(side) : rebuilds.computeIfAbsent(side, this::rebuild);
            case "items.item" -> "privateCloud";
            case "kind.name" -> "product-default";
            case "versions.version" -> "1";
            default -> throw new AssertionError("no id for " + which + " before " + next + ": tell AccessWorld");
        };
    }

    /** What the institution's own officer handed over. */
    private String delegation(Side side) {
        return made(As.person(side.person("OFFICER"))
                        .body(fill(
                                "{\"act\":\"grading.answer\",\"person\":\"ac.{low}.support\",\"from\":\"2027-06-01T00:00:00+09:00\",\"until\":\"2027-12-31T00:00:00+09:00\","
                                        + "\"reason\":\"{secret}\"}",
                                side,
                                ""))
                        .post("/api/v1/delegations"))
                .path("id");
    }

    /** A run of an incident of its own, begun by the institution's own operator. */
    private String run(Side side) {
        String body = "{\"manual\":\"sop/failure-management\",\"subject\":{\"kind\":\"INCIDENT\",\"id\":\"%s\"}}";
        return made(As.person(side.person("OPERATOR"))
                        .body(body.formatted(incident(side)))
                        .post("/api/v1/runs"))
                .path("id");
    }

    /** A file that the institution's own officer is bringing in. */
    private String bringing(Side side) {
        return made(As.person(side.person("OFFICER"))
                        .contentType("text/csv")
                        .body("번호,이름\nAC-BRING,가져오는 시스템\n".getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/systems/imports"))
                .path("id");
    }

    /** A file of the incident asked about. */
    private String attachment(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body("{\"name\":\"x.txt\",\"content\":\"eA==\"}")
                        .post("/api/v1/incidents/" + latestIncident + "/files"))
                .path("id");
    }

    /** A file of the institution's system. */
    private String evidence(Side side) {
        return made(As.person(side.person("OFFICER"))
                        .body("{\"name\":\"x.txt\",\"content\":\"eA==\"}")
                        .post("/api/v1/systems/" + side.system() + "/files"))
                .path("id");
    }

    /** Something that the institution's own operator would say to the public. */
    private String statement(Side side) {
        String said = "{\"title\":{\"ko\":\"x\",\"en\":\"x\"},\"body\":{\"ko\":\"y\",\"en\":\"y\"}}";
        return made(As.person(side.person("OPERATOR"))
                        .body(fill(said, side, ""))
                        .post("/api/v1/incidents/" + latestIncident + "/statements"))
                .path("id");
    }

    /**
     * A full review of the systems of an institution and those below it, opened by its central authority, with an
     * exception. Those below answer it, so that the name of the ministry's is no secret for them.
     */
    private String campaign(Side side) {
        Side authority = side == Side.SIBLING ? Side.SIBLING : Side.OWN;
        String opened = made(As.person(authority.person("AUTHORITY"))
                        .body(fill(CAMPAIGN, side, "").replace(Side.OWN.secret(), "전수 검토"))
                        .post("/api/v1/campaigns"))
                .path("number");
        As.person(authority.person("AUTHORITY"))
                .body(EXCEPTION)
                .put("/api/v1/campaigns/" + opened + "/exceptions/" + side.system());
        return opened;
    }

    /** Many incidents acted on by the institution's own operator. */
    private String bulk(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body(fill("{\"act\":\"CLOSE\",\"numbers\":[\"{incident}\"],\"reason\":\"x\"}", side, ""))
                        .post("/api/v1/incidents/bulk"))
                .path("id");
    }

    /** A link of an incident to a change. */
    private String link(Side side, String incident) {
        Response linked = made(As.person(side.person("OPERATOR"))
                .body(fill("{\"kind\":\"CAUSED_BY_CHANGE\",\"to\":\"CHG-{fresh}\"}", side, ""))
                .post("/api/v1/incidents/" + incident + "/links"));
        return linked.path("links[-1].id");
    }

    /** What the operator wrote down in a run. */
    private String entry(Side side, String run) {
        Response done = As.person(side.person("OPERATOR"))
                .body(fill("{\"outcome\":\"NOT_APPLICABLE\",\"reason\":\"{secret}\"}", side, ""))
                .put("/api/v1/runs/" + run + "/steps/confirm-alarm/result");
        done.then().statusCode(200);
        return done.path("steps[0].entries[0].id");
    }

    /** A file that the operator put to the run that was named last. */
    private String file(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body("{\"name\":\"x.txt\",\"content\":\"eA==\"}")
                        .post("/api/v1/runs/" + latestRun + "/steps/confirm-alarm/files"))
                .path("id");
    }

    /** One in the state in which the step named next can be taken; for readers a submitted one. */
    private String assessment(Side side, String step, boolean fresh) {
        if (!fresh) {
            String submitted = assessments.get(side);
            if (submitted == null) {
                submitted = assessment(side, "decision", true);
                assessments.put(side, submitted);
                evidence.put(side, latestEvidence);
            }
            latestEvidence = evidence.getOrDefault(side, "");
            return submitted;
        }
        String code = ungraded(side);
        String officer = side.person("OFFICER");
        String id = made(As.person(officer)
                        .body(fill(ASSESSMENT, side, ""))
                        .post("/api/v1/systems/" + code + "/assessments"))
                .path("id");
        String path = "/api/v1/assessments/" + id;
        latestEvidence = made(As.person(officer)
                        .body("{\"name\":\"x.txt\",\"content\":\"eA==\"}")
                        .post(path + "/files"))
                .path("id");
        if (step.equals("decision") || step.equals("appeal")) {
            As.person(officer).body("{}").put(path + "/submission").then().statusCode(200);
        }
        if (step.equals("appeal")) {
            Side authority = side == Side.SIBLING ? Side.SIBLING : Side.OWN;
            As.person(authority.person("AUTHORITY"))
                    .body(DECISION)
                    .put(path + "/decision")
                    .then()
                    .statusCode(200);
        }
        return id;
    }

    /** Continuity at work, by the institution's own operator, for an incident of its own. */
    private String activation(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body(Map.of("system", side.system() + "-C", "incident", incident(side, COUNTER_DOWN)))
                        .post("/api/v1/continuity/activations"))
                .path("id");
    }

    private String known(Side side) {
        return activations.getOrDefault(side, "");
    }

    private String notice(Side side) {
        return made(As.person(side.person("SITUATION"))
                        .body(Map.of("activation", known(side)))
                        .post("/api/v1/notices"))
                .path("id");
    }

    private String receipt(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body(fill(RECEIPT, side, ""))
                        .post("/api/v1/continuity/receipts"))
                .path("number");
    }

    /** The review of a recovered incident, in the state in which the step named next can be taken. */
    private String review(Side side, String step) {
        String incident = incident(side);
        As.person(side.person("OPERATOR"))
                .body(fill(RECOVERIES, side, ""))
                .put("/api/v1/incidents/" + incident + "/recoveries")
                .then()
                .statusCode(200);
        String officer = side.person("OFFICER");
        String id = made(As.person(officer)
                        .body("{\"incident\":\"%s\"}".formatted(incident))
                        .post("/api/v1/reviews"))
                .path("id");
        if (step.equals("decision")) {
            String path = "/api/v1/reviews/" + id;
            As.person(officer)
                    .header("If-Match", "\"1\"")
                    .body(fill(REVIEW, side, ""))
                    .put(path + "/content")
                    .then()
                    .statusCode(200);
            As.person(officer).body("{}").put(path + "/submission").then().statusCode(200);
        }
        return id;
    }

    /** A recommendation in the state in which the step named next can be taken. */
    private String recommendation(Side side, String step) {
        Side authority = side == Side.SIBLING ? Side.SIBLING : Side.OWN;
        String number = made(As.person(authority.person("AUTHORITY"))
                        .body(fill(RECOMMENDATION, side, ""))
                        .post("/api/v1/recommendations"))
                .path("number");
        String officer = side.person("OFFICER");
        String path = "/api/v1/recommendations/" + number;
        if (step.equals("result") || step.equals("verification")) {
            As.person(officer).body(ACTION_PLAN).put(path + "/plan").then().statusCode(200);
        }
        if (step.equals("verification")) {
            As.person(officer).body(RESULT).put(path + "/result").then().statusCode(200);
        }
        return number;
    }

    /** A change requested by the institution's own operator, in the state in which the step named next can be taken. */
    /** What the institution's own officer asked the support team for, in a failure of its own. */
    private String support(Side side) {
        String body = fill(SUPPORT, side, "").replace("{failure}", incident(side));
        return made(As.person(side.person("OFFICER")).body(body).post("/api/v1/support-requests"))
                .path("number");
    }

    private String change(Side side, String step) {
        String operator = side.person("OPERATOR");
        String number = made(As.person(operator).body(fill(CHANGE, side, "")).post("/api/v1/changes"))
                .path("number");
        String path = "/api/v1/changes/" + number;
        boolean begins = step.equals("completion") || step.equals("roll-back");
        if (begins || step.equals("beginning")) {
            As.person(side.person("OFFICER"))
                    .body("{}")
                    .put(path + "/approval")
                    .then()
                    .statusCode(200);
        }
        if (begins) {
            As.person(operator).body("{}").put(path + "/beginning").then().statusCode(200);
        }
        return number;
    }

    private String window(Side side) {
        return made(As.person(side.person("OPERATOR"))
                        .body(fill(WINDOW, side, ""))
                        .post("/api/v1/maintenance-windows"))
                .path("id");
    }

    /** A rebuild of a new system, begun and answered by the institution's own officer. */
    private String rebuild(Side side) {
        String begun = made(As.person(side.person("OFFICER"))
                        .body("{\"system\":\"%s\",\"title\":\"%s\"}".formatted(ungraded(side), side.secret()))
                        .post("/api/v1/rebuilds"))
                .path("number");
        As.person(side.person("OFFICER"))
                .body("{\"answer\":\"UNKNOWN\",\"reason\":\"%s\"}".formatted(side.secret()))
                .put("/api/v1/rebuilds/" + begun + "/items/privateCloud/answer");
        return begun;
    }

    /** A new system, of which no assessment has begun. */
    private String ungraded(Side side) {
        String code = fill("ACG{fresh}", side, "");
        made(As.admin().body(fill(GRADED_SYSTEM, side, "").formatted(code)).post("/api/v1/systems"));
        return code;
    }

    /** The message that the institution's person with this role has got. */
    private String delivery(Side side, String role) {
        String id = deliveries.get(people.get(side.person(role)));
        if (id == null) {
            throw new AssertionError(side.person(role) + " was told of nothing");
        }
        return id;
    }

    private static Response made(Response response) {
        if (response.statusCode() != 201) {
            throw new AssertionError(response.statusCode() + " " + response.asString());
        }
        return response;
    }

    private static final String CAMPAIGN = """
            {"title":"{secret} 검토","dueAt":"2030-12-23T18:00:00+09:00","institutions":["{institution}"]}""";
    private static final String EXCEPTION = """
            {"until":"2030-12-01T00:00:00+09:00","reason":"x","decidedBy":{"name":"x","position":"x"}}""";
    private static final String HUSHED_INCIDENT = """
            {"kind":"FAILURE","title":"%s","systems":[{"code":"{system}","service":"STOPPED"}],
             "visibility":"NEED_TO_KNOW"}
            """.formatted(HUSHED);
    private static final String SITE = """
            {"code":"{site}","name":{"ko":"{institution} 전산센터","en":"{institution} centre"},"kind":"OWN",
             "host":"{institution}","region":"대전","rooms":["A"]}
            """;
    private static final String SYSTEM = """
            {"code":"{system}","name":{"ko":"{institution} 시스템","en":"{institution} system"},"owner":"{institution}",
             "operator":"{institution}","site":"{site}","room":"A","audience":"CITIZEN","zone":"INTERNET",
             "contacts":[{"function":"운영 담당","name":"{secret} 담당"}]}
            """;
    /** Apart from the other one, whose services the rows about systems change. */
    private static final String COUNTER = """
            {"code":"{system}-C","name":{"ko":"{institution} 민원","en":"{institution} counter"},"owner":"{institution}",
             "operator":"{institution}","site":"{site}","room":"A","audience":"CITIZEN","zone":"INTERNET",
             "services":[{"code":"CERT","name":{"ko":"발급","en":"Issue"},"emergency":false}]}
            """;

    private static final String COUNTER_DOWN = """
            {"kind":"FAILURE","title":"{secret} 민원 중단","systems":[{"code":"{system}-C","service":"STOPPED"}]}
            """;
    private static final String PLAN = """
            {"keptBy":"{secret} 팀","reviewOn":"2035-01-01","validFrom":"2020-01-01","validUntil":null,
             "guidance":{"ko":"{secret} 안내","en":"{secret} guidance"},"offices":[],
             "services":[{"code":"CERT","deadlineRule":"suspension"}]}
            """;
    private static final String RECEIPT = """
            {"activation":"{activation}","service":"CERT","receivedAt":"2026-11-23T09:59:00+09:00","office":"DAEJEON",
             "originalDeadline":"2026-11-23","fields":{"applicant":"{secret} 신청인","contact":"x","content":"y"}}
            """;
    private static final String POST =
            "{\"institution\":\"{institution}\",\"function\":\"DUTY\",\"person\":\"{person}\"}";
    private static final String ENDPOINT = """
            {"institution":"{institution}","channel":"RELAY","name":"{secret} 중계","address":"ac-{fresh}"}
            """;
    private static final String GRADED_SYSTEM =
            "{\"code\":\"%s\",\"name\":{\"ko\":\"등급 대상\",\"en\":\"To be graded\"},\"owner\":\"{institution}\"}";
    private static final String ASSESSMENT = """
            {"ruleSet":"system-grade/mois-2024","facts":{"businessImpact":"ACTUAL_LOSS","annualUsers":30000000},
             "evidence":{"annualUsers":"{secret} 통계"}}
            """;
    private static final String DECISION =
            "{\"outcome\":\"CONFIRMED\",\"decidedBy\":{\"name\":\"김국장\",\"position\":\"국장\"}}";
    private static final String RECOVERIES =
            "[{\"code\":\"{system}\",\"recoveredAt\":\"2026-11-23T10:00:00+09:00\",\"level\":\"FULL\"}]";
    private static final String REVIEW = """
            {"cause":"{secret} 원인","underlyingCause":"x","causeStatus":"PROVEN","detectionAnalysis":"x",
             "recoveryAnalysis":"x","informationAnalysis":"x","damage":"x","prevention":"x"}
            """;
    private static final String RECOMMENDATION = """
            {"basis":"REVIEW","institution":"{institution}","title":"{secret} 개선","text":"{secret} 이중화"}
            """;
    private static final String ACTION_PLAN = "{\"text\":\"x\",\"responsible\":\"x\",\"dueOn\":\"2036-01-31\"}";
    private static final String RESULT = "{\"text\":\"x\",\"evidence\":\"x\"}";
    private static final String CHANGE = """
            {"title":"{secret} 변경","what":"{secret} 작업","why":"x","systems":["{system}"],"responsible":"{secret} 책임자",
             "risk":"LOW","rollBack":"x","plannedFrom":"2026-12-05T00:00:00+09:00",
             "plannedUntil":"2026-12-05T04:00:00+09:00"}
            """;
    private static final String SUPPORT = """
            {"system":"{system}","incident":"{failure}","mode":"ON_SITE","fields":["NETWORK"],"reason":"COMPOUND",
             "what":"{secret}","contact":"x"}
            """;
    private static final String WINDOW = """
            {"title":"{secret} 점검","systems":["{system}"],"from":"2026-12-05T00:00:00+09:00",
             "until":"2026-12-05T04:00:00+09:00"}
            """;
    private static final String TOKEN = "{\"name\":\"검사\"}";
    private static final String INCIDENT = """
            {"kind":"FAILURE","title":"{secret} 접속 불가","systems":[{"code":"{system}","service":"STOPPED"}]}
            """;
}

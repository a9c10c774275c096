package io.haetae.testing;

import io.restassured.response.Response;

/** A small government that tests share: a ministry with its data centre agency, a sibling ministry, and their people. */
public final class World {

    private World() {}

    /** Makes whatever of it is not there yet. */
    public static void build() {
        As.institution("MOIS", "MINISTRY", null, "MOIS");
        As.institution("NIRS", "AGENCY", "MOIS", "MOIS");
        As.institution("MOHW", "MINISTRY", null, "MOIS");
        As.institution("NA", "CONSTITUTIONAL", null, "NA");
        As.create("op.nirs", "OPERATOR", "NIRS");
        As.create("op.mohw", "OPERATOR", "MOHW");
        As.create("op.na", "OPERATOR", "NA");
        As.create("sit.mois", "SITUATION", "MOIS");
        As.create("sup.nirs", "SUPPORT", "NIRS");
        As.create("cio.mois", "OFFICER", "MOIS");
        As.create("cio.mohw", "OFFICER", "MOHW");
        As.create("auth.mois", "AUTHORITY", "MOIS");
        As.create("hq.mois", "HQ", "MOIS");
        As.create("aud.mois", "AUDITOR", "MOIS");
        site("NIRS-DAEJEON", "대전", "[\"5F-7-1\",\"5F-7\"]");
        site("NIRS-GWANGJU", "광주", "[\"A\"]");
        system("GPKI", "행정전자서명 인증", "MOIS", "NIRS", "NIRS-DAEJEON", "5F-7", "SHARED", "INTERNAL", true, "[]");
        system("SAEOL", "새올행정시스템", "MOIS", "NIRS", "NIRS-DAEJEON", "5F-7", "INTERNAL", "INTERNAL", true, "[]");
        system("GOV24", "정부24", "MOIS", "NIRS", "NIRS-DAEJEON", null, "CITIZEN", "INTERNET", true, SERVICES);
        system("BOKJIRO", "복지로", "MOHW", "NIRS", "NIRS-GWANGJU", null, "CITIZEN", "INTERNET", false, "[]");
        system("NA-BILL", "의안정보시스템", "NA", "NA", null, null, "CITIZEN", "INTERNET", false, "[]");
    }

    private static final String SERVICES = """
            [{"code":"CERT","name":{"ko":"증명서 발급","en":"Certificates"},"emergency":false,"deadlines":[],
              "substitutes":[{"name":{"ko":"주민센터 방문","en":"Visit a community centre"},"kind":"COUNTER",
                              "contact":"110","hours":"09:00-18:00","region":null,"dependsOn":["SAEOL"]}]}]
            """;

    private static void site(String code, String region, String rooms) {
        made(As.admin().body("""
                        {"code":"%s","name":{"ko":"국가정보자원관리원 %s센터","en":"NIRS %s"},"kind":"NIRS","host":"NIRS",
                         "region":"%s","rooms":%s}
                        """.formatted(code, region, region, region, rooms)).post("/api/v1/sites"));
    }

    private static void system(
            String code,
            String name,
            String owner,
            String operator,
            String site,
            String room,
            String audience,
            String zone,
            boolean major,
            String services) {
        made(As.admin()
                .body("""
                        {"code":"%s","name":{"ko":"%s","en":"%s"},"owner":"%s","operator":"%s","leadAgency":null,"site":%s,
                         "room":%s,"audience":"%s","zone":"%s","dataClass":"SENSITIVE","major":%s,
                         "publicText":{"ko":"현재 이용이 어렵습니다.","en":"Not available at present."},"services":%s}
                        """.formatted(
                        code, name, code, owner, operator, quoted(site), quoted(room), audience, zone, major, services))
                .post("/api/v1/systems"));
    }

    private static String quoted(String text) {
        return text == null ? "null" : "\"" + text + "\"";
    }

    private static void made(Response response) {
        if (response.statusCode() != 201 && response.statusCode() != 409) {
            throw new AssertionError(response.statusCode() + ": " + response.asString());
        }
    }
}

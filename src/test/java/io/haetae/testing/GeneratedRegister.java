package io.haetae.testing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;

/**
 * A register as large as the government's, made up and always the same for the same seed: local governments and
 * ministries as owners, systems with names as they are really formed, their facts, and what depends on what. A few systems
 * are leaned on by very many, most by none.
 *
 * @param owners every institution that owns something
 * @param systems by code
 * @param dependencies each once
 */
public record GeneratedRegister(List<Owner> owners, List<Entry> systems, List<Dependency> dependencies) {

    private static final List<String> PROVINCES = List.of(
            "서울특별시", "부산광역시", "대구광역시", "인천광역시", "광주광역시", "대전광역시", "울산광역시", "세종특별자치시", "경기도", "강원특별자치도", "충청북도", "충청남도",
            "전북특별자치도", "전라남도", "경상북도", "경상남도", "제주특별자치도");
    private static final List<String> DISTRICTS =
            List.of("중구", "동구", "서구", "남구", "북구", "수성구", "해운대구", "강남구", "마포구", "수원시", "성남시", "고양시", "청주시", "전주시");
    private static final List<String> MINISTRIES = List.of(
            "행정안전부",
            "기획재정부",
            "교육부",
            "보건복지부",
            "고용노동부",
            "국토교통부",
            "해양수산부",
            "환경부",
            "농림축산식품부",
            "문화체육관광부",
            "산업통상자원부",
            "과학기술정보통신부",
            "국세청",
            "관세청",
            "조달청",
            "통계청",
            "병무청",
            "산림청",
            "소방청",
            "질병관리청");
    private static final List<String> WORK = List.of(
            "지방세", "민원", "복지급여", "인허가", "주민등록", "건축행정", "도시계획", "상수도", "교통정보", "재난안전", "기록관리", "전자결재", "인사급여", "재정관리",
            "계약관리", "보조금", "농지", "산림", "환경감시", "통계", "교육행정", "고용보험", "자격시험", "관광안내", "문화재", "도서관", "보건소", "예방접종",
            "장애인활동", "체납관리");
    private static final List<String> FORMS =
            List.of("통합관리시스템", "정보시스템", "포털", "누리집", "업무지원시스템", "통합플랫폼", "민원창구", "데이터허브", "모바일서비스", "내부행정시스템");
    private static final List<String> SITES = List.of("NIRS-DAEJEON", "NIRS-GWANGJU", "NIRS-DAEGU", "NIRS-GONGJU");
    private static final List<String> IMPACTS =
            List.of("ACTUAL_LOSS", "SERVICE_DISRUPTION", "INTERNAL_DISRUPTION", "LIMITED");
    private static final List<String> AUDIENCES = List.of("CITIZEN", "INTERNAL", "SHARED");
    private static final List<String> TYPES =
            List.of("DATA", "DATA", "AUTHENTICATION", "NETWORK", "FACILITY", "CHANNEL");

    public GeneratedRegister {
        owners = List.copyOf(owners);
        systems = List.copyOf(systems);
        dependencies = List.copyOf(dependencies);
    }

    /** An institution that owns systems. */
    public record Owner(String code, String name) {}

    /** One system with the facts behind its grade. */
    public record Entry(
            String code,
            String name,
            String owner,
            String site,
            String audience,
            boolean major,
            int grade,
            String impact,
            long users,
            int affected) {}

    /** That one system, by its place in the list, depends on another. */
    public record Dependency(int system, int on, String type) {}

    /** A register of that size. */
    public static GeneratedRegister of(int systems, int dependencies, long seed) {
        Random random = new Random(seed);
        List<Owner> owners = everyOwner();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < systems; i++) {
            entries.add(entry(i, owners.get(random.nextInt(owners.size())), random));
        }
        Set<Dependency> edges = new LinkedHashSet<>();
        while (edges.size() < dependencies) {
            int system = random.nextInt(systems);
            // The square makes few systems the foundation of many.
            int on = (int) (Math.pow(random.nextDouble(), 3) * systems);
            if (system != on) {
                edges.add(new Dependency(system, on, pick(TYPES, random)));
            }
        }
        return new GeneratedRegister(owners, entries, new ArrayList<>(edges));
    }

    /** The systems with what each depends on, as the file that an import takes. */
    public String asCsv() {
        return asCsv("GEN");
    }

    /** The same under codes that begin otherwise. */
    public String asCsv(String prefix) {
        List<StringJoiner> on = new ArrayList<>();
        systems.forEach(each -> on.add(new StringJoiner("; ")));
        dependencies.forEach(edge -> on.get(edge.system()).add("%s-%05d:%s".formatted(prefix, edge.on(), edge.type())));
        StringBuilder csv = new StringBuilder("code,name.ko,name.en,owner,site,audience,major,dependencies\n");
        for (int i = 0; i < systems.size(); i++) {
            Entry entry = systems.get(i);
            csv.append("%s-%05d,%s,System %d of %s,%s,%s,%s,%s,%s%n"
                    .formatted(
                            prefix,
                            i,
                            entry.name(),
                            i,
                            entry.owner(),
                            entry.owner(),
                            entry.site(),
                            entry.audience(),
                            entry.major(),
                            on.get(i)));
        }
        return csv.toString();
    }

    private static List<Owner> everyOwner() {
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < MINISTRIES.size(); i++) {
            owners.add(new Owner("GEN-M%02d".formatted(i), MINISTRIES.get(i)));
        }
        for (int p = 0; p < PROVINCES.size(); p++) {
            owners.add(new Owner("GEN-P%02d".formatted(p), PROVINCES.get(p)));
            for (int d = 0; d < DISTRICTS.size(); d++) {
                owners.add(new Owner("GEN-P%02d-%02d".formatted(p, d), PROVINCES.get(p) + " " + DISTRICTS.get(d)));
            }
        }
        return owners;
    }

    private static Entry entry(int i, Owner owner, Random random) {
        String name = owner.name() + " " + pick(WORK, random) + " " + pick(FORMS, random);
        String impact = pick(IMPACTS, random);
        long users = (long) Math.pow(10, random.nextDouble() * 7.5);
        int affected = (int) Math.pow(10, random.nextDouble() * 2.3) - 1;
        return new Entry(
                "GEN-%05d".formatted(i),
                name,
                owner.code(),
                pick(SITES, random),
                pick(AUDIENCES, random),
                random.nextInt(50) == 0,
                grade(impact, users, affected),
                impact,
                users,
                affected);
    }

    /** By the shipped points, so that what a change moves is moved by the change. */
    private static int grade(String impact, long users, int affected) {
        int[] impacts = {40, 34, 26, 16};
        long[] limits = {10_000_000, 5_000_000, 1_000_000, 500_000, 100_000, 10_000, 1_000, 0};
        int[] points = {50, 46, 42, 38, 34, 28, 20, 10};
        int[] reaches = {100, 50, 20, 10, 5, 1, 0};
        int[] reachPoints = {10, 9, 8, 6, 4, 2, 0};
        int sum = impacts[IMPACTS.indexOf(impact)];
        for (int i = 0; i < limits.length; i++) {
            if (users >= limits[i]) {
                sum += points[i];
                break;
            }
        }
        for (int i = 0; i < reaches.length; i++) {
            if (affected >= reaches[i]) {
                sum += reachPoints[i];
                break;
            }
        }
        return sum >= 90 ? 1 : sum >= 85 ? 2 : sum >= 80 ? 3 : 4;
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}

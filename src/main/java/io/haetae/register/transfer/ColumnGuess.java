package io.haetae.register.transfer;

import io.haetae.register.transfer.Columns.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of somebody else's list probably mean. A guess only: a person looks at it. Names that are published
 * are no guess; of the others the one with the most in common wins, and no field is guessed twice.
 */
final class ColumnGuess {

    /** From how much in common with a name that a field goes by, of 1 (product default). */
    static final double ENOUGH = 0.6;

    /** What fields are called in lists that ministries keep, beside their published names. */
    private static final Map<String, List<String>> ALSO = Map.ofEntries(
            Map.entry(Columns.CODE, List.of("코드", "코드번호", "시스템ID", "관리번호", "시스템번호", "식별자", "ID", "code")),
            Map.entry(Columns.NAME, List.of("정보시스템명", "시스템이름", "명칭", "국문명", "업무시스템명", "system name", "name")),
            Map.entry("name.en", List.of("영문명", "영문시스템명", "english name")),
            Map.entry(
                    Columns.OWNER,
                    List.of("소유기관", "소관기관", "기관", "기관코드", "기관명", "부처명", "주관기관", "institution", "agency")),
            Map.entry("operator", List.of("관리기관", "운영부서", "위탁운영기관", "operated by")),
            Map.entry("leadAgency", List.of("재난주관기관", "disaster lead agency")),
            Map.entry("site", List.of("데이터센터", "센터명", "설치장소", "위치", "data center", "data centre", "location")),
            Map.entry("room", List.of("상면", "설치실", "computer room")),
            Map.entry("audience", List.of("이용자구분", "서비스대상", "사용자", "users")),
            Map.entry("zone", List.of("네트워크구분", "망", "network")),
            Map.entry("dataClass", List.of("데이터민감도", "보안등급", "C/S/O", "classification")),
            Map.entry("major", List.of("주요시스템여부", "주요여부")),
            Map.entry("largeScale", List.of("대규모여부", "large scale")),
            Map.entry("cloud", List.of("클라우드여부", "클라우드", "cloud")),
            Map.entry("inServiceFrom", List.of("개통일", "오픈일", "구축일", "도입일자", "start date")),
            Map.entry("inServiceUntil", List.of("폐기일", "종료일", "end date")),
            Map.entry(Columns.GRADE, List.of("등급", "시스템등급", "grade")),
            Map.entry("recovery.rtoMinutes", List.of("RTO", "복구목표시간")),
            Map.entry("recovery.rpoMinutes", List.of("RPO", "복구목표시점")),
            Map.entry("publicText.ko", List.of("대국민안내문", "장애안내문", "notice")),
            Map.entry(Columns.DEPENDENCIES, List.of("연계시스템", "연계대상", "선행시스템", "depends on")),
            Map.entry("contacts", List.of("담당자", "담당자연락처", "contact")));

    private ColumnGuess() {}

    private record Fit(int column, String path, double alike) {}

    /** For each header its field, or null where none is likely. */
    static List<@Nullable String> of(List<String> headers) {
        List<@Nullable String> paths = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String header : headers) {
            String path = Columns.path(header);
            paths.add(path != null && taken.add(path) ? path : null);
        }
        List<Fit> fits = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            if (paths.get(i) == null) {
                fits.add(best(i, headers.get(i)));
            }
        }
        fits.sort((one, other) -> Double.compare(other.alike(), one.alike()));
        for (Fit fit : fits) {
            if (fit.alike() >= ENOUGH && taken.add(fit.path())) {
                paths.set(fit.column(), fit.path());
            }
        }
        return paths;
    }

    /** The field that a header is likest to; when another column has it, the header means none. */
    private static Fit best(int column, String header) {
        Fit best = new Fit(column, "", 0);
        for (Name name : Columns.NAMES) {
            double alike = Math.max(alike(header, name.korean()), alike(header, name.english()));
            for (String also : ALSO.getOrDefault(name.path(), List.of())) {
                alike = Math.max(alike, alike(header, also));
            }
            if (alike > best.alike()) {
                best = new Fit(column, name.path(), alike);
            }
        }
        return best;
    }

    /** How many pairs of letters two names share, of 1 (Dice). */
    static double alike(String one, String other) {
        List<String> left = pairs(one);
        List<String> right = pairs(other);
        if (left.isEmpty() || right.isEmpty()) {
            return 0;
        }
        int all = left.size() + right.size();
        long shared = left.stream().filter(right::remove).count();
        return 2.0 * shared / all;
    }

    private static List<String> pairs(String name) {
        String bare = "^" + name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "") + "$";
        List<String> pairs = new ArrayList<>();
        for (int i = 0; bare.length() > 2 && i + 1 < bare.length(); i++) {
            pairs.add(bare.substring(i, i + 2));
        }
        return pairs;
    }
}

package io.haetae.register.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the file. A name is the path of the JSON field ({@code name.ko}); a list stands in one cell as JSON,
 * or, when read, in cells of its own ({@code services.0.code}). The Korean names are accepted too.
 */
final class Columns {

    static final String CODE = "code";
    static final String GRADE = "systemGrade";
    static final String DEPENDENCIES = "dependencies";

    private static final Map<String, String> KOREAN = new LinkedHashMap<>();

    static {
        KOREAN.put(CODE, "시스템코드");
        KOREAN.put("name.ko", "시스템명");
        KOREAN.put("name.en", "시스템명(영문)");
        KOREAN.put("owner", "보유기관");
        KOREAN.put("operator", "운영기관");
        KOREAN.put("leadAgency", "재난관리주관기관");
        KOREAN.put("site", "센터");
        KOREAN.put("room", "전산실");
        KOREAN.put("audience", "이용대상");
        KOREAN.put("zone", "망구분");
        KOREAN.put("dataClass", "데이터등급");
        KOREAN.put("major", "주요정보시스템");
        KOREAN.put("largeScale", "대규모정보시스템");
        KOREAN.put("cloud", "클라우드전환");
        KOREAN.put("inServiceFrom", "서비스개시일");
        KOREAN.put("inServiceUntil", "서비스종료일");
        KOREAN.put(GRADE, "정보시스템등급");
        KOREAN.put("recovery.rtoMinutes", "목표복구시간(분)");
        KOREAN.put("recovery.rpoMinutes", "목표복구시점(분)");
        KOREAN.put("publicText.ko", "안내문");
        KOREAN.put("publicText.en", "안내문(영문)");
        KOREAN.put(DEPENDENCIES, "의존시스템");
        KOREAN.put("externalIds", "외부식별자");
        KOREAN.put("services", "서비스");
        KOREAN.put("contacts", "연락처");
        KOREAN.put("resources", "자원");
    }

    /** In the order in which they are written. */
    static final List<String> ALL = List.copyOf(KOREAN.keySet());

    /** Cells that hold a JSON list. */
    static final Set<String> LISTS = Set.of("externalIds", "services", "contacts", "resources");

    /** Fields that are objects of cells; without any value left they are absent. */
    static final Set<String> OBJECTS = Set.of("name", "publicText", "recovery");

    private static final Set<String> FLAGS = Set.of("major", "largeScale");

    private static final Map<String, Map<String, String>> KOREAN_VALUES = Map.of(
            "audience", Map.of("대국민", "CITIZEN", "내부", "INTERNAL", "내부업무", "INTERNAL", "공통", "SHARED"),
            "zone", Map.of("인터넷망", "INTERNET", "업무망", "INTERNAL", "폐쇄망", "CLOSED"),
            "dataClass", Map.of("공개", "OPEN", "민감", "SENSITIVE", "기밀", "CLASSIFIED"),
            "cloud", Map.of("미전환", "NONE", "예정", "PLANNED", "일부", "PARTIAL", "전환", "FULL"));

    private static final Map<String, String> FLAG_VALUES = Map.ofEntries(
            Map.entry("예", "true"),
            Map.entry("여", "true"),
            Map.entry("Y", "true"),
            Map.entry("O", "true"),
            Map.entry("1", "true"),
            Map.entry("TRUE", "true"),
            Map.entry("아니오", "false"),
            Map.entry("부", "false"),
            Map.entry("N", "false"),
            Map.entry("X", "false"),
            Map.entry("0", "false"),
            Map.entry("FALSE", "false"));

    private Columns() {}

    /** The path that a header names, or null for one that nobody knows. */
    static @Nullable String path(String header) {
        String name = header.strip();
        if (KOREAN.containsKey(name)) {
            return name;
        }
        String bare = name.replace(" ", "");
        for (Map.Entry<String, String> entry : KOREAN.entrySet()) {
            if (entry.getValue().equals(bare)) {
                return entry.getKey();
            }
        }
        int dot = name.indexOf('.');
        boolean inList = dot > 0 && LISTS.contains(name.substring(0, dot));
        return inList && name.matches("[A-Za-z]+\\.[0-9]{1,3}(\\.[A-Za-z0-9]+)*") ? name : null;
    }

    /** The value as the field names it, for those that may be written in Korean. */
    static String value(String path, String cell) {
        if (FLAGS.contains(path)) {
            return FLAG_VALUES.getOrDefault(cell.toUpperCase(java.util.Locale.ROOT), cell);
        }
        return KOREAN_VALUES.getOrDefault(path, Map.of()).getOrDefault(cell, cell);
    }
}

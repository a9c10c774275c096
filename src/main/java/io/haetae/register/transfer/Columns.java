package io.haetae.register.transfer;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The columns of the file. A name is the path of the JSON field ({@code name.ko}); a list stands in one cell as JSON,
 * or, when read, in cells of its own ({@code services.0.code}). The published names in Korean
 * and English are accepted too.
 */
final class Columns {

    static final String CODE = "code";
    static final String NAME = "name.ko";
    static final String OWNER = "owner";
    static final String GRADE = "systemGrade";
    static final String DEPENDENCIES = "dependencies";

    /** A column under its published names. */
    record Name(String path, String korean, String english) {

        String in(Locale language) {
            return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : korean;
        }
    }

    /** In the order in which they are written. */
    static final List<Name> NAMES = List.of(
            new Name(CODE, "시스템코드", "System code"),
            new Name(NAME, "시스템명", "Name (Korean)"),
            new Name("name.en", "시스템명(영문)", "Name (English)"),
            new Name(OWNER, "보유기관", "Owner"),
            new Name("operator", "운영기관", "Operator"),
            new Name("leadAgency", "재난관리주관기관", "Lead agency"),
            new Name("site", "센터", "Site"),
            new Name("room", "전산실", "Room"),
            new Name("audience", "이용대상", "Audience"),
            new Name("zone", "망구분", "Zone"),
            new Name("dataClass", "데이터등급", "Data class"),
            new Name("major", "주요정보시스템", "Major system"),
            new Name("largeScale", "대규모정보시스템", "Large-scale system"),
            new Name("cloud", "클라우드전환", "Cloud migration"),
            new Name("inServiceFrom", "서비스개시일", "In service from"),
            new Name("inServiceUntil", "서비스종료일", "In service until"),
            new Name(GRADE, "정보시스템등급", "System grade"),
            new Name("recovery.rtoMinutes", "목표복구시간(분)", "RTO (minutes)"),
            new Name("recovery.rpoMinutes", "목표복구시점(분)", "RPO (minutes)"),
            new Name("publicText.ko", "안내문", "Public text (Korean)"),
            new Name("publicText.en", "안내문(영문)", "Public text (English)"),
            new Name(DEPENDENCIES, "의존시스템", "Dependencies"),
            new Name("externalIds", "외부식별자", "External ids"),
            new Name("services", "서비스", "Services"),
            new Name("contacts", "연락처", "Contacts"),
            new Name("resources", "자원", "Resources"));

    /** Their paths. */
    static final List<String> ALL = NAMES.stream().map(Name::path).toList();

    private static final Map<String, String> PUBLISHED = published();

    /** Cells that hold a JSON list. */
    static final Set<String> LISTS = Set.of("externalIds", "services", "contacts", "resources");

    /** Fields that are objects of cells; without any value left they are absent. */
    static final Set<String> OBJECTS = Set.of("name", "publicText", "recovery");

    private static final Set<String> FLAGS = Set.of("major", "largeScale");

    private static final Set<String> DATES = Set.of("inServiceFrom", "inServiceUntil");
    private static final LocalDate FIRST_DAY = LocalDate.of(1899, 12, 30);
    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4})(?:[-./년] *|(?=[0-9]{4}$))([0-9]{1,2})(?:[-./월] *|(?=[0-9]{2}$))([0-9]{1,2})[.일]?");

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

    private static Map<String, String> published() {
        Map<String, String> paths = new HashMap<>();
        for (Name name : NAMES) {
            paths.put(bare(name.path()), name.path());
            paths.put(bare(name.korean()), name.path());
            paths.put(bare(name.english()), name.path());
        }
        return Map.copyOf(paths);
    }

    private static String bare(String header) {
        return header.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    /** The path that a header names, or null for one that nobody knows. */
    static @Nullable String path(String header) {
        String name = header.strip();
        String published = PUBLISHED.get(bare(name));
        if (published != null) {
            return published;
        }
        return partOfList(name) ? name : null;
    }

    /** Whether a column may have that path. */
    static boolean knows(String path) {
        return ALL.contains(path) || partOfList(path);
    }

    private static boolean partOfList(String name) {
        int dot = name.indexOf('.');
        boolean inList = dot > 0 && LISTS.contains(name.substring(0, dot));
        return inList && name.matches("[A-Za-z]+\\.[0-9]{1,3}(\\.[A-Za-z0-9]+)*");
    }

    /** The value as the field names it, for those that may be written in Korean. */
    static String value(String path, String cell) {
        if (DATES.contains(path)) {
            return date(cell);
        }
        if (FLAGS.contains(path)) {
            return FLAG_VALUES.getOrDefault(cell.toUpperCase(Locale.ROOT), cell);
        }
        return KOREAN_VALUES.getOrDefault(path, Map.of()).getOrDefault(cell, cell);
    }

    /** A day as people in Korea write it, or as a spreadsheet counts it where a formula made it; else as it stands. */
    private static String date(String cell) {
        if (cell.matches("[1-9][0-9]{4}")) {
            return FIRST_DAY.plusDays(Long.parseLong(cell)).toString();
        }
        Matcher day = DAY.matcher(cell);
        if (!day.matches()) {
            return cell;
        }
        return "%s-%02d-%02d".formatted(day.group(1), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
    }
}

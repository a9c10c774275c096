package io.haetae.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a failure, as a failure-grade rule set reads it. Not knowing is a value of its own
 * ({@code UNKNOWN}, or null for people): what it counts as is for the rule set to say.
 *
 * @param kind a failure, or a feared one (우려)
 * @param groups the affected systems, those with equal facts together
 * @param spread how far one cause reaches
 * @param people the largest known number of people who cannot use it, null when unknown
 * @param lifeSafety whether life or safety is at stake
 * @param deadline whether a legal deadline falls due
 * @param substituteForDeadline whether that deadline can be met another way
 * @param facility what is out of the facility
 * @param security whether an intrusion is behind it
 */
public record FailureFacts(
        Kind kind,
        List<Group> groups,
        Spread spread,
        @Nullable Long people,
        boolean lifeSafety,
        Deadline deadline,
        Substitute substituteForDeadline,
        Facility facility,
        Security security) {

    /** The affected systems, as rules call them. */
    public static final String GROUPS = "groups";

    /** How long a system may stand still, as rules call it. */
    public static final String TOLERATED = "toleratedMinutes";

    public FailureFacts {
        groups = List.copyOf(groups);
    }

    /** 장애 or 장애 우려 (전자정부법 제56조의5 ①). */
    public enum Kind {
        FAILURE,
        FEARED
    }

    /** State of the service. */
    public enum Service {
        STOPPED,
        DEGRADED,
        NORMAL,
        UNKNOWN
    }

    /** Whether people can be served another way. */
    public enum Substitute {
        AVAILABLE,
        PARTIAL,
        NONE,
        UNKNOWN
    }

    /** Damage to data. */
    public enum Data {
        NONE,
        SUSPECTED,
        CONFIRMED,
        UNRECOVERABLE,
        UNKNOWN
    }

    /** When a legal deadline falls due. */
    public enum Deadline {
        TODAY,
        WITHIN_24H,
        NONE,
        UNKNOWN
    }

    /** Whether an intrusion is behind it. */
    public enum Security {
        NONE,
        SUSPECTED,
        CONFIRMED
    }

    /**
     * Systems with equal facts.
     *
     * @param systemGrade 1 to 4, the worst of the system itself and the dependents it stops; 0 when ungraded
     * @param major whether a 주요 정보시스템 is among them (the rule set says what an ungraded one counts as)
     * @param service state of the service
     * @param stoppedMinutes how long it has not been known to run: stopped, or unknown; 0 otherwise
     * @param degradedMinutes how long it has been worse than normal: degraded or stopped
     * @param substitute whether people can be served another way
     * @param data damage to data
     * @param redundancyLost whether it runs without its second leg
     * @param emergency whether an emergency function is down
     * @param toleratedMinutes how long it may stand still by the register; 0 when nobody said, or no rule asks
     * @param count how many systems
     * @param names codes of the first few, for the reason
     */
    public record Group(
            int systemGrade,
            boolean major,
            Service service,
            long stoppedMinutes,
            long degradedMinutes,
            Substitute substitute,
            Data data,
            boolean redundancyLost,
            boolean emergency,
            int toleratedMinutes,
            int count,
            List<String> names) {

        public Group {
            names = List.copyOf(names);
        }

        private Map<String, Object> asMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("systemGrade", (long) systemGrade);
            map.put("major", major);
            map.put("service", service.name());
            map.put("stoppedMinutes", stoppedMinutes);
            map.put("degradedMinutes", degradedMinutes);
            map.put("substitute", substitute.name());
            map.put("data", data.name());
            map.put("redundancyLost", redundancyLost);
            map.put("emergency", emergency);
            map.put(TOLERATED, (long) toleratedMinutes);
            map.put("count", (long) count);
            map.put("names", names);
            return map;
        }
    }

    /**
     * How far one cause reaches.
     *
     * @param systems affected systems
     * @param gradeOne of them with system grade 1
     * @param regions 시·도 in which people feel it
     */
    public record Spread(int systems, int gradeOne, int regions) {}

    /**
     * What is out of the facility.
     *
     * @param roomOut a room of a data centre
     * @param siteOut a whole site
     */
    public record Facility(boolean roomOut, boolean siteOut) {}

    /** The facts as they are evaluated, stored and shown. */
    public Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", kind.name());
        map.put(GROUPS, groups.stream().map(Group::asMap).toList());
        map.put(
                "spread",
                Map.of(
                        "systems", (long) spread.systems(),
                        "gradeOne", (long) spread.gradeOne(),
                        "regions", (long) spread.regions()));
        if (people != null) {
            map.put("people", people);
        }
        map.put("lifeSafety", lifeSafety);
        map.put("deadline", deadline.name());
        map.put("substituteForDeadline", substituteForDeadline.name());
        map.put("facility", Map.of("roomOut", facility.roomOut(), "siteOut", facility.siteOut()));
        map.put("security", security.name());
        return map;
    }
}

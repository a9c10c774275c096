package io.haetae.rule.engine;

import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rules for grades may hold besides their criteria: the names of the grades, and floors that no grade falls below,
 * by a condition over the facts or by what depends on the system.
 *
 * @param levels one per named grade; none when the numbers are the names
 * @param floors by facts
 * @param leanings by dependents
 */
public record Scheme(List<GradeLevel> levels, List<Floor> floors, List<LeaningFloor> leanings) {

    /** Rules that have nothing of it. */
    static final Scheme NONE = new Scheme(List.of(), List.of(), List.of());

    /** What the reason is called when no criterion asks for a worse grade. */
    static final LocalizedText OTHERWISE = new LocalizedText("그 밖의 경우", "Otherwise");

    public Scheme {
        levels = List.copyOf(levels);
        floors = List.copyOf(floors);
        leanings = List.copyOf(leanings);
    }

    /** No milder than the grade while the condition holds. */
    record Floor(String id, Expression when, int grade, LocalizedText why) {}

    /**
     * Graded no milder than what leans on it.
     *
     * @param id of the floor
     * @param types of dependencies that count
     * @param depth how many steps away a dependent may be
     * @param why template of the reason: {@code dependent}, {@code grade}, {@code chain}
     */
    public record LeaningFloor(String id, Set<String> types, int depth, LocalizedText why) {

        public LeaningFloor {
            types = Set.copyOf(types);
        }

        /** Whether a dependent of that distance, all of whose steps are of these types, counts. */
        private boolean counts(Leaning leaning) {
            return leaning.hops().size() <= depth
                    && leaning.hops().stream().allMatch(hop -> types.contains(hop.type()));
        }

        /** The best graded of those that count; of two the nearer. */
        public Optional<SystemVerdict.Floor> over(List<Leaning> leanings) {
            return leanings.stream()
                    .filter(this::counts)
                    .min(Comparator.comparingInt(Leaning::grade)
                            .thenComparingInt(leaning -> leaning.hops().size())
                            .thenComparing(leaning -> leaning.last().code()))
                    .map(this::floor);
        }

        private SystemVerdict.Floor floor(Leaning leaning) {
            return new SystemVerdict.Floor(
                    id,
                    leaning.grade(),
                    new LocalizedText(filled(leaning, why.ko(), true), filled(leaning, why.en(), false)),
                    leaning.hops());
        }

        private static String filled(Leaning leaning, String template, boolean korean) {
            List<String> chain = new ArrayList<>();
            leaning.hops().forEach(hop -> chain.add(0, name(hop, korean)));
            return Texts.fill(
                    template,
                    Map.of(
                            "dependent", name(leaning.last(), korean),
                            "grade", leaning.grade(),
                            "chain", String.join(" → ", chain)));
        }

        private static String name(Leaning.Hop hop, boolean korean) {
            return (korean ? hop.name().ko() : hop.name().en()) + "(" + hop.code() + ")";
        }
    }

    /** What the grade is called, null when it has no name. */
    @Nullable
    GradeLevel level(int grade) {
        return levels.stream()
                .filter(level -> level.grade() == grade)
                .findFirst()
                .orElse(null);
    }

    /** The floors over these facts that hold. */
    List<SystemVerdict.Floor> holding(Map<String, Object> variables) {
        return floors.stream()
                .filter(floor -> floor.when().holds(variables))
                .map(floor -> new SystemVerdict.Floor(floor.id(), floor.grade(), floor.why(), List.of()))
                .toList();
    }

    /** The worst grade that the floors over these facts ask for, or the one given. */
    int raised(int grade, Map<String, Object> variables) {
        int raised = grade;
        for (Floor floor : floors) {
            if (floor.grade() < raised && floor.when().holds(variables)) {
                raised = floor.grade();
            }
        }
        return raised;
    }

    /** A verdict with what leans on the system taken into account. */
    public SystemVerdict with(SystemVerdict verdict, List<Leaning> leaning) {
        List<SystemVerdict.Floor> holding =
                leanings.stream().flatMap(floor -> floor.over(leaning).stream()).toList();
        List<SystemVerdict.Floor> all = new ArrayList<>(holding);
        all.addAll(verdict.floors());
        int before = verdict.withoutFloors() == null ? verdict.grade() : verdict.withoutFloors();
        SystemVerdict bare = new SystemVerdict(
                verdict.facts(),
                before,
                verdict.score(),
                verdict.criteria(),
                verdict.cutOff(),
                verdict.nextGrade(),
                null,
                List.of(),
                level(before));
        return bare.raised(all, this);
    }
}

package io.haetae.rule;

import io.haetae.kernel.LocalizedText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule set says about one system.
 *
 * @param grade 1 (most important) to 4, floors applied
 * @param score sum of the points, one decimal; null for a decision table
 * @param criteria one entry per criterion, in the order of the rule set or, for a table, worst first
 * @param cutOff the cut-off the score reached; null for a decision table
 * @param nextGrade what would change the grade by points
 * @param withoutFloors the grade before floors; null when none made a difference
 * @param floors the floors that raised it, the one that decided first
 * @param level what the grade is called in the scheme; null when it has no names
 */
public record SystemGradeResult(
        int grade,
        @Nullable BigDecimal score,
        List<Criterion> criteria,
        @Nullable CutOff cutOff,
        NextGrade nextGrade,
        @Nullable Integer withoutFloors,
        List<Floor> floors,
        @Nullable Level level) {

    public SystemGradeResult {
        floors = List.copyOf(Objects.requireNonNullElse(floors, List.of())); // results stored before there were floors
    }

    /** Whether it is a sum of points. */
    public boolean byPoints() {
        return score != null && cutOff != null;
    }

    /**
     * What one criterion says.
     *
     * @param criterion its id
     * @param name as people read it
     * @param fact the fact that earned the points; null for a decision table
     * @param points earned; null for a decision table
     * @param max earnable; null for a decision table
     * @param grade the grade it asks for; null for points
     * @param why which row applied
     */
    public record Criterion(
            String criterion,
            LocalizedText name,
            @Nullable Object fact,
            @Nullable BigDecimal points,
            @Nullable BigDecimal max,
            @Nullable Integer grade,
            LocalizedText why) {}

    /**
     * A grade that it must not fall below.
     *
     * @param id of the floor in the rule set
     * @param grade no milder than this
     * @param why in words
     * @param chain the systems that lean on it, nearest first; none for a floor over facts
     */
    public record Floor(String id, int grade, LocalizedText why, List<Hop> chain) {

        public Floor {
            chain = List.copyOf(chain);
        }
    }

    /**
     * One step of a chain.
     *
     * @param code the system that leans on the one before
     * @param type how
     */
    public record Hop(String code, LocalizedText name, String type) {}

    /**
     * What a grade is called in its own scheme.
     *
     * @param recovery how and within what time such a system must be back, null when the scheme says nothing
     */
    public record Level(
            int grade, LocalizedText name, @Nullable Recovery recovery) {}

    /** A recovery target; the kind is {@code ACTIVE_ACTIVE}, {@code ACTIVE_STANDBY}, {@code STORAGE} or {@code BACKUP}. */
    public record Recovery(String kind, int fromMinutes, int withinMinutes) {}

    /**
     * A cut-off.
     *
     * @param grade the grade it gives
     * @param atLeast the lowest score that reaches it
     */
    public record CutOff(int grade, BigDecimal atLeast) {}

    /**
     * What would change the grade.
     *
     * @param higher towards grade 1; null at grade 1
     * @param lower away from grade 1; null at the last grade
     */
    public record NextGrade(@Nullable Step higher, @Nullable Step lower) {}

    /**
     * The way to a neighbouring grade.
     *
     * @param grade that grade
     * @param points how many points are missing, or for a lower grade how many must be lost
     * @param together true when only all the changes together suffice; otherwise each one alone does
     * @param changes the smallest changes of facts that do it; empty when no facts can
     */
    public record Step(int grade, BigDecimal points, boolean together, List<Change> changes) {}

    /**
     * A change of one fact.
     *
     * @param criterion whose fact
     * @param fact the value from which on (or below which) it holds
     * @param points what the criterion would earn then
     * @param why in words
     */
    public record Change(String criterion, Object fact, BigDecimal points, LocalizedText why) {}
}

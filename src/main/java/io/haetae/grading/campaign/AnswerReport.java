package io.haetae.grading.campaign;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of answers that were handed in together.
 *
 * @param submitted how many were submitted
 * @param refused how many were not
 * @param items one per system, in the order sent
 */
public record AnswerReport(int submitted, int refused, List<Item> items) {

    public AnswerReport {
        items = List.copyOf(items);
    }

    static AnswerReport of(List<Item> items) {
        int submitted = (int) items.stream().filter(Item::isSubmitted).count();
        return new AnswerReport(submitted, items.size() - submitted, items);
    }

    /**
     * One system.
     *
     * @param assessment the answer, null when it was refused
     * @param grade the computed grade, null when it was refused
     * @param code why it was refused, null when it was not
     * @param why the same in words, in the caller's language; null when it was not
     */
    public record Item(
            String system,
            @Nullable UUID assessment,
            @Nullable Integer grade,
            @Nullable String code,
            @Nullable String why) {

        /** Whether it was submitted. */
        public boolean isSubmitted() {
            return code == null;
        }
    }
}

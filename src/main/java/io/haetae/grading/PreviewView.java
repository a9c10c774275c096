package io.haetae.grading;

import io.haetae.kernel.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version would change over the register, as far as the reader's scope reaches.
 *
 * @param systems how many were looked at
 * @param unchanged how many keep their grade
 * @param withoutFacts how many were left at their confirmed grade because their facts do not suffice
 * @param milliseconds how long it took
 * @param matrix every cell from a present grade to a future one, both 0 for none, also where nothing moves
 * @param moved the cells in which something moves
 * @param duties what becomes of the duties that follow from the grades
 * @param items one page of the systems moved, by code
 * @param next cursor of the next page, null at the end
 */
public record PreviewView(
        String ruleSet,
        String version,
        int systems,
        int unchanged,
        int withoutFacts,
        long milliseconds,
        List<Cell> matrix,
        List<Cell> moved,
        List<DutyChange> duties,
        List<PreviewRow> items,
        @Nullable String next) {

    public PreviewView {
        matrix = List.copyOf(matrix);
        moved = List.copyOf(moved);
        duties = List.copyOf(duties);
        items = List.copyOf(items);
    }

    /** How many move from a grade to another; 0 stands for none. */
    public record Cell(int from, int to, int count) {

        /** Whether the grade stays as it is. */
        public boolean same() {
            return from == to;
        }
    }

    /**
     * What becomes of one duty.
     *
     * @param gained systems that would have it and have not
     * @param lost systems that have it and would not
     * @param changed systems of which it would ask something else
     */
    public record DutyChange(String id, LocalizedText name, boolean costly, int gained, int lost, int changed) {}

    /** How many systems move at all. */
    public int movers() {
        return moved.stream().mapToInt(Cell::count).sum();
    }

    /** The cells from one grade, in order. */
    public List<Cell> row(int from) {
        return matrix.stream().filter(cell -> cell.from() == from).toList();
    }
}

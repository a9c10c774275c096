package io.haetae.register.page;

import io.haetae.register.DependencySheet;
import io.haetae.register.Loss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A system among those it depends on, to its left, and those that depend on it, to its right: one column per step. The
 * table beside it says the same.
 *
 * @param boxes systems
 * @param lines dependencies
 * @param width of the picture
 * @param height of the picture
 * @param hidden how many systems are left out, because a column would be too long to read
 */
record Graph(List<Box> boxes, List<Line> lines, int width, int height, int hidden) {

    private static final int COLUMN = 240;
    private static final int ROW = 44;
    private static final int BOX = 176;
    private static final int TALL = 32;
    private static final int MOST = 16;

    Graph {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A system; {@code x} and {@code y} are its upper left corner. */
    record Box(String code, String label, @Nullable Integer grade, int x, int y, boolean self) {

        public int textX() {
            return x + 10;
        }

        public int textY() {
            return y + 21;
        }
    }

    /** From what depends to what it depends on. */
    record Line(int x1, int y1, int x2, int y2) {}

    private record Spot(String code, @Nullable Integer grade, int column) {}

    /** Up to {@code hops} steps to the right; to the left what the system depends on itself. */
    static Graph of(String code, @Nullable Integer grade, DependencySheet sheet, Loss loss, int hops) {
        List<Spot> spots = new ArrayList<>();
        sheet.items().stream()
                .map(item -> new Spot(item.on(), item.systemGrade(), 0))
                .distinct()
                .forEach(spots::add);
        spots.add(new Spot(code, grade, 1));
        loss.order().stream()
                .filter(each -> each.distance() > 0 && each.distance() <= hops)
                .sorted(Comparator.comparing(Loss.Restored::distance)
                        .thenComparing(each -> each.systemGrade() == null ? 9 : each.systemGrade())
                        .thenComparing(Loss.Restored::code))
                .forEach(each -> spots.add(new Spot(each.code(), each.systemGrade(), 1 + each.distance())));
        return drawn(code, spots, loss, sheet);
    }

    private static Graph drawn(String code, List<Spot> spots, Loss loss, DependencySheet sheet) {
        Map<Integer, Integer> taken = new HashMap<>();
        Map<String, Box> right = new HashMap<>();
        Map<String, Box> left = new HashMap<>();
        int hidden = 0;
        int columns = 1;
        for (Spot spot : spots) {
            int row = taken.merge(spot.column(), 1, Integer::sum) - 1;
            columns = Math.max(columns, spot.column() + 1);
            if (row >= MOST) {
                hidden++;
                continue;
            }
            Box box = new Box(
                    spot.code(),
                    spot.code(),
                    spot.grade(),
                    spot.column() * COLUMN,
                    row * ROW,
                    spot.code().equals(code));
            (spot.column() == 0 ? left : right).put(spot.code(), box);
        }
        List<Line> lines = new ArrayList<>();
        Box self = right.get(code);
        sheet.items().stream()
                .map(item -> left.get(item.on()))
                .filter(box -> box != null && self != null)
                .distinct()
                .forEach(box -> lines.add(line(self, box)));
        loss.dependencies().stream()
                .filter(each -> right.containsKey(each.system()) && right.containsKey(each.on()))
                .forEach(each -> lines.add(line(right.get(each.system()), right.get(each.on()))));
        List<Box> boxes = new ArrayList<>(left.values());
        boxes.addAll(right.values());
        boxes.sort(Comparator.comparing(Box::x).thenComparing(Box::y));
        int rows = Math.min(MOST, taken.values().stream().mapToInt(n -> n).max().orElse(1));
        return new Graph(
                boxes, lines.stream().distinct().toList(), (columns - 1) * COLUMN + BOX + 2, rows * ROW, hidden);
    }

    private static Line line(@Nullable Box from, @Nullable Box to) {
        if (from == null || to == null) {
            throw new IllegalArgumentException("a line has two ends");
        }
        return from.x() == to.x()
                ? new Line(from.x() + BOX, from.y() + TALL / 2, to.x() + BOX, to.y() + TALL / 2)
                : new Line(from.x(), from.y() + TALL / 2, to.x() + BOX, to.y() + TALL / 2);
    }
}

package io.haetae.crisis;

import io.haetae.kernel.Zones;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The boards of a crisis as a drawing: how many systems were hit and how many of them restored, in steps. The page draws
 * it as SVG from these points; the table beside it says the same.
 *
 * @param boards in order of time
 */
record Curve(List<Board> boards) {

    private static final int WIDTH = 800;
    private static final int HEIGHT = 220;
    private static final int LEFT = 48;
    private static final int TOP = 12;
    private static final int MARKS = 6;

    /** More rows than this help nobody; what lies between stands in the interface. */
    private static final int ROWS = 40;

    Curve {
        boards = List.copyOf(boards);
    }

    /** Whether there is anything to draw. */
    public boolean drawable() {
        return boards.size() > 1 && most() > 0 && span() > 0;
    }

    /** Points of the restored systems, for a polyline of steps. */
    public String restored() {
        return steps(true);
    }

    /** Points of all systems that were hit. */
    public String total() {
        return steps(false);
    }

    private String steps(boolean restored) {
        StringBuilder points = new StringBuilder();
        int before = 0;
        for (int i = 0; i < boards.size(); i++) {
            Board board = boards.get(i);
            int value = restored ? board.restored() : board.total();
            String x = number(x(board.asOf()));
            if (i > 0) {
                points.append(x).append(',').append(number(y(before))).append(' ');
            }
            points.append(x).append(',').append(number(y(value))).append(' ');
            before = value;
        }
        return points.toString().strip();
    }

    /** A mark on an axis: where it stands and what it says. */
    record Mark(String at, String text) {}

    /** Marks along the time. */
    public List<Mark> times() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= MARKS; i++) {
            Instant at = first().plus(Duration.ofSeconds(span() * i / MARKS));
            LocalDate day = LocalDate.ofInstant(at, Zones.SEOUL);
            marks.add(new Mark(number(x(at)), day.getMonthValue() + "." + day.getDayOfMonth() + "."));
        }
        return marks;
    }

    /** Marks along the number of systems. */
    public List<Mark> counts() {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i <= 4; i++) {
            int value = most() * i / 4;
            marks.add(new Mark(number(y(value)), String.valueOf(value)));
        }
        return marks;
    }

    /** The boards for the table beside it, the latest first, one per turn as far as they fit. */
    public List<Board> rows() {
        List<Board> rows = new ArrayList<>();
        int step = Math.max(1, (boards.size() + ROWS - 1) / ROWS);
        for (int i = boards.size() - 1; i >= 0; i -= step) {
            rows.add(boards.get(i));
        }
        return rows;
    }

    private int most() {
        return boards.stream().mapToInt(Board::total).max().orElse(0);
    }

    private Instant first() {
        return boards.get(0).asOf();
    }

    private long span() {
        return Duration.between(first(), boards.get(boards.size() - 1).asOf()).toSeconds();
    }

    private double x(Instant at) {
        return LEFT + (double) (WIDTH - LEFT) * Duration.between(first(), at).toSeconds() / span();
    }

    private double y(int value) {
        return TOP + (HEIGHT - TOP) * (1 - (double) value / most());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

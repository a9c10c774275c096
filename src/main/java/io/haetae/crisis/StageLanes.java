package io.haetae.crisis;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stages over time as a drawing: a lane for each lead agency, a bar for each stage that stood.
 *
 * @param records decisions that count
 * @param until where the drawing ends
 */
record StageLanes(List<StageView> records, Instant until) {

    private static final int WIDTH = 800;
    private static final int LEFT = 130;
    private static final int HEIGHT = 28;
    private static final int LANE = 40;

    StageLanes {
        records = StageView.counting(records).stream()
                .filter(record -> !record.at().isAfter(until))
                .sorted(Comparator.comparing(StageView::at).thenComparing(StageView::id))
                .toList();
    }

    /** A bar: a stage that stood from one time until another. */
    record Bar(String x, String width, int y, Stage stage, Instant from, Instant until) {}

    /** A lane: the bars of one lead agency. */
    record Lane(String leadAgency, int y, List<Bar> bars) {}

    /** Whether there is anything to draw. */
    public boolean drawable() {
        return !records.isEmpty() && span() > 0;
    }

    /** How high the drawing is. */
    public int height() {
        return lanes().size() * LANE;
    }

    /** The lanes from top to bottom. */
    public List<Lane> lanes() {
        Map<String, List<StageView>> byAgency = new TreeMap<>();
        records.forEach(record -> byAgency.computeIfAbsent(record.leadAgency(), agency -> new ArrayList<>())
                .add(record));
        List<Lane> lanes = new ArrayList<>();
        byAgency.forEach((agency, decided) -> {
            int y = lanes.size() * LANE;
            lanes.add(new Lane(agency, y + HEIGHT / 2 + 9, bars(decided, y + 4)));
        });
        return lanes;
    }

    private List<Bar> bars(List<StageView> decided, int y) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < decided.size(); i++) {
            StageView record = decided.get(i);
            Instant end = i + 1 < decided.size() ? decided.get(i + 1).at() : until;
            if (record.stage() != Stage.NONE) {
                double x = x(record.at());
                String width = number(Math.max(2, x(end) - x));
                bars.add(new Bar(number(x), width, y, record.stage(), record.at(), end));
            }
        }
        return bars;
    }

    private long span() {
        return Duration.between(records.get(0).at(), until).toSeconds();
    }

    private double x(Instant at) {
        return LEFT
                + (double) (WIDTH - LEFT)
                        * Duration.between(records.get(0).at(), at).toSeconds()
                        / span();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}

package io.haetae.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of one run beside their budgets, as a table in Markdown. */
final class Sheet {

    private static final Path FILE = Path.of("target/benchmark.md");

    private final Path file;
    private final List<String> lines =
            new ArrayList<>(List.of("| Work | Figure | Measured | Budget | |", "|---|---|--:|--:|---|"));

    Sheet() {
        this(FILE);
    }

    Sheet(Path file) {
        this.file = file;
    }

    /** A figure that has to reach its budget. */
    void atLeast(String work, String figure, double measured, double budget) {
        line(work, figure, number(measured), "≥ " + number(budget), measured >= budget);
    }

    /** A figure that has to stay below its budget. */
    void atMost(String work, String figure, double measured, double budget) {
        line(work, figure, number(measured), "≤ " + number(budget), measured <= budget);
    }

    /** A figure that explains another one. */
    void figure(String work, String figure, double measured) {
        lines.add("| %s | %s | %s | | |".formatted(work, figure, number(measured)));
        System.out.println(lines.get(lines.size() - 1));
    }

    private void line(String work, String figure, String measured, String budget, boolean met) {
        lines.add("| %s | %s | %s | %s | %s |".formatted(work, figure, measured, budget, met ? "met" : "MISSED"));
        System.out.println(lines.get(lines.size() - 1));
    }

    void write() {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println();
        lines.forEach(System.out::println);
    }

    private static String number(double value) {
        return value >= 100
                ? "%,.0f".formatted(value)
                : String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.1f", value);
    }
}

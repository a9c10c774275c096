package io.haetae.rule;

import java.util.Arrays;
import java.util.Comparator;

/** Versions are numbers with dots: 1.10 is newer than 1.9. */
final class Versions {

    static final Comparator<String> ORDER = (one, other) -> Arrays.compare(numbers(one), numbers(other));

    private Versions() {}

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}

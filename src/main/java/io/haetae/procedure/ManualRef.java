package io.haetae.procedure;

import io.haetae.kernel.Refusal;
import io.haetae.procedure.engine.Manual;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One version of a manual. */
record ManualRef(String kind, String name, String version) {

    private static final int WIDEST = 9;

    /** The version that a manual says it is. */
    static ManualRef of(Manual.Header header) {
        String[] parts = parts(header.id());
        return new ManualRef(parts[0], parts[1], header.version());
    }

    /** {@code kind/name}. */
    String manual() {
        return kind + "/" + name;
    }

    /** The version's numbers, each filled up so that text compares like numbers: 10 comes after 9. */
    String order() {
        return Arrays.stream(version.split("\\.", -1))
                .map(part -> "0".repeat(Math.max(0, WIDEST - part.length())) + part)
                .collect(Collectors.joining("."));
    }

    @Override
    public String toString() {
        return manual() + "/" + version;
    }

    /** The kind and name in {@code kind/name}, as a request names it. */
    static String[] parts(String manual) {
        String[] parts = manual.split("/", -1);
        if (parts.length != 2) {
            throw Refusal.field("/manual", "unknown-manual", manual);
        }
        return parts;
    }
}

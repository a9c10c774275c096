package io.haetae.procedure;

import io.haetae.kernel.Refusal;

/** One version of a manual. */
record ManualRef(String kind, String name, String version) {

    /** {@code kind/name}. */
    String manual() {
        return kind + "/" + name;
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

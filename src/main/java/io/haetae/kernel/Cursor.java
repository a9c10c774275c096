package io.haetae.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Keyset cursors: the sort values of the last row, opaque to the caller. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    /** Packs the sort values of a row. */
    public static String of(Object... values) {
        String joined = String.join(
                SEPARATOR, List.of(values).stream().map(String::valueOf).toList());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Unpacks a cursor of {@code parts} values; refuses one that was not made by {@link #of}. */
    public static List<String> parse(String cursor, int parts) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = List.of(joined.split(SEPARATOR, -1));
            if (values.size() == parts) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            throw new Refusal(KernelError.BAD_CURSOR);
        }
        throw new Refusal(KernelError.BAD_CURSOR);
    }
}

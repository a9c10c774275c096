package io.haetae.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items in order
 * @param next opaque cursor of the next page, null on the last one
 */
public record Page<T>(List<T> items, @Nullable String next) implements Paged {

    /** Largest page a caller may ask for. */
    public static final int MAX_LIMIT = 200;

    public Page {
        items = List.copyOf(items);
    }

    /** The page from {@code limit + 1} rows read: the surplus row only tells that there is a next page. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursor) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        return new Page<>(rows.subList(0, limit), cursor.apply(rows.get(limit - 1)));
    }

    /** The limit a caller gets for the one asked: 50 when absent, never beyond {@link #MAX_LIMIT}. */
    public static int limit(@Nullable Integer asked) {
        return asked == null ? 50 : Math.max(1, Math.min(asked, MAX_LIMIT));
    }
}

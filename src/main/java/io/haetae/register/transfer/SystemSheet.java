package io.haetae.register.transfer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that rows are written to; the first one names the columns. */
interface SystemSheet extends Closeable {

    /** Texts, numbers, dates, yes or no; nothing where there is nothing. */
    void row(List<? extends @Nullable Object> cells) throws IOException;
}

package io.haetae.grading;

import org.jspecify.annotations.Nullable;

/** Which part of what moves is asked for. */
record PreviewAsk(PreviewFilter filter, int limit, @Nullable String cursor) {}

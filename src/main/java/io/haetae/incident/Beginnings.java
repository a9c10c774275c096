package io.haetae.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** From when on the clocks of an incident run: when one of the two changes, they do. */
record Beginnings(Instant detection, @Nullable Instant recognition) {}

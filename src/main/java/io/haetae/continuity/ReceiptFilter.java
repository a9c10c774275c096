package io.haetae.continuity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers of the ledger to list.
 *
 * @param open only those on which somebody has something to do
 * @param q a part of the number
 */
record ReceiptFilter(
        UUID activation,
        @Nullable ReceiptState state,
        boolean open,
        @Nullable String service,
        @Nullable String office,
        @Nullable String q) {}

package io.haetae.remedy;

import java.util.function.IntUnaryOperator;

/** How this room's sweeps go through what is due: batch after batch, until one is not full. */
public final class Batches {

    private static final int SIZE = 100;

    private Batches() {}

    /** Every work by itself; each is told how many at most, and says how many it looked at. */
    public static void all(IntUnaryOperator... works) {
        for (IntUnaryOperator work : works) {
            int looked;
            do {
                looked = work.applyAsInt(SIZE);
            } while (looked == SIZE);
        }
    }
}

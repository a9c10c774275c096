package io.haetae.continuity;

import java.util.List;

/**
 * The ledger's sum: every number issued is taken, void or unused, and everything taken is processed, rejected or open.
 *
 * @param lines one per service and office
 * @param total of all of them
 * @param difference numbers that are nowhere; anything but 0 is a mistake
 * @param open what somebody still has to do
 * @param settled whether nothing is missing and nothing is open
 */
public record Reconciliation(List<Line> lines, ReceiptCounts total, long difference, long open, boolean settled) {

    /** One service at one office. */
    public record Line(String service, String office, ReceiptCounts counts) {}

    static Reconciliation of(List<Line> lines) {
        ReceiptCounts sum = lines.stream().map(Line::counts).reduce(ReceiptCounts.NONE, ReceiptCounts::plus);
        boolean missing = lines.stream().anyMatch(line -> line.counts().difference() != 0);
        return new Reconciliation(lines, sum, sum.difference(), sum.open(), !missing && sum.open() == 0);
    }
}

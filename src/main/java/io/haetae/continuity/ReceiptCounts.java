package io.haetae.continuity;

/**
 * How many receipts there are.
 *
 * @param issued numbers issued
 * @param unused numbers issued in advance and not used yet
 * @param received taken and neither processed nor rejected yet
 * @param processed processed back, checked or not
 * @param rejected turned down, checked or not
 * @param unchecked of those, how many no second person has checked
 * @param voided numbers that were spoiled
 */
public record ReceiptCounts(
        long issued, long unused, long received, long processed, long rejected, long unchecked, long voided) {

    /** None at all. */
    public static final ReceiptCounts NONE = new ReceiptCounts(0, 0, 0, 0, 0, 0, 0);

    /** Those on which somebody has something to do. */
    public long open() {
        return received + unchecked;
    }

    /** Everything that was taken. */
    public long taken() {
        return received + processed + rejected;
    }

    /** The sum of two. */
    ReceiptCounts plus(ReceiptCounts other) {
        return new ReceiptCounts(
                issued + other.issued,
                unused + other.unused,
                received + other.received,
                processed + other.processed,
                rejected + other.rejected,
                unchecked + other.unchecked,
                voided + other.voided);
    }

    /** Numbers issued that are nowhere; anything but 0 is a mistake. */
    public long difference() {
        return issued - taken() - unused - voided;
    }
}

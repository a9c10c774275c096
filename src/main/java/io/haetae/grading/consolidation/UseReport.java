package io.haetae.grading.consolidation;

import java.util.List;

/**
 * What became, or on a dry run would become, of a file.
 *
 * @param applied whether anything was written
 * @param accepted rows that are right
 * @param refused rows that are wrong
 * @param wrong the rows that were refused, each field with its reason
 */
public record UseReport(
        boolean dryRun, boolean partial, boolean applied, int accepted, int refused, List<Wrong> wrong) {

    public UseReport {
        wrong = List.copyOf(wrong);
    }

    /** Whether the file was to be written and was not. */
    public boolean held() {
        return !dryRun && !applied;
    }

    /**
     * One field of a row that is wrong.
     *
     * @param row as a spreadsheet counts: the header is row 1
     * @param system as the row names it
     * @param field its column
     * @param message in the caller's language
     */
    public record Wrong(int row, String system, String field, String code, String message) {}
}

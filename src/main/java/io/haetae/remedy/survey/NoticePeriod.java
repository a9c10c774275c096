package io.haetae.remedy.survey;

import java.time.LocalDate;

/**
 * How long before it begins a survey is announced (시행령 제70조의4 ①): two months, in which neither the day of the notice nor
 * that of the beginning is counted (민법 제157조·제160조); an urgent one at the latest the day before. That the last day before
 * the beginning is a holiday changes nothing: it is no deadline for the institution.
 */
final class NoticePeriod {

    private static final int MONTHS = 2;

    private NoticePeriod() {}

    /** The first day on which a survey may begin that is announced on that day. */
    static LocalDate earliest(LocalDate notifiedOn, boolean urgent) {
        if (urgent) {
            return notifiedOn.plusDays(1);
        }
        LocalDate first = notifiedOn.plusDays(1);
        LocalDate corresponding = first.plusMonths(MONTHS);
        // a month without the corresponding day ends with its last one
        return corresponding.getDayOfMonth() == first.getDayOfMonth() ? corresponding : corresponding.plusDays(1);
    }
}

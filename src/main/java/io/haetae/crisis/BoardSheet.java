package io.haetae.crisis;

import io.haetae.kernel.Zones;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A recovery board as CSV: one row for all, one per system grade, one per lead agency. */
final class BoardSheet {

    private static final String HEAD = "asOf,group,key,restored,total,percent\r\n";

    private BoardSheet() {}

    static String csv(Board board) {
        String asOf = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(board.asOf().atZone(Zones.SEOUL));
        StringBuilder csv = new StringBuilder(HEAD);
        row(csv, asOf, "ALL", "ALL", new Board.Share(board.restored(), board.total()));
        for (Map.Entry<String, Board.Share> grade : board.byGrade().entrySet()) {
            row(csv, asOf, "SYSTEM_GRADE", grade.getKey(), grade.getValue());
        }
        for (Map.Entry<String, Board.Share> agency : board.byLeadAgency().entrySet()) {
            row(csv, asOf, "LEAD_AGENCY", agency.getKey(), agency.getValue());
        }
        return csv.toString();
    }

    /** Codes and numbers only: nothing in it needs quoting. */
    private static void row(StringBuilder csv, String asOf, String group, String key, Board.Share share) {
        csv.append(asOf)
                .append(',')
                .append(group)
                .append(',')
                .append(key)
                .append(',')
                .append(share.restored())
                .append(',')
                .append(share.total())
                .append(',')
                .append(share.percent())
                .append("\r\n");
    }
}

package io.haetae.identity;

import io.haetae.audit.JournalEntry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * What a room keeps under the code of an institution that was merged follows to its successor. Each room that has such
 * things has one of these.
 */
public interface Succession {

    /**
     * Lets follow what has not yet, within the transaction that is open, and says what the journal is to tell of it. Again,
     * it finds none.
     *
     * @param former codes of all institutions that were ever merged
     */
    List<JournalEntry> follow(String[] former);

    /** What the journal tells of a thing whose row names the institutions as {@code former} and {@code latter}. */
    static JournalEntry followed(String action, String kind, String id, ResultSet row) throws SQLException {
        return new JournalEntry(
                action, kind, id, Map.of("from", row.getString("former"), "to", row.getString("latter")));
    }
}

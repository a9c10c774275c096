package io.haetae.continuity;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * The numbered ledgers, one per service and office. Numbers such as {@code GOV24-CERT-대전-00001} count on from one
 * failure to the next, so that no number ever comes twice.
 */
@ApplicationScoped
class Ledgers {

    private final Sql sql;

    Ledgers(Sql sql) {
        this.sql = sql;
    }

    /** A number of a ledger. */
    record Issued(UUID ledger, int no, String number) {}

    /** The office as everybody writes it: without needless blanks. */
    static String office(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
    }

    /** Issues the next numbers for an activation. Those who ask for one ledger at once wait for each other. */
    List<Issued> issue(Activation activation, String service, String office, int count, Instant at, String by) {
        String prefix = activation.code() + "-" + service + "-" + office.replaceAll("[^\\p{L}\\p{N}]", "");
        sql.update("""
                insert into continuity_ledger (id, prefix, system, service, office, last_no)
                values (?, ?, ?, ?, ?, 0) on conflict (prefix) do nothing""", Ids.at(at), prefix, activation.system(), service, office);
        Ledger ledger = sql.first(
                        "update continuity_ledger set last_no = last_no + ? where prefix = ? returning id, last_no",
                        row -> new Ledger(row.getObject("id", UUID.class), row.getInt("last_no")),
                        count,
                        prefix)
                .orElseThrow();
        int first = ledger.lastNo() - count + 1;
        sql.update("""
                insert into continuity_issue (ledger, first_no, last_no, activation, issued_at, issued_by)
                values (?, ?, ?, ?, ?, ?)""", ledger.id(), first, ledger.lastNo(), activation.id(), at, by);
        List<Issued> issued = new ArrayList<>();
        for (int no = first; no <= ledger.lastNo(); no++) {
            issued.add(new Issued(ledger.id(), no, String.format(Locale.ROOT, "%s-%05d", prefix, no)));
        }
        return issued;
    }

    private record Ledger(UUID id, int lastNo) {}
}

package io.haetae.continuity;

import io.haetae.kernel.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes receipts that have been judged right: under the numbers on their forms, or under the next of their ledgers. */
@ApplicationScoped
class ReceiptWriter {

    private final ReceiptRows rows;
    private final Ledgers ledgers;

    ReceiptWriter(ReceiptRows rows, Ledgers ledgers) {
        this.rows = rows;
        this.ledgers = ledgers;
    }

    /** Writes them; answers with their numbers in the order given. */
    List<String> write(
            Activation activation, List<ReceiptCommand> receipts, ReceiptJudge judge, Instant at, String by) {
        Map<ReceiptCommand, List<String>> numbers = new LinkedHashMap<>();
        List<ReceiptRows.Entry> onForms = new ArrayList<>();
        // In order of ledger, so that two imports at once cannot wait for each other in a circle.
        Map<String, List<ReceiptCommand>> byLedger = new TreeMap<>();
        for (ReceiptCommand receipt : receipts) {
            if (receipt.number() != null) {
                onForms.add(judge.entry(receipt, null, rows));
                numbers.computeIfAbsent(receipt, key -> new ArrayList<>()).add(receipt.number());
            } else {
                String ledger = receipt.service() + "/" + Ledgers.office(receipt.office());
                byLedger.computeIfAbsent(ledger, key -> new ArrayList<>()).add(receipt);
            }
        }
        if (rows.fill(activation.id(), onForms, at, by) != onForms.size()) {
            throw new Refusal(ContinuityError.NOT_ALLOWED_NOW, Map.of("state", "", "allowed", "UNUSED"));
        }
        List<ReceiptRows.Entry> fresh = new ArrayList<>();
        for (List<ReceiptCommand> group : byLedger.values()) {
            ReceiptCommand first = group.get(0);
            List<Ledgers.Issued> issued =
                    ledgers.issue(activation, first.service(), Ledgers.office(first.office()), group.size(), at, by);
            for (int i = 0; i < group.size(); i++) {
                fresh.add(judge.entry(group.get(i), issued.get(i), rows));
                numbers.computeIfAbsent(group.get(i), key -> new ArrayList<>())
                        .add(issued.get(i).number());
            }
        }
        rows.add(activation.id(), fresh, at, by);
        return receipts.stream().map(receipt -> next(numbers.get(receipt))).toList();
    }

    /** Issues numbers in advance. */
    List<String> reserve(Activation activation, String service, String office, int count, Instant at, String by) {
        List<Ledgers.Issued> issued = ledgers.issue(activation, service, office, count, at, by);
        rows.reserve(activation.id(), service, office, issued);
        return issued.stream().map(Ledgers.Issued::number).toList();
    }

    private static String next(@Nullable List<String> numbers) {
        if (numbers == null || numbers.isEmpty()) {
            throw new IllegalStateException("a receipt was left without a number");
        }
        return numbers.remove(0);
    }
}

package io.haetae.continuity;

import io.haetae.audit.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** What the room's services share: its rows, its views, and the reckoning of deadlines. */
@ApplicationScoped
class Continuity {

    private final ActivationRows rows;
    private final PlanRows plans;
    private final ActivationViews views;
    private final Situations situations;
    private final ReceiptRows receipts;
    private final Journal journal;

    Continuity(
            ActivationRows rows,
            PlanRows plans,
            ActivationViews views,
            Situations situations,
            ReceiptRows receipts,
            Journal journal) {
        this.rows = rows;
        this.plans = plans;
        this.views = views;
        this.situations = situations;
        this.receipts = receipts;
        this.journal = journal;
    }

    ActivationRows rows() {
        return rows;
    }

    PlanRows plans() {
        return plans;
    }

    ActivationViews views() {
        return views;
    }

    ReceiptRows receipts() {
        return receipts;
    }

    Deadlines deadlines(Activation activation) {
        return situations.of(activation);
    }

    /** Notes what the deadlines of an activation without receipts go by. */
    void wroteBasis(Activation activation) {
        rows.basis(activation.id(), situations.of(activation).basis());
    }

    /**
     * Computes the deadlines of a locked activation anew when something that decides about them has changed, such as the
     * time of recovery. Receipts with the same deadline and rule share one answer and one statement.
     */
    void reckonAnew(Activation locked) {
        Deadlines deadlines = situations.of(locked);
        if (deadlines.basis().equals(locked.reliefBasis())) {
            return;
        }
        int changed = receipts.reckon(locked.id(), deadlines);
        rows.basis(locked.id(), deadlines.basis());
        if (changed > 0) {
            journal.record(
                    "continuity.deadlines-reckoned",
                    ActivationService.SUBJECT,
                    locked.id().toString(),
                    Map.of("receipts", changed, "basis", deadlines.basis()));
        }
    }
}

package io.haetae.incident;

import io.haetae.kernel.Sql;
import io.haetae.notify.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Messages about an incident that was merged into another keep its number, and are read by those who may know of the other. */
@ApplicationScoped
class MergedMessages implements Discretion {

    private final Sql sql;
    private final Deliveries deliveries;

    MergedMessages(Sql sql, Deliveries deliveries) {
        this.sql = sql;
        this.deliveries = deliveries;
    }

    @Override
    public void guard(String number, boolean needToKnow) {
        sql.list(
                        "select m.number from incident i join incident m on m.merged_into = i.id where i.number = ?",
                        row -> Objects.requireNonNull(row.getString("number")),
                        number)
                .forEach(merged -> deliveries.restrict(Telling.INCIDENT, merged, needToKnow));
    }
}

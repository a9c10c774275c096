package io.haetae.support;

import io.haetae.incident.Discretion;
import io.haetae.kernel.Sql;
import io.haetae.notify.Deliveries;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;

/** Messages about requests are read by those who may know of the incident: the situation room too, as it sees the requests. */
@ApplicationScoped
class SupportDiscretion implements Discretion {

    private final Sql sql;
    private final Deliveries deliveries;

    SupportDiscretion(Sql sql, Deliveries deliveries) {
        this.sql = sql;
        this.deliveries = deliveries;
    }

    @Override
    public void guard(String number, boolean needToKnow) {
        sql.list("""
                        select r.number from support_request r
                         where r.incident in (
                               select ?::text union all
                               select m.number from incident i join incident m on m.merged_into = i.id where i.number = ?)""", row -> Objects.requireNonNull(row.getString("number")), number, number)
                .forEach(request -> deliveries.restrict(SupportService.SUBJECT, request, needToKnow));
    }
}

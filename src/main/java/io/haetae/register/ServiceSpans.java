package io.haetae.register;

import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** When systems are in use: one statement, however many. */
@ApplicationScoped
public class ServiceSpans {

    private final Sql sql;

    ServiceSpans(Sql sql) {
        this.sql = sql;
    }

    /** Of each of the systems, whoever asks. */
    @Transactional
    public Map<UUID, ServiceSpan> of(Collection<UUID> systems) {
        Map<UUID, ServiceSpan> spans = new HashMap<>();
        sql.list(
                "select id, in_service_from, in_service_until, ended_at from register_system where id = any (?)",
                row -> spans.put(
                        row.getObject("id", UUID.class),
                        ServiceSpan.of(
                                row.getObject("in_service_from", LocalDate.class),
                                row.getObject("in_service_until", LocalDate.class),
                                Sql.instant(row, "ended_at"))),
                (Object) systems.toArray(UUID[]::new));
        return spans;
    }
}

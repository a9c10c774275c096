package io.haetae.identity;

import io.haetae.kernel.Ids;
import io.haetae.kernel.Role;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Scope keys that people hold for a time and because of something, such as an open support request. Whoever logs in, or
 * calls again, has them in the {@link io.haetae.kernel.Scope} from the commit on that gives them, and no more from the one
 * that takes them, or from the moment when they lose the role in which it was given. What was held when stays on record.
 */
@ApplicationScoped
public class Grants {

    private final Sql sql;
    private final Clock clock;

    Grants(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** From now on exactly these people hold the key because of that source; nobody, when there are none. */
    @Transactional(TxType.MANDATORY)
    public void hold(String sourceKind, String sourceId, String key, Role role, Collection<UUID> people) {
        Instant now = clock.instant();
        UUID[] holders = people.stream().distinct().toArray(UUID[]::new);
        sql.update(
                "update identity_grant set until = greatest(since, ?) where source_kind = ? and source_id = ? and key = ?"
                        + " and until is null and person <> all (?)",
                now,
                sourceKind,
                sourceId,
                key,
                holders);
        UUID[] ids = people.stream().distinct().map(each -> Ids.at(now)).toArray(UUID[]::new);
        sql.update(
                "insert into identity_grant (id, person, role, key, source_kind, source_id, since)"
                        + " select n.id, n.person, ?, ?, ?, ?, ? from unnest(?, ?) as n (id, person)"
                        + " on conflict (source_kind, source_id, key, person) where until is null do nothing",
                role,
                key,
                sourceKind,
                sourceId,
                now,
                ids,
                holders);
    }
}

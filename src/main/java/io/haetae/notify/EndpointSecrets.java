package io.haetae.notify;

import io.haetae.kernel.Sealing;
import io.haetae.kernel.Sql;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Secrets of endpoints, sealed. What an earlier version kept in the clear is sealed at the next start. */
@ApplicationScoped
class EndpointSecrets {

    private final Sql sql;
    private final Sealing sealing;

    EndpointSecrets(Sql sql, Sealing sealing) {
        this.sql = sql;
        this.sealing = sealing;
    }

    private record Clear(UUID id, String secret) {}

    void onStart(@Observes @Priority(Interceptor.Priority.APPLICATION) StartupEvent event) {
        sealAll();
    }

    /** Each row by itself, so that two replicas that start at once do no harm. */
    void sealAll() {
        List<Clear> clear = sql.list(
                "select id, secret from notify_endpoint where secret is not null",
                row -> new Clear(row.getObject("id", UUID.class), row.getString("secret")));
        for (Clear each : clear) {
            sql.update(
                    "update notify_endpoint set sealed = ?, secret = null where id = ? and secret is not null",
                    seal(each.id(), each.secret()),
                    each.id());
        }
    }

    byte[] seal(UUID endpoint, String secret) {
        return sealing.seal(secret, owner(endpoint));
    }

    /** The secret of a row, however it is kept; null when there is no such endpoint. */
    @Nullable
    String open(UUID endpoint, @Nullable String clear, byte @Nullable [] sealed) {
        return sealed == null ? clear : sealing.open(sealed, owner(endpoint));
    }

    private static String owner(UUID endpoint) {
        return "notify_endpoint/" + endpoint;
    }
}

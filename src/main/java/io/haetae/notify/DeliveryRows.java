package io.haetae.notify;

import io.haetae.kernel.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox as others see them. */
final class DeliveryRows {

    static final String COLUMNS = """
            d.id, d.subject_kind, d.subject_id, d.person, d.recipient, d.channel, d.state, d.level, d.at, d.sent_at, \
            d.acknowledged_at, d.attempts, d.next_attempt_at, d.failure_code, d.failure_ko, d.failure_en, d.exercise, \
            d.title_ko, d.title_en, d.body_ko, d.body_en, d.bundle, \
            (select count(*) from notify_delivery b where b.bundle = d.bundle) as bundled, \
            (select g.name from notify_gateway g where g.id = d.gateway) as gateway_name""";

    private DeliveryRows() {}

    static DeliveryView view(ResultSet row) throws SQLException {
        return new DeliveryView(
                row.getObject("id", UUID.class),
                new DeliveryView.Subject(row.getString("subject_kind"), row.getString("subject_id")),
                row.getObject("person", UUID.class),
                row.getString("recipient"),
                Channel.valueOf(row.getString("channel")),
                DeliveryView.State.valueOf(row.getString("state")),
                row.getInt("level"),
                Sql.requiredInstant(row, "at"),
                Sql.instant(row, "sent_at"),
                Sql.instant(row, "acknowledged_at"),
                row.getInt("attempts"),
                Sql.instant(row, "next_attempt_at"),
                failure(row),
                row.getBoolean("exercise"),
                Sql.text(row, "title"),
                Sql.text(row, "body"),
                bundle(row),
                row.getString("gateway_name"));
    }

    private static DeliveryView.@Nullable Bundle bundle(ResultSet row) throws SQLException {
        UUID id = row.getObject("bundle", UUID.class);
        return id == null ? null : new DeliveryView.Bundle(id, row.getInt("bundled"));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        String code = row.getString("failure_code");
        return code == null ? null : new Failure(code, Sql.text(row, "failure"));
    }
}

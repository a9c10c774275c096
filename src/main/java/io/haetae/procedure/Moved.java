package io.haetae.procedure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A run that was moved to another version of its manual. */
@Entity
@Immutable
@Table(name = "procedure_move")
class Moved {

    @Id
    UUID id;

    UUID run;
    Instant at;

    @Column(name = "from_version")
    String fromVersion;

    @Column(name = "to_version")
    String toVersion;

    @Column(name = "by_name")
    String byName;

    String reason;

    /** Steps of the former version that the new one does not have. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> vanished = List.of();

    /** Steps of the new version that the former one did not have. */
    @JdbcTypeCode(SqlTypes.ARRAY)
    List<String> added = List.of();

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Moved() {}

    Moved(UUID id, Run run, String toVersion, Difference difference, String byName, String reason, Instant at) {
        this.id = id;
        this.run = run.id;
        this.at = at;
        this.fromVersion = run.manualVersion;
        this.toVersion = toVersion;
        this.byName = byName;
        this.reason = reason;
        this.vanished = difference.vanished();
        this.added = difference.added();
    }
}

package io.haetae.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the journal, always inside the transaction of the act it records: either both are there or neither.
 */
@ApplicationScoped
public class Journal {

    private static final String INSERT = """
            insert into audit_entry (at, actor_id, actor, institution, action, subject_kind, subject_id, data, hash)
            values (?, ?, ?, ?, ?, ?, ?, ?::json, ?)""";

    private final AgroalDataSource database;
    private final CurrentActor currentActor;
    private final Clock clock;
    private final ObjectMapper json;

    Journal(AgroalDataSource database, CurrentActor currentActor, Clock clock, ObjectMapper json) {
        this.database = database;
        this.currentActor = currentActor;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Records one change of state by the actor of this request.
     *
     * @param action the named rule that allowed it, such as {@code incident.declared}
     * @param subjectKind what kind of thing changed, such as {@code INCIDENT}
     * @param subjectId the thing's number or code, as people ask for it
     * @param data what changed; null values are kept
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subjectKind, String subjectId, Map<String, ?> data) {
        recordAll(List.of(new JournalEntry(action, subjectKind, subjectId, data)));
    }

    /** Records several changes of one act in one round trip to the database. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(List<JournalEntry> entries) {
        Actor actor = actor();
        Instant at = clock.instant();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (JournalEntry entry : entries) {
                bind(insert, actor, at, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("the journal could not be written", e);
        }
    }

    private void bind(PreparedStatement insert, Actor actor, Instant at, JournalEntry entry) throws SQLException {
        String data = write(entry.data());
        EntryContent content = new EntryContent(
                at,
                actor.id(),
                actor.username(),
                actor.institution(),
                entry.action(),
                entry.subjectKind(),
                entry.subjectId(),
                data);
        insert.setTimestamp(1, Timestamp.from(at));
        insert.setObject(2, content.actorId());
        insert.setString(3, content.actor());
        insert.setString(4, content.institution());
        insert.setString(5, content.action());
        insert.setString(6, content.subjectKind());
        insert.setString(7, content.subjectId());
        insert.setString(8, data);
        insert.setBytes(9, content.hash());
    }

    private String write(Map<String, ?> data) {
        try {
            return json.writeValueAsString(new TreeMap<>(data));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("journal data cannot be written as JSON", e);
        }
    }

    /** Sweeps that run outside any request act as the service itself. */
    private Actor actor() {
        return Arc.container().requestContext().isActive() ? currentActor.get() : Actor.SYSTEM;
    }
}

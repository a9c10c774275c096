package io.haetae.grading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.grading.PreviewRun.State;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import io.haetae.rule.RuleRef;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goings over the register as they are kept: each word in a transaction of its own, so that every replica can tell. */
@ApplicationScoped
class PreviewRuns {

    private final Sql sql;
    private final ObjectMapper json;

    PreviewRuns(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /**
     * One that was taken up, and whose it is.
     *
     * @param startedAt when; taken up anew it is another's, and what comes of this counts no more
     */
    record Waiting(UUID id, String username, Instant startedAt) {}

    /**
     * One that is to be carried out; the same that is under way when it was asked for before. A person has one at a time
     * that waits of a version of the rules, and one of rules that are only being written (product default): whoever asks for
     * something else by then gets it in its place.
     */
    @Transactional(TxType.REQUIRES_NEW)
    public UUID begin(String username, RuleRef ref, PreviewAsk ask, @Nullable String content, Instant at) {
        String asked = write(ask);
        return sql.first(
                        """
                select id from grading_preview
                 where state = 'RUNNING' and username = ? and kind = ? and name = ? and version = ?
                   and ask = cast(? as jsonb) and content is not distinct from cast(? as text)
                 order by created_at desc, id desc limit 1""",
                        row -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                        username,
                        ref.kind(),
                        ref.name(),
                        ref.version(),
                        asked,
                        content)
                .orElseGet(() -> queue(username, ref, asked, content, at));
    }

    private UUID queue(String username, RuleRef ref, String asked, @Nullable String content, Instant at) {
        return sql.first(
                        """
                insert into grading_preview (id, username, kind, name, version, ask, content, state, created_at)
                values (?, ?, ?, ?, ?, cast(? as jsonb), ?, 'WAITING', ?)
                on conflict (username, (case when content is null then kind || '/' || name || '@' || version else '' end))
                      where state = 'WAITING'
                do update set kind = excluded.kind, name = excluded.name, version = excluded.version,
                              ask = excluded.ask, content = excluded.content
                returning id""",
                        row -> Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Ids.at(at),
                        username,
                        ref.kind(),
                        ref.name(),
                        ref.version(),
                        asked,
                        content,
                        at)
                .orElseThrow();
    }

    /** One of a person's. */
    @Transactional
    public Optional<PreviewRun> find(UUID id, String username) {
        return sql.first(
                "select id, kind, name, version, ask, content, state, systems, systems_read, systems_graded, result"
                        + " from grading_preview where id = ? and username = ?",
                this::run,
                id,
                username);
    }

    /** What waits longest; what was taken up before {@code lost} and has no end is taken up anew. */
    @Transactional(TxType.REQUIRES_NEW)
    public Optional<Waiting> takeUp(Instant at, Instant lost) {
        return sql.first(
                """
                update grading_preview set state = 'RUNNING', started_at = ?, systems_read = 0, systems_graded = 0
                 where id = (select id from grading_preview
                              where state = 'WAITING' or state = 'RUNNING' and started_at < ?
                              order by created_at, id limit 1 for update skip locked)
                returning id, username, started_at""",
                row -> new Waiting(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getString("username")),
                        Sql.requiredInstant(row, "started_at")),
                at,
                lost);
    }

    /** How far it is. */
    @Transactional(TxType.REQUIRES_NEW)
    public void tell(Waiting taken, int systems, int read, int graded) {
        sql.update(
                "update grading_preview set systems = ?, systems_read = ?, systems_graded = ?"
                        + " where id = ? and state = 'RUNNING' and started_at = ?",
                systems,
                Math.min(systems, read),
                Math.min(systems, graded),
                taken.id(),
                taken.startedAt());
    }

    /** What came of it. */
    @Transactional(TxType.REQUIRES_NEW)
    public void done(Waiting taken, PreviewView view, Instant at) {
        sql.update(
                "update grading_preview set state = 'DONE', result = cast(? as jsonb), ended_at = ?"
                        + " where id = ? and state = 'RUNNING' and started_at = ?",
                write(view),
                at,
                taken.id(),
                taken.startedAt());
    }

    /** It could not be carried out. */
    @Transactional(TxType.REQUIRES_NEW)
    public void failed(Waiting taken, Instant at) {
        sql.update(
                "update grading_preview set state = 'FAILED', ended_at = ?"
                        + " where id = ? and state = 'RUNNING' and started_at = ?",
                at,
                taken.id(),
                taken.startedAt());
    }

    /** Forgets what nobody looks at any more. */
    @Transactional(TxType.REQUIRES_NEW)
    public int forget(Instant before) {
        return sql.update("delete from grading_preview where created_at < ?", before);
    }

    private PreviewRun run(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new PreviewRun(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                new RuleRef(
                        Objects.requireNonNull(row.getString("kind")),
                        Objects.requireNonNull(row.getString("name")),
                        row.getString("version")),
                read(Objects.requireNonNull(row.getString("ask")), PreviewAsk.class),
                row.getString("content"),
                State.valueOf(row.getString("state")),
                row.getInt("systems"),
                row.getInt("systems_read"),
                row.getInt("systems_graded"),
                view(result));
    }

    private @Nullable PreviewView view(@Nullable String result) {
        return result == null ? null : read(result, PreviewView.class);
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a preview that is kept cannot be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a preview cannot be written as JSON", e);
        }
    }
}

package io.haetae.duty.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Actor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of hand-overs. */
@ApplicationScoped
class HandOverStore {

    private static final TypeReference<Map<String, String>> NOTES = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    HandOverStore(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** False when the giver hands the same shift over to the same person already. */
    boolean add(HandOver h) {
        return sql.update(
                        """
                        insert into duty_hand_over (id, institution, state, giver, giver_name, giver_roster, giver_post,
                            giver_from, giver_until, taker, taker_name, taker_roster, taker_post, taker_from,
                            taker_until, begun_at, ends_at, remark, notes)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing
                        """,
                        h.id(),
                        h.institution(),
                        h.state(),
                        h.giver().person(),
                        h.giver().name(),
                        h.giver().roster(),
                        h.giver().post(),
                        h.giver().from(),
                        h.giver().until(),
                        h.taker().person(),
                        h.taker().name(),
                        h.taker().roster(),
                        h.taker().post(),
                        h.taker().from(),
                        h.taker().until(),
                        h.begunAt(),
                        h.endsAt(),
                        h.remark(),
                        write(h.notes()))
                == 1;
    }

    Optional<HandOver> find(UUID id) {
        return sql.first("select * from duty_hand_over where id = ?", this::handOver, id);
    }

    /** For writing: steps of one hand-over follow one another. */
    Optional<HandOver> lock(UUID id) {
        return sql.first("select * from duty_hand_over where id = ? for update", this::handOver, id);
    }

    void write(UUID id, String remark, Map<String, String> notes) {
        sql.update(
                "update duty_hand_over set remark = ?, notes = ?::jsonb, version = version + 1 where id = ?",
                remark,
                write(notes),
                id);
    }

    void move(UUID id, HandOverState to, int edition) {
        sql.update(
                "update duty_hand_over set state = ?, edition = ?, version = version + 1 where id = ?",
                to,
                edition,
                id);
    }

    void act(HandOver of, String rule, int edition, Actor actor, @Nullable String text, Instant now) {
        sql.update("""
                insert into duty_hand_over_act (id, hand_over, rule, edition, at, person, name, text)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, Ids.at(now), of.id(), rule, edition, now, actor.id(), actor.name(), text);
    }

    List<HandOverView.Act> acts(UUID id) {
        return sql.list(
                "select rule, edition, at, name, text from duty_hand_over_act where hand_over = ? order by id",
                row -> new HandOverView.Act(
                        row.getString("rule"),
                        row.getInt("edition"),
                        Sql.requiredInstant(row, "at"),
                        row.getString("name"),
                        row.getString("text")),
                id);
    }

    /** Keeps what was signed, and says by which hash it is known again. */
    String freeze(UUID id, int edition, HandOverView.Contents contents, Instant now) {
        String text = write(contents);
        String sha256 = sha256(text);
        sql.update(
                "insert into duty_hand_over_edition (hand_over, n, at, contents, sha256) values (?, ?, ?, ?, ?)",
                id,
                edition,
                now,
                text,
                sha256);
        return sha256;
    }

    /** What the giver signed last, if he has. */
    Optional<HandOverView.Contents> signed(HandOver h) {
        return sql.first(
                "select contents from duty_hand_over_edition where hand_over = ? and n = ?",
                row -> read(row.getString("contents")),
                h.id(),
                h.edition());
    }

    String sha256(HandOver h) {
        return sql.first(
                        "select sha256 from duty_hand_over_edition where hand_over = ? and n = ?",
                        row -> row.getString("sha256"),
                        h.id(),
                        h.edition())
                .orElse("");
    }

    private HandOver handOver(ResultSet row) throws SQLException {
        return new HandOver(
                row.getObject("id", UUID.class),
                row.getString("institution"),
                HandOverState.valueOf(row.getString("state")),
                party(row, "giver"),
                party(row, "taker"),
                Sql.requiredInstant(row, "begun_at"),
                Sql.requiredInstant(row, "ends_at"),
                row.getString("remark"),
                notes(row.getString("notes")),
                row.getInt("edition"),
                row.getInt("version"));
    }

    private static HandOverView.Party party(ResultSet row, String side) throws SQLException {
        return new HandOverView.Party(
                row.getObject(side, UUID.class),
                row.getString(side + "_name"),
                row.getObject(side + "_roster", UUID.class),
                row.getString(side + "_post"),
                Sql.instant(row, side + "_from"),
                Sql.instant(row, side + "_until"));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a hand-over cannot be written", e);
        }
    }

    private Map<String, String> notes(String text) {
        try {
            return json.readValue(text, NOTES);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the notes of a hand-over cannot be read", e);
        }
    }

    private HandOverView.Contents read(String text) {
        try {
            return json.readValue(text, HandOverView.Contents.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a signed hand-over cannot be read", e);
        }
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

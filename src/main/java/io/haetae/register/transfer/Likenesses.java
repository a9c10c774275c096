package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemCommand;
import io.haetae.register.transfer.Import.Judged;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Finds systems that rows may already be: by the trigrams of their Korean names. Within one owner names are compared
 * without the owner's, and little is enough; between owners the whole names have to be nearly the same. Many rows in one
 * statement, never one each.
 */
@ApplicationScoped
class Likenesses {

    private static final int CHUNK = 1_000;

    private static final String FIND = """
            with incoming as materialized (
                select x.n, x.owner, register_bare(x.name) as whole, register_bare_of(x.name, i.name_ko) as own
                  from jsonb_to_recordset(cast(? as jsonb)) as x (n int, name text, owner text)
                  left join identity_institution i on i.code = x.owner
            ), there as materialized (
                select s.code, s.owner, register_bare_of(s.name_ko, i.name_ko) as own
                  from register_system s join identity_institution i on i.code = s.owner
                 where s.ended_at is null and s.owner in (select owner from incoming)
            ), alike as (
                select n.n, t.code, true as same_owner, similarity(n.own, t.own) as similarity
                  from incoming n join there t on t.owner = n.owner
                 where similarity(n.own, t.own) >= ?
                union all
                select n.n, s.code, false, similarity(n.whole, s.name_bare)
                  from incoming n join register_system s on s.name_bare % n.whole
                 where s.owner <> n.owner and s.ended_at is null
            ), placed as (
                select *, row_number() over (partition by n order by similarity desc, code) as place from alike
            )
            select p.n, p.code, s.name_ko, s.name_en, p.same_owner, p.similarity
              from placed p join register_system s on s.code = p.code
             where p.place <= ? order by p.n, p.place
            """;

    private final Sql sql;
    private final TransferConfig config;
    private final ObjectMapper json;

    Likenesses(Sql sql, TransferConfig config, ObjectMapper json) {
        this.sql = sql;
        this.config = config;
        this.json = json;
    }

    private record Asked(int n, String name, String owner) {}

    private record Found(int row, Likeness likeness) {}

    /** For rows that would make a system, what they look like, by their numbers. Joins the caller's transaction. */
    Map<Integer, List<Likeness>> of(List<Judged> judged) {
        List<Asked> asked = new ArrayList<>();
        for (Judged row : judged) {
            if (row.fate() == RowFate.CREATED) {
                SystemCommand system = Objects.requireNonNull(row.read().system());
                asked.add(new Asked(row.read().line().number(), system.name().ko(), system.owner()));
            }
        }
        Map<Integer, List<Likeness>> found = new HashMap<>();
        if (asked.isEmpty()) {
            return found;
        }
        // Asked of the index by an operator, which takes its threshold from here until the transaction ends.
        setting("pg_trgm.similarity_threshold", String.valueOf(config.likeAcrossOwners()));
        // The planner takes a comparison of names for as cheap as one of numbers, and would compare each with all.
        setting("enable_seqscan", "off");
        for (int from = 0; from < asked.size(); from += CHUNK) {
            for (Found one : find(asked.subList(from, Math.min(asked.size(), from + CHUNK)))) {
                found.computeIfAbsent(one.row(), none -> new ArrayList<>()).add(one.likeness());
            }
        }
        setting("enable_seqscan", "on");
        return found;
    }

    private void setting(String name, String value) {
        sql.list("select set_config(?, ?, true)", row -> true, name, value);
    }

    private List<Found> find(List<Asked> some) {
        return sql.list(
                FIND,
                row -> new Found(
                        row.getInt("n"),
                        new Likeness(
                                Objects.requireNonNull(row.getString("code")),
                                Sql.text(row, "name"),
                                row.getBoolean("same_owner"),
                                Math.round(row.getDouble("similarity") * 100) / 100.0)),
                write(some),
                config.likeWithinOwner(),
                config.likeMost());
    }

    private String write(List<Asked> rows) {
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("names cannot be written as JSON", e);
        }
    }
}

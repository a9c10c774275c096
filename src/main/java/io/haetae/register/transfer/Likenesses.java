package io.haetae.register.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemCommand;
import io.haetae.register.transfer.Import.Judged;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds systems, and earlier rows of the same file, that rows may already be: by the trigrams of their Korean names. Within one owner names are compared
 * without the owner's, and little is enough; between owners the whole names have to be nearly the same. Many rows in one
 * statement, never one each.
 */
@ApplicationScoped
class Likenesses {

    private static final int CHUNK = 1_000;

    /** What more names of one owner share does not tell them apart. */
    private static final int SHARED = 30;

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

    /**
     * Rows of one owner among each other. Names that are the same are compared once, by their first row. Two names can be
     * as much alike as is asked only if they share one of the rarest trigrams of each, so only such are compared; and what
     * very many names of an owner share, such as the words of a numbered series, tells none of them from another. So
     * nothing is compared with everything, however many rows an owner has.
     */
    private static final String AMONG = """
            with incoming as materialized (
                select x.n, x.code, x.name, x.english, x.owner, register_bare_of(x.name, i.name_ko) as own
                  from jsonb_to_recordset(cast(? as jsonb)) as x (n int, code text, name text, english text, owner text)
                  left join identity_institution i on i.code = x.owner
            ), names as materialized (
                select owner, own, min(n) as n from incoming where own <> '' group by owner, own
            ), grams as (
                select s.n, s.owner, g.gram, count(*) over (partition by s.owner, g.gram) as often,
                       count(*) over (partition by s.n) as many
                  from names s cross join lateral unnest(show_trgm(s.own)) as g (gram)
            ), placed as (
                select n, owner, gram, many, often, row_number() over (partition by n order by often, gram) as place from grams
            ), rare as materialized (
                select n, owner, gram from placed where place <= many - ceil(? * many) + 1 and often between 2 and ?
            ), pairs as (
                select distinct l.n, e.n as earlier
                  from rare l join rare e on e.owner = l.owner and e.gram = l.gram and e.n < l.n
            ), close as (
                select p.n, p.earlier, similarity(l.own, e.own) as similarity
                  from pairs p join names l on l.n = p.n join names e on e.n = p.earlier
                 where similarity(l.own, e.own) >= ?
                union all
                select i.n, s.n, 1 from incoming i join names s on s.owner = i.owner and s.own = i.own and s.n < i.n
            ), ranked as (
                select *, row_number() over (partition by n order by similarity desc, earlier) as place from close
            )
            select r.n, e.n as row, e.code, e.name as name_ko, e.english as name_en, r.similarity
              from ranked r join incoming e on e.n = r.earlier
             where r.place <= ? order by r.n, r.place
            """;

    private final Sql sql;
    private final TransferConfig config;
    private final ObjectMapper json;

    Likenesses(Sql sql, TransferConfig config, ObjectMapper json) {
        this.sql = sql;
        this.config = config;
        this.json = json;
    }

    private record Asked(int n, String code, String name, String english, String owner) {}

    private record Found(int row, Likeness likeness) {}

    /** For rows that would make a system, what they look like, by their numbers. Joins the caller's transaction. */
    Map<Integer, List<Likeness>> of(List<Judged> judged) {
        List<Asked> asked = new ArrayList<>();
        for (Judged row : judged) {
            if (row.fate() == RowFate.CREATED) {
                SystemCommand system = Objects.requireNonNull(row.read().system());
                asked.add(new Asked(
                        row.read().line().number(),
                        row.read().code(),
                        system.name().ko(),
                        system.name().en(),
                        system.owner()));
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
        // Nobody knows how many rows a file has, so it would take them for few and go round and round.
        setting("enable_nestloop", "off");
        for (Found one : among(asked)) {
            found.computeIfAbsent(one.row(), none -> new ArrayList<>()).add(one.likeness());
        }
        setting("enable_nestloop", "on");
        return found;
    }

    private List<Found> among(List<Asked> all) {
        return sql.list(
                AMONG,
                row -> found(row, true, row.getInt("row")),
                write(all),
                config.likeWithinOwner(),
                SHARED,
                config.likeWithinOwner(),
                config.likeMost());
    }

    private static Found found(ResultSet row, boolean sameOwner, @Nullable Integer earlier) throws SQLException {
        return new Found(
                row.getInt("n"),
                new Likeness(
                        Objects.requireNonNull(row.getString("code")),
                        Sql.text(row, "name"),
                        sameOwner,
                        Math.round(row.getDouble("similarity") * 100) / 100.0,
                        earlier));
    }

    private void setting(String name, String value) {
        sql.list("select set_config(?, ?, true)", row -> true, name, value);
    }

    private List<Found> find(List<Asked> some) {
        return sql.list(
                FIND,
                row -> found(row, row.getBoolean("same_owner"), null),
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

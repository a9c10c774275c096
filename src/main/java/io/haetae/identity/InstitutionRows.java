package io.haetae.identity;

import io.haetae.kernel.Sql;
import io.haetae.kernel.Zones;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads institutions, as they are and as they were on a day. */
@ApplicationScoped
class InstitutionRows {

    private static final String COLUMNS = "i.code, i.name_ko, i.name_en, i.kind, i.parent, i.central_authority,"
            + " i.standard_code, i.region, i.valid_from, i.valid_until, i.successor, i.version";

    /** Words find an institution under every name and standard code that it or one merged into it has ever had. */
    private static final String FOUND = """
            exists (select 1 from identity_institution_version v
                          where v.code = i.code and lower(v.code || ' ' || v.name_ko || ' ' || v.name_en || ' '
                                || coalesce(v.standard_code, '')) like ?)""";

    private final Sql sql;

    InstitutionRows(Sql sql) {
        this.sql = sql;
    }

    /** Waits until no other change of the tree is under way, and keeps others waiting until the transaction ends. */
    void lockTree() {
        sql.list("select 1 from pg_advisory_xact_lock(hashtextextended('identity.tree', 0))", row -> row.getInt(1));
    }

    /**
     * By code.
     *
     * @param q words of a name, a code or a standard code, present or former
     * @param under an institution: it and those below it only
     * @param asOf as on that day, those only that there were; null for all that there are and were
     */
    List<InstitutionView> list(@Nullable String q, @Nullable String under, @Nullable LocalDate asOf) {
        List<Object> parameters = new ArrayList<>();
        StringBuilder query = new StringBuilder("select ").append(COLUMNS).append(", ");
        if (asOf == null) {
            query.append("i.changed_on as since from identity_institution i where true");
        } else {
            query.append("i.since from identity_institution_version i where i.period @> cast(? as date)"
                    + " and (i.valid_until is null or i.valid_until >= ?)");
            parameters.add(asOf);
            parameters.add(asOf);
        }
        for (String word : Objects.requireNonNullElse(q, "")
                .strip()
                .toLowerCase(Locale.ROOT)
                .split("\\s+")) {
            if (!word.isEmpty()) {
                query.append(" and ").append(FOUND);
                parameters.add("%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%");
            }
        }
        query.append(" order by i.code");
        List<InstitutionView> found = sql.list(query.toString(), InstitutionRows::view, parameters.toArray());
        if (under == null || under.isBlank()) {
            return found;
        }
        Set<String> below = below(under.strip(), asOf);
        return found.stream().filter(each -> below.contains(each.code())).toList();
    }

    private Set<String> below(String top, @Nullable LocalDate asOf) {
        Set<String> below = new HashSet<>(Set.of(top));
        List<InstitutionView> all = list(null, null, asOf);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (InstitutionView each : all) {
                grew |= each.parent() != null && below.contains(each.parent()) && below.add(each.code());
            }
        }
        return below;
    }

    /** The states of an institution, the latest first, each with the day from which it holds. */
    List<State> states(String code) {
        return sql.list(
                "select " + COLUMNS + ", i.since, i.until from identity_institution_version i where i.code = ?"
                        + " order by i.since desc nulls last, i.version desc",
                row -> new State(
                        view(row), row.getObject("since", LocalDate.class), row.getObject("until", LocalDate.class)),
                code);
    }

    /**
     * An institution as it was from one day to another.
     *
     * @param since first day, null when it is not known
     * @param until the day from which it was otherwise, null for the present state
     */
    record State(
            InstitutionView institution,
            @Nullable LocalDate since,
            @Nullable LocalDate until) {}

    /** Those with these codes, as they are, with the day from which they are so. */
    Map<String, State> present(Collection<String> codes) {
        Map<String, State> present = new LinkedHashMap<>();
        sql.list(
                        "select " + COLUMNS + ", i.changed_on from identity_institution i where i.code = any (?)"
                                + " order by i.code",
                        row -> new State(view(row), row.getObject("changed_on", LocalDate.class), null),
                        (Object) codes.toArray(String[]::new))
                .forEach(state -> present.put(state.institution().code(), state));
        return present;
    }

    Optional<State> present(String code) {
        return Optional.ofNullable(present(Set.of(code)).get(code));
    }

    /** The institution and all above it. */
    Set<String> above(String code) {
        return Set.copyOf(
                sql.list("select ancestor from identity_ancestry where code = ?", row -> row.getString(1), code));
    }

    /** The living institution that took the place of each that was merged. */
    Map<String, String> succeeded() {
        Map<String, String> succeeded = new LinkedHashMap<>();
        sql.list(
                        "select former, latter from identity_succeeded order by former",
                        row -> Map.entry(row.getString("former"), row.getString("latter")))
                .forEach(each -> succeeded.put(each.getKey(), each.getValue()));
        return succeeded;
    }

    private static InstitutionView view(ResultSet row) throws SQLException {
        return new InstitutionView(
                Objects.requireNonNull(row.getString("code")),
                Sql.text(row, "name"),
                InstitutionKind.valueOf(row.getString("kind")),
                row.getString("parent"),
                row.getString("central_authority"),
                row.getString("standard_code"),
                row.getString("region"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("successor"),
                row.getInt("version") + 1);
    }

    /** The day it is in Seoul. */
    static LocalDate day(java.time.Instant at) {
        return at.atZone(Zones.SEOUL).toLocalDate();
    }
}

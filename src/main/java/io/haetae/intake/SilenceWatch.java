package io.haetae.intake;

import io.haetae.audit.Journal;
import io.haetae.change.Maintenance;
import io.haetae.kernel.Sql;
import io.haetae.register.SystemService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps alerts quiet that a silence or the maintenance window of their system covers: they are kept, counted and listed,
 * but open no incident by themselves. Quiet is looked at again each minute and at its end; an alert that is still there
 * then takes its normal course. What is over, what is in an incident and what a person took up is never touched.
 */
@ApplicationScoped
class SilenceWatch {

    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final Sql sql;
    private final Maintenance maintenance;
    private final SystemService systems;
    private final Journal journal;
    private final Clock clock;

    SilenceWatch(Sql sql, Maintenance maintenance, SystemService systems, Journal journal, Clock clock) {
        this.sql = sql;
        this.maintenance = maintenance;
        this.systems = systems;
        this.journal = journal;
        this.clock = clock;
    }

    /** What keeps an alert quiet. */
    enum Cause {
        SILENCE,
        MAINTENANCE
    }

    /**
     * Why an alert is quiet.
     *
     * @param by the silence or the window
     * @param said the reason of the one, the title of the other
     * @param change number of the window's change
     */
    record Quiet(
            Cause cause, UUID by, String said, @Nullable String change, Instant until) {}

    private record Candidate(UUID alert, String source, String evidence, boolean quiet) {}

    /** Decides anew for each alert of the system that has come to no incident. */
    @Transactional
    public void look(UUID system, String code) {
        Instant now = clock.instant();
        Optional<Quiet> window = maintenance.at(system, now).map(SilenceWatch::quiet);
        List<SilenceRule> rules = window.isPresent() ? List.of() : rules(system, now);
        Map<UUID, Quiet> quiet = new HashMap<>();
        long fresh = 0;
        if (window.isPresent() || !rules.isEmpty()) {
            List<Candidate> candidates = candidates(system);
            window.ifPresentOrElse(
                    why -> candidates.forEach(one -> quiet.put(one.alert(), why)),
                    () -> quiet.putAll(covered(system, candidates, rules)));
            fresh = candidates.stream()
                    .filter(one -> !one.quiet() && quiet.containsKey(one.alert()))
                    .count();
            quiet.entrySet().stream()
                    .collect(Collectors.groupingBy(
                            Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                    .forEach((why, alerts) -> keep(alerts, why, now));
        }
        record("intake.alerts-quieted", code, fresh, quiet.values());
        record("intake.alerts-returned", code, bring(system, quiet.keySet(), now), List.of());
    }

    private static Quiet quiet(Maintenance.Active window) {
        return new Quiet(Cause.MAINTENANCE, window.window(), window.title(), window.change(), window.until());
    }

    private List<Candidate> candidates(UUID system) {
        return sql.list(
                """
                select a.id, s.name, a.evidence, q.alert is not null as quiet
                  from intake_alert a join intake_source s on s.id = a.source
                  left join intake_quiet q on q.alert = a.id and q.returned_at is null
                 where a.system = ? and a.incident is null and a.dismissed_at is null order by a.id""",
                row -> new Candidate(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)),
                system);
    }

    private Map<UUID, Quiet> covered(UUID system, List<Candidate> candidates, List<SilenceRule> rules) {
        Map<UUID, Quiet> quiet = new HashMap<>();
        systems.findByIds(List.of(system)).forEach(view -> {
            for (Candidate one : candidates) {
                SilenceRule.Alert alert =
                        new SilenceRule.Alert(one.source(), system, view.site(), view.scopeKeys(), one.evidence());
                rules.stream()
                        .filter(rule -> rule.covers(alert))
                        .findFirst()
                        .ifPresent(rule -> quiet.put(
                                one.alert(), new Quiet(Cause.SILENCE, rule.id(), rule.reason(), null, rule.until())));
            }
        });
        return quiet;
    }

    /** Those in effect that may be about the system, the one that ends last first. */
    private List<SilenceRule> rules(UUID system, Instant now) {
        return sql.list("""
                select * from intake_silence
                 where ended_at is null and from_at <= ? and until_at > ? and (system is null or system = ?)
                 order by until_at desc, id""", SilenceWatch::rule, now, now, system);
    }

    private static SilenceRule rule(ResultSet row) throws SQLException {
        return new SilenceRule(
                row.getObject("id", UUID.class),
                row.getString("reason"),
                row.getString("maker"),
                Sql.requiredInstant(row, "until_at"),
                row.getString("source"),
                row.getObject("system", UUID.class),
                row.getString("site"),
                row.getString("label"),
                row.getString("value"),
                Set.copyOf(Arrays.asList((String[]) row.getArray("reach").getArray())),
                row.getBoolean("reach_all"));
    }

    private void keep(List<UUID> alerts, Quiet why, Instant now) {
        Instant again = now.plus(LOOK_AGAIN);
        sql.update(
                """
                insert into intake_quiet as q (alert, cause, by_id, said, change, since, until_at, check_at)
                select alert, ?, ?, ?, ?, ?, ?, ? from unnest(?) as w (alert) order by alert
                on conflict (alert) do update
                   set cause = excluded.cause, by_id = excluded.by_id, said = excluded.said, change = excluded.change,
                       until_at = excluded.until_at, check_at = excluded.check_at, returned_at = null""",
                why.cause(),
                why.by(),
                why.said(),
                why.change(),
                now,
                why.until(),
                why.until().isBefore(again) ? why.until() : again,
                alerts.toArray(UUID[]::new));
    }

    /** Those that were quiet and are not any longer; says how many. */
    private int bring(UUID system, Collection<UUID> stillQuiet, Instant now) {
        return sql.update("""
                update intake_quiet q set returned_at = ? from intake_alert a
                 where a.id = q.alert and a.system = ? and a.incident is null and a.dismissed_at is null
                   and q.returned_at is null and q.alert <> all (?)""", now, system, stillQuiet.toArray(UUID[]::new));
    }

    private void record(String rule, String system, long alerts, Collection<Quiet> why) {
        if (alerts > 0) {
            Map<String, Object> data = new HashMap<>(Map.of("alerts", alerts));
            why.stream().findFirst().ifPresent(one -> {
                data.put("cause", one.cause());
                data.put("by", one.by());
                data.put("until", one.until().toString());
            });
            journal.record(rule, "SYSTEM", system, data);
        }
    }

    /** Why each of the alerts is quiet now; those that are not are left out. */
    @Transactional
    public Map<UUID, Quiet> of(Collection<UUID> alerts) {
        Map<UUID, Quiet> quiet = new HashMap<>();
        if (!alerts.isEmpty()) {
            sql.list(
                    "select * from intake_quiet where alert = any (?) and returned_at is null",
                    row -> quiet.put(
                            row.getObject("alert", UUID.class),
                            new Quiet(
                                    Cause.valueOf(row.getString("cause")),
                                    row.getObject("by_id", UUID.class),
                                    row.getString("said"),
                                    row.getString("change"),
                                    Sql.requiredInstant(row, "until_at"))),
                    (Object) alerts.toArray(UUID[]::new));
        }
        return quiet;
    }
}

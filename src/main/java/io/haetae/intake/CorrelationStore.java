package io.haetae.intake;

import io.haetae.intake.Correlator.Proposal;
import io.haetae.intake.ProposalView.Link;
import io.haetae.intake.ProposalView.Member;
import io.haetae.intake.ProposalView.State;
import io.haetae.kernel.Ids;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import io.haetae.rule.CorrelationPolicy;
import io.haetae.rule.CorrelationPolicy.Proposes;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Proposals, links and which incidents have been looked at, by SQL. */
@ApplicationScoped
class CorrelationStore {

    private static final String SELECT = """
            select p.id, p.kind, p.rule, p.rule_set, p.rule_set_version, p.target, p.since, p.state, p.proposed_at, p.decided_at,
                   p.decided_by, p.reason, p.carried_out, m.incident, m.system, m.why_ko, m.why_en, m.taken
              from intake_proposal p join intake_proposal_member m on m.proposal = p.id
            """;

    private static final String PROPOSE = """
            with w as (
                select * from unnest(?, ?, ?, ?, ?, ?, ?, ?) as w (id, rule, kind, target, incident, system, why_ko, why_en)),
            fresh as (
                select w.* from w where not exists (
                    select from intake_proposal_member m join intake_proposal p on p.id = m.proposal
                     where p.kind = w.kind and p.target = w.target and m.incident = w.incident and m.system = w.system)),
            made as (
                insert into intake_proposal (id, kind, rule, rule_set, rule_set_version, target, since, state, proposed_at)
                select distinct on (f.rule, f.target) f.id, f.kind, f.rule, ?, ?, f.target, ?::timestamptz, 'OPEN', ?::timestamptz
                  from fresh f order by f.rule, f.target, f.id
                on conflict (rule, target) where state = 'OPEN' do nothing
                returning id, rule, target),
            there as (
                select id, rule, target from made
                union all
                select p.id, p.rule, p.target from intake_proposal p where p.state = 'OPEN')
            insert into intake_proposal_member (proposal, incident, system, why_ko, why_en)
            select t.id, f.incident, f.system, f.why_ko, f.why_en
              from fresh f join there t on t.rule = f.rule and t.target = f.target
            on conflict do nothing""";

    private final Sql sql;

    CorrelationStore(Sql sql) {
        this.sql = sql;
    }

    /** One replica at a time looks; the others need not. */
    boolean tryLock() {
        return sql.first("select pg_try_advisory_xact_lock(hashtext('intake_correlation'))", row -> row.getBoolean(1))
                .orElseThrow();
    }

    /** Those of the incidents that nobody has looked at. */
    Set<String> notSeen(Collection<String> numbers) {
        return new HashSet<>(sql.list(
                "select n from unnest(?) as n where not exists (select from intake_correlated c where c.incident = n)",
                row -> row.getString(1),
                (Object) numbers.toArray(String[]::new)));
    }

    void seen(Collection<String> numbers, Instant now) {
        sql.update(
                "insert into intake_correlated (incident, at) select n, ? from unnest(?) as n on conflict do nothing",
                now,
                numbers.toArray(String[]::new));
    }

    /** Adds proposals; what is proposed already, or was decided, is left out. Says how many there are new. */
    int propose(
            CorrelationPolicy policy, List<Proposal> proposals, String system, @Nullable Instant since, Instant now) {
        if (proposals.isEmpty()) {
            return 0;
        }
        return sql.update(
                PROPOSE,
                proposals.stream().map(one -> Ids.at(now)).toArray(UUID[]::new),
                column(proposals, one -> one.rule().id()),
                column(proposals, one -> one.rule().proposes().name()),
                column(proposals, Proposal::target),
                column(proposals, Proposal::incident),
                column(proposals, one -> system),
                column(proposals, one -> one.why().ko()),
                column(proposals, one -> one.why().en()),
                policy.ruleSet(),
                policy.version(),
                since,
                now);
    }

    private static String[] column(List<Proposal> proposals, Function<Proposal, String> value) {
        return proposals.stream().map(value).toArray(String[]::new);
    }

    /** The proposals about an incident, the newest first. */
    List<ProposalView> about(String number) {
        return views(
                SELECT + " where p.id in (select id from intake_proposal where target = ? union"
                        + " select proposal from intake_proposal_member where incident = ?)"
                        + " order by p.id desc, m.incident, m.system",
                number,
                number);
    }

    /** The newest open proposals. */
    List<ProposalView> open(int most) {
        return views(
                SELECT + " where p.id in (select id from intake_proposal where state = 'OPEN' order by id desc limit ?)"
                        + " order by p.id desc, m.incident, m.system",
                most);
    }

    @Nullable
    ProposalView find(UUID id) {
        return views(SELECT + " where p.id = ? order by m.incident, m.system", id).stream()
                .findFirst()
                .orElse(null);
    }

    /** Alarms of an incident that another has taken in. */
    void move(String from, String to) {
        sql.update("""
                with due as (select id from intake_alert where incident = ? order by source, fingerprint for update)
                update intake_alert a set incident = ? from due where a.id = due.id""", from, to);
    }

    /** Alarms of a system that got an incident of its own. */
    void moveSystem(String from, String to, UUID system) {
        sql.update("""
                with due as (select id from intake_alert where incident = ? and system = ?
                              order by source, fingerprint for update)
                update intake_alert a set incident = ? from due where a.id = due.id""", from, system, to);
    }

    /** Carries it out when it is open until now; rejects it without a way of carrying out. Whether it was open. */
    boolean decide(UUID id, @Nullable CarriedOut as, Instant now, String by, String reason) {
        return sql.update(
                        "update intake_proposal set state = ?, carried_out = ?, decided_at = ?, decided_by = ?, reason = ?"
                                + " where id = ? and state = 'OPEN'",
                        as == null ? State.REJECTED : State.CONFIRMED,
                        as,
                        now,
                        by,
                        reason,
                        id)
                == 1;
    }

    void taken(UUID id, Collection<String> incidents) {
        sql.update(
                "update intake_proposal_member set taken = incident = any (?) where proposal = ?",
                incidents.toArray(String[]::new),
                id);
    }

    void link(
            String incident, String kind, String other, ProposalView proposal, Instant now, String by, String reason) {
        sql.update(
                "insert into intake_link (incident, kind, other, proposal, at, by, reason) values (?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                incident,
                kind,
                other,
                proposal.id(),
                now,
                by,
                reason);
    }

    /** The links of an incident, both ways. */
    List<Link> links(String number) {
        return sql.list(
                """
                select case kind when 'CAUSED_BY' then 'CAUSE' else kind end as role, other, by, at, reason
                  from intake_link where incident = ?
                union all
                select case kind when 'CAUSED_BY' then 'EFFECT' when 'SPLIT_FROM' then 'SPLIT_TO' else kind end, incident, by,
                       at, reason from intake_link where other = ?
                 order by at, 2""",
                row -> new Link(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Sql.requiredInstant(row, "at"),
                        row.getString(5)),
                number,
                number);
    }

    private List<ProposalView> views(String select, Object... values) {
        Map<UUID, ProposalView> views = new LinkedHashMap<>();
        Map<UUID, List<Member>> members = new LinkedHashMap<>();
        sql.list(
                select,
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    views.putIfAbsent(id, view(row));
                    return members.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(member(row));
                },
                values);
        return views.values().stream()
                .map(view -> with(view, members.getOrDefault(view.id(), List.of())))
                .toList();
    }

    private static ProposalView view(ResultSet row) throws SQLException {
        return new ProposalView(
                row.getObject("id", UUID.class),
                Proposes.valueOf(row.getString("kind")),
                row.getString("rule"),
                row.getString("rule_set"),
                row.getString("rule_set_version"),
                row.getString("target"),
                Sql.instant(row, "since"),
                State.valueOf(row.getString("state")),
                Sql.requiredInstant(row, "proposed_at"),
                List.of(),
                Sql.instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getString("reason"),
                carriedOut(row.getString("carried_out")));
    }

    private static @Nullable CarriedOut carriedOut(@Nullable String name) {
        return name == null ? null : CarriedOut.valueOf(name);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                row.getString("incident"),
                row.getString("system"),
                new LocalizedText(row.getString("why_ko"), row.getString("why_en")),
                row.getObject("taken", Boolean.class));
    }

    /** The same proposal with these members. */
    static ProposalView with(ProposalView view, List<Member> members) {
        return new ProposalView(
                view.id(),
                view.kind(),
                view.rule(),
                view.ruleSet(),
                view.version(),
                view.target(),
                view.since(),
                view.state(),
                view.proposedAt(),
                members,
                view.decidedAt(),
                view.decidedBy(),
                view.reason(),
                view.carriedOut());
    }
}

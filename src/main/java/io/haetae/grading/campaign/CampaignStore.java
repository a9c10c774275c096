package io.haetae.grading.campaign;

import io.haetae.identity.AuthorityArea;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Full reviews, their systems and their clocks in the database. */
@ApplicationScoped
class CampaignStore {

    private static final String COLUMNS = """
            select id, number, authority, title, rule_set, opened_at, opener, due_at, closed_at from grading_campaign""";

    private final Sql sql;

    CampaignStore(Sql sql) {
        this.sql = sql;
    }

    /** A full review as it is kept. */
    record Campaign(
            UUID id,
            String number,
            String authority,
            String title,
            String ruleSet,
            Instant openedAt,
            String opener,
            Instant dueAt,
            @Nullable Instant closedAt) {}

    /** A clock that a reminder is due of. */
    record Clock(UUID campaign, String number, String title, String institution, Instant dueAt, int reminded) {}

    long nextNumber() {
        return sql.first("select nextval('grading_campaign_seq') as n", row -> row.getLong("n"))
                .orElseThrow();
    }

    void add(Campaign campaign, UUID by) {
        sql.update(
                """
                insert into grading_campaign (id, number, authority, title, rule_set, opened_at, opened_by, opener, due_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                campaign.id(),
                campaign.number(),
                campaign.authority(),
                campaign.title(),
                campaign.ruleSet(),
                campaign.openedAt(),
                by,
                campaign.opener(),
                campaign.dueAt());
    }

    /** Takes in the systems in service whose owner has that authority, of all its institutions or of those named. */
    int addSystems(Campaign campaign, String[] institutions) {
        return sql.update("""
                insert into grading_campaign_system (campaign, system)
                select ?, s.id from register_system s join identity_institution i on i.code = s.owner
                 where i.central_authority = ? and s.ended_at is null
                   and (s.in_service_until is null or s.in_service_until >= cast(cast(? as timestamptz) at time zone 'Asia/Seoul' as date))
                   and (cardinality(cast(? as text[])) = 0 or s.owner in (
                        select code from identity_ancestry where ancestor = any (?)))""", campaign.id(), campaign.authority(), campaign.openedAt(), institutions, institutions);
    }

    /** Starts one clock for each institution that owns one of the systems. */
    void addClocks(Campaign campaign, @Nullable Instant nextAt) {
        sql.update("""
                insert into grading_campaign_clock (campaign, institution, due_at, next_at)
                select distinct c.campaign, s.owner, cast(? as timestamptz), cast(? as timestamptz)
                  from grading_campaign_system c join register_system s on s.id = c.system where c.campaign = ?""", campaign.dueAt(), nextAt, campaign.id());
    }

    /** The institutions that are to answer. */
    List<String> institutions(UUID campaign) {
        return sql.list(
                "select institution from grading_campaign_clock where campaign = ? order by 1",
                row -> row.getString("institution"),
                campaign);
    }

    /** Ends it and its clocks; false when it has ended already. */
    boolean close(UUID campaign, Instant at, String by) {
        sql.update("update grading_campaign_clock set next_at = null where campaign = ?", campaign);
        return sql.update(
                        "update grading_campaign set closed_at = ?, closer = ? where id = ? and closed_at is null",
                        at,
                        by,
                        campaign)
                == 1;
    }

    Optional<Campaign> find(String number) {
        return sql.first(COLUMNS + " where number = ?", CampaignStore::campaign, number);
    }

    /** The same, locked until the transaction ends. */
    Optional<Campaign> lock(String number) {
        return sql.first(COLUMNS + " where number = ? for update", CampaignStore::campaign, number);
    }

    /** Those of the authorities, and those that ask one of the institutions. */
    List<Campaign> list(AuthorityArea whole, String[] institutions, @Nullable String before, int most) {
        return sql.list(
                COLUMNS + " c where " + """
                           (? or c.authority = any (?) or exists (select 1 from grading_campaign_clock k
                                   where k.campaign = c.id and k.institution = any (?)))
                             and (cast(? as text) is null or c.number < ?)
                           order by c.number desc limit ?""",
                CampaignStore::campaign,
                whole.all(),
                whole.array(),
                institutions,
                before,
                before,
                most);
    }

    /** Claims clocks whose reminder is due, until the transaction ends. */
    List<Clock> claim(Instant now, int most) {
        return sql.list(
                """
                select k.campaign, c.number, c.title, k.institution, k.due_at, k.reminded
                  from grading_campaign_clock k join grading_campaign c on c.id = k.campaign
                 where k.next_at <= ? order by k.next_at limit ? for update of k skip locked""",
                row -> new Clock(
                        row.getObject("campaign", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getString("institution"),
                        Sql.requiredInstant(row, "due_at"),
                        row.getInt("reminded")),
                now,
                most);
    }

    /** Counts a reminder and says when the next one is due; none when there is nothing left to remind of. */
    void reminded(Clock clock, @Nullable Instant nextAt) {
        sql.update("""
                update grading_campaign_clock set next_at = cast(? as timestamptz), reminded = reminded + ?
                 where campaign = ? and institution = ?""", nextAt, nextAt == null ? 0 : 1, clock.campaign(), clock.institution());
    }

    /** Lets the clock of an institution run again, no earlier than it was due. */
    void rearm(UUID campaign, String institution, Instant dueAt, Instant nextAt) {
        sql.update("""
                insert into grading_campaign_clock (campaign, institution, due_at, next_at)
                select id, ?, cast(? as timestamptz), cast(? as timestamptz)
                  from grading_campaign where id = ? and closed_at is null
                on conflict (campaign, institution) do update
                   set due_at = greatest(grading_campaign_clock.due_at, excluded.due_at), next_at = excluded.next_at""", institution, dueAt, nextAt, campaign);
    }

    private static Campaign campaign(ResultSet row) throws SQLException {
        return new Campaign(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("number")),
                Objects.requireNonNull(row.getString("authority")),
                Objects.requireNonNull(row.getString("title")),
                Objects.requireNonNull(row.getString("rule_set")),
                Sql.requiredInstant(row, "opened_at"),
                Objects.requireNonNull(row.getString("opener")),
                Sql.requiredInstant(row, "due_at"),
                Sql.instant(row, "closed_at"));
    }
}

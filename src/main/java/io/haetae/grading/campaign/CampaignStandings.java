package io.haetae.grading.campaign;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.haetae.grading.campaign.CampaignAnswer.State;
import io.haetae.grading.campaign.CampaignStore.Campaign;
import io.haetae.identity.AuthorityArea;
import io.haetae.kernel.LocalizedText;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the answers of a full review stand: read from the assessments, so that it cannot differ from them. */
@ApplicationScoped
class CampaignStandings {

    /**
     * The answer is the newest assessment that was worked on while the review ran; a draft is the owner's and is told
     * apart from none by its own side only.
     */
    private static final String STANDING = """
            from grading_campaign c
            join grading_campaign_system m on m.campaign = c.id
            join register_system s on s.id = m.system
            join identity_institution o on o.code = s.owner
            left join grading_campaign_clock k on k.campaign = c.id and k.institution = s.owner
            left join grading_exception x on x.campaign = c.id and x.system = s.id and x.ended_at is null
            left join lateral (
                select a.id, a.state from grading_assessment a
                 where a.system = s.id and a.created_at <= coalesce(c.closed_at, 'infinity')
                   and (a.state <> 'NOTIFIED' or a.notified_at >= c.opened_at)
                 order by a.id desc limit 1) a on true
            cross join lateral (select case when x.id is not null then 'EXCUSED' else coalesce(a.state, 'OPEN') end
                                       as state) t
            where c.id = ?""";

    private static final String OF_OWNERS = " and (? or s.owner = any (?))";

    private static final String WITH_FACTS = """
            select s.id, s.code, s.name_ko, s.name_en, s.owner, s.system_grade, t.state, a.id as assessment,
                   coalesce(k.due_at, c.due_at) as due_at, x.until_at, l.facts, l.evidence
            """ + STANDING.replace("where c.id = ?", """
                    left join lateral (select p.facts, p.evidence from grading_assessment p
                                        where p.system = s.id order by p.id desc limit 1) l on true
                    where c.id = ?""") + OF_OWNERS;

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> EVIDENCE = new TypeReference<>() {};

    private final Sql sql;
    private final ObjectMapper json;

    CampaignStandings(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** One system as it stands. */
    record Standing(
            UUID system,
            String code,
            LocalizedText name,
            String owner,
            State state,
            @Nullable Integer grade,
            @Nullable UUID assessment,
            Map<String, Object> facts,
            Map<String, String> evidence,
            Instant dueAt,
            @Nullable Instant excusedUntil) {}

    /** How many systems a review asks for, and of them those not answered yet. */
    record Count(int systems, int open) {

        static final Count NONE = new Count(0, 0);
    }

    /** Counts of several reviews in one query, as far as these authorities, or these owners, reach. */
    Map<UUID, Count> counts(List<UUID> campaigns, AuthorityArea whole, String[] owners) {
        Map<UUID, Count> counts = new HashMap<>();
        sql.list(
                "select c.id, count(*) as systems,"
                        + " count(*) filter (where t.state in ('OPEN', 'DRAFT', 'COMPLETION_REQUESTED')) as open "
                        + STANDING.replace("where c.id = ?", "where c.id = any (?)")
                        + " and (? or c.authority = any (?) or s.owner = any (?)) group by c.id",
                row -> counts.put(
                        row.getObject("id", UUID.class), new Count(row.getInt("systems"), row.getInt("open"))),
                campaigns.toArray(UUID[]::new),
                whole.all(),
                whole.array(),
                owners);
        return counts;
    }

    /** One page by code of the systems of these owners, or of all; with the facts given last. */
    List<Standing> list(
            Campaign campaign, boolean all, String[] owners, @Nullable State state, String after, int most) {
        return sql.list(
                WITH_FACTS + " and (cast(? as text) is null or t.state = ?) and s.code > ? order by s.code limit ?",
                this::standing,
                campaign.id(),
                all,
                owners,
                state,
                state,
                after,
                most);
    }

    /** One system of these owners, with the facts given last. */
    Optional<Standing> withFacts(Campaign campaign, String[] owners, String code) {
        return sql.first(WITH_FACTS + " and s.code = ?", this::standing, campaign.id(), false, owners, code);
    }

    /** One system of a review. */
    Optional<Standing> find(Campaign campaign, String code) {
        return sql.first("""
                select s.id, s.code, s.name_ko, s.name_en, s.owner, s.system_grade, t.state, a.id as assessment,
                       coalesce(k.due_at, c.due_at) as due_at, x.until_at, null as facts, null as evidence
                """ + STANDING + " and s.code = ?", this::standing, campaign.id(), code);
    }

    /** Progress per ministry: the highest institution above the owner. */
    List<CampaignView.Progress> progress(Campaign campaign, boolean all, String[] owners, Instant now) {
        return sql.list(
                """
                with stand as (select s.owner, t.state, coalesce(k.due_at, c.due_at) as due_at
                """ + STANDING + OF_OWNERS + """
                ), top as (
                    select distinct on (y.code) y.code, i.code as ministry, i.name_ko, i.name_en
                      from identity_ancestry y join identity_institution i on i.code = y.ancestor and i.parent is null
                     order by y.code, i.code
                )
                select p.ministry, p.name_ko, p.name_en, count(*) as systems,
                       count(*) filter (where d.state in ('OPEN', 'DRAFT', 'COMPLETION_REQUESTED')) as open,
                       count(*) filter (where d.state in ('SUBMITTED', 'APPEALED')) as submitted,
                       count(*) filter (where d.state = 'NOTIFIED') as decided,
                       count(*) filter (where d.state = 'EXCUSED') as excused,
                       count(*) filter (where d.state in ('OPEN', 'DRAFT', 'COMPLETION_REQUESTED') and d.due_at <= ?)
                           as late
                  from stand d join top p on p.code = d.owner
                 group by p.ministry, p.name_ko, p.name_en order by p.ministry""",
                row -> new CampaignView.Progress(
                        row.getString("ministry"),
                        Sql.text(row, "name"),
                        row.getInt("systems"),
                        row.getInt("open"),
                        row.getInt("submitted"),
                        row.getInt("decided"),
                        row.getInt("excused"),
                        row.getInt("late")),
                campaign.id(),
                all,
                owners,
                now);
    }

    /** How many systems of an institution are still to be answered for. */
    int open(UUID campaign, String institution) {
        return sql.first(
                        "select count(*) as n " + STANDING
                                + " and s.owner = ? and t.state in ('OPEN', 'DRAFT', 'COMPLETION_REQUESTED')",
                        row -> row.getInt("n"),
                        campaign,
                        institution)
                .orElse(0);
    }

    private Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                Objects.requireNonNull(row.getString("code")),
                Sql.text(row, "name"),
                Objects.requireNonNull(row.getString("owner")),
                State.valueOf(row.getString("state")),
                row.getObject("system_grade", Integer.class),
                row.getObject("assessment", UUID.class),
                read(row.getString("facts"), FACTS),
                read(row.getString("evidence"), EVIDENCE),
                Sql.requiredInstant(row, "due_at"),
                Sql.instant(row, "until_at"));
    }

    private <T> Map<String, T> read(@Nullable String text, TypeReference<Map<String, T>> type) {
        if (text == null) {
            return Map.of();
        }
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored assessment cannot be read", e);
        }
    }
}

package io.haetae.remedy;

import io.haetae.audit.JournalEntry;
import io.haetae.identity.Succession;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets what is open in this room follow from an institution that was merged to its successor, and keeps from whom it came.
 * What is closed stays with the old name; so does what the successor has one of its own of: it stands above the former one,
 * and answers for both.
 */
@ApplicationScoped
class Successors implements Succession {

    private static final List<String> STATEMENTS = List.of(
            // whoever asked: guidelines that hold or of which a plan is open
            """
            update remedy_guideline g set authority = l.latter, former = g.former || l.former
              from identity_succeeded l
             where l.former = g.authority and g.authority = any (?)
               and (g.renewal_next_at is not null or exists (select from remedy_plan p where p.guideline = g.id
                        and p.state in ('AWAITED', 'HANDED_IN', 'COMPLETION_REQUESTED')))
            returning 'FAILURE_PLAN_GUIDELINE' as kind, g.number, l.former, l.latter""",
            // one plan for a guideline: of several former ones that which is furthest
            """
            update remedy_plan p set institution = m.latter, former = p.former || m.former, version = p.version + 1
              from (select distinct on (o.guideline, l.latter) o.id, l.former, l.latter
                      from remedy_plan o join identity_succeeded l on l.former = o.institution
                     where o.institution = any (?) and o.state in ('AWAITED', 'HANDED_IN', 'COMPLETION_REQUESTED')
                       and not exists (select from remedy_plan s
                                        where s.guideline = o.guideline and s.institution = l.latter)
                     order by o.guideline, l.latter, o.state = 'HANDED_IN' desc, o.seq) m
             where p.id = m.id and p.institution = m.former and p.state in ('AWAITED', 'HANDED_IN', 'COMPLETION_REQUESTED')
            returning 'FAILURE_PLAN' as kind, p.number, m.former, m.latter""",
            """
            update remedy_survey s set authority = l.latter, former = s.former || l.former, version = s.version + 1
              from identity_succeeded l
             where l.former = s.authority and s.authority = any (?) and s.state = 'ANNOUNCED'
            returning 'SURVEY' as kind, s.number, l.former, l.latter""",
            // what was answered is the former one's word
            """
            with moved as (
                update remedy_survey_institution p set institution = m.latter, former = p.former || m.former
                  from (select distinct on (o.survey, l.latter) o.survey, l.former, l.latter
                          from remedy_survey_institution o
                          join remedy_survey s on s.id = o.survey and s.state = 'ANNOUNCED'
                          join identity_succeeded l on l.former = o.institution
                         where o.institution = any (?) and o.rounds = 0
                           and not exists (select from remedy_survey_institution x
                                            where x.survey = o.survey and x.institution = l.latter)
                         order by o.survey, l.latter, l.former) m
                 where p.survey = m.survey and p.institution = m.former and p.rounds = 0
                returning p.survey, m.former, m.latter), seen as (
                update remedy_survey set version = version + 1 where id in (select survey from moved))
            select 'SURVEY' as kind, s.number, m.former, m.latter
              from moved m join remedy_survey s on s.id = m.survey""",
            """
            update remedy_programme p set coordinator = l.latter, former = p.former || l.former, version = p.version + 1
              from identity_succeeded l
             where l.former = p.coordinator and p.coordinator = any (?) and p.closed_at is null
            returning 'POLICY_PROGRAMME' as kind, p.number, l.former, l.latter""",
            // nobody is a partner of itself
            """
            update remedy_task k set owner = l.latter, partners = array_remove(k.partners, l.latter),
                   former = k.former || l.former, version = k.version + 1
              from identity_succeeded l, remedy_programme p
             where l.former = k.owner and k.owner = any (?) and k.state = 'RUNNING'
               and p.id = k.programme and p.closed_at is null
            returning 'POLICY_TASK' as kind, p.number || '/' || k.number as number, l.former, l.latter""",
            """
            update remedy_task k set partners = array_remove(m.partners, k.owner), former = k.former || m.gone,
                   version = k.version + 1
              from (select o.id, p.number || '/' || o.number as number, string_agg(l.former, ', ') as former,
                           string_agg(distinct l.latter, ', ') as latter,
                           array_agg(distinct coalesce(l.latter, x.code)) as partners,
                           array_agg(l.former) filter (where l.former is not null) as gone
                      from remedy_task o
                      join remedy_programme p on p.id = o.programme and p.closed_at is null
                      cross join lateral unnest(o.partners) as x (code)
                      left join identity_succeeded l on l.former = x.code
                     where o.partners && ? and o.state = 'RUNNING' group by o.id, p.number) m
             where k.id = m.id and k.state = 'RUNNING'
            returning 'POLICY_TASK' as kind, m.number, m.former, m.latter""",
            """
            update remedy_recommendation r
               set institution = l.latter, former = r.former || l.former, version = r.version + 1,
                   scope = identity_closed(r.scope || l.latter || case when i.central_authority is null
                       then '{}'::text[] else array[i.central_authority, '@' || i.central_authority] end)
              from identity_succeeded l join identity_institution i on i.code = l.latter
             where l.former = r.institution and r.institution = any (?)
               and r.state in ('RECOMMENDED', 'PLANNED', 'REPORTED')
            returning 'RECOMMENDATION' as kind, r.number, l.former, l.latter""",
            """
            update remedy_recommendation r
               set recommended_by = l.latter, former = r.former || l.former, version = r.version + 1,
                   scope = identity_closed(r.scope || array[l.latter, '@' || l.latter])
              from identity_succeeded l
             where l.former = r.recommended_by and r.recommended_by = any (?)
               and r.state in ('RECOMMENDED', 'PLANNED', 'REPORTED')
            returning 'RECOMMENDATION' as kind, r.number, l.former, l.latter""");

    private final Sql sql;

    Successors(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<JournalEntry> follow(String[] former) {
        List<JournalEntry> entries = new ArrayList<>();
        for (String statement : STATEMENTS) {
            entries.addAll(sql.list(statement, Successors::entry, (Object) former));
        }
        return entries;
    }

    private static JournalEntry entry(ResultSet row) throws SQLException {
        return Succession.followed("remedy.institution-succeeded", row.getString("kind"), row.getString("number"), row);
    }
}

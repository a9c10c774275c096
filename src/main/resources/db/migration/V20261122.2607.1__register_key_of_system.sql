-- A system carries its own key besides those of its institutions: who is sent to help with it for a time holds that key, and
-- nothing has to be written at the system, or at what hangs on it, when he comes and when he goes.
create or replace function register_refresh_scope(systems uuid[]) returns void language sql as $$
    with part as (
        select r.id, p.code
          from register_system r
          left join register_site t on t.code = r.site
         cross join lateral (values (r.owner), (r.operator), (r.lead_agency), (t.host)) as p (code)
         where (systems is null or r.id = any (systems)) and p.code is not null
    ), key as (
        select part.id, a.ancestor as key from part join identity_ancestry a on a.code = part.code
        union
        select r.id, '@' || i.central_authority
          from register_system r join identity_institution i on i.code = r.owner
         where (systems is null or r.id = any (systems)) and i.central_authority is not null
        union
        select r.id, '#' || r.code from register_system r where systems is null or r.id = any (systems)
    ), derived as (
        select id, array_agg(key order by key) as scope from key group by id
    )
    update register_system s set scope = d.scope from derived d where d.id = s.id and s.scope is distinct from d.scope
$$;
-- Incidents follow by their trigger, in the same statement.
select register_refresh_scope(null);

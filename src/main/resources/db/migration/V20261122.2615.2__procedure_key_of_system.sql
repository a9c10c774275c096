-- Procedures under way for an incident carry the keys of its systems like the incident itself.
update procedure_run r
   set scope = (select array_agg(distinct k order by k) from unnest(r.scope || i.scope) as k
                 where k = any (r.scope) or k like '#%')
  from incident i
 where r.state = 'OPEN' and r.subject_kind = 'INCIDENT' and r.subject_id = i.number;

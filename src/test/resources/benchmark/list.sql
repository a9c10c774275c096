-- What one page of the newest fifty incidents asks of PostgreSQL: who asks, and the page.
-- Needs: -D hash=<the hash of a token> -D keys=<the scope of its person, as an array>
\set odd random(0, 1)
select p.id, p.username, p.name, p.institution, array_agg(r.role), p.password_hash, p.credential_version
  from identity_person p join identity_person_role r on r.person = p.id
  join identity_token t on t.person = p.id
 where t.hash = decode(:hash, 'hex') and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
   and p.active group by p.id;
\if :odd
select i.number, i.state, i.kind, i.title, i.failure_grade, i.grade_provisional, i.detected_at, i.recorded_at,
       i.acknowledged_at, i.recovered_at, i.major, i.exercise, i.seq, s.systems, s.recovered, s.codes, c.due_at, c.kind,
       c.name_ko, c.name_en
  from (select * from incident i where true and i.scope && cast(:keys as text[])
           and (i.visibility = 'NORMAL' or i.scope && cast(:keys as text[])) and i.state = 'OPEN'
         order by i.seq desc limit 51) i
  left join lateral (select count(*) as systems, count(*) filter (where recovery_level = 'FULL') as recovered,
       (array_agg(code order by code))[1:4] as codes from incident_system where incident = i.id) s on true
  left join lateral (select due_at, kind, name_ko, name_en from incident_clock
        where incident = i.id and state in ('RUNNING', 'WARNED', 'BREACHED') and not after_recovery
        order by due_at limit 1) c on true
 order by i.seq desc;
\else
select i.number, i.state, i.kind, i.title, i.failure_grade, i.grade_provisional, i.detected_at, i.recorded_at,
       i.acknowledged_at, i.recovered_at, i.major, i.exercise, i.seq, s.systems, s.recovered, s.codes, c.due_at, c.kind,
       c.name_ko, c.name_en
  from (select * from incident i where true and i.scope && cast(:keys as text[])
           and (i.visibility = 'NORMAL' or i.scope && cast(:keys as text[])) and i.failure_grade = 2
         order by i.seq desc limit 51) i
  left join lateral (select count(*) as systems, count(*) filter (where recovery_level = 'FULL') as recovered,
       (array_agg(code order by code))[1:4] as codes from incident_system where incident = i.id) s on true
  left join lateral (select due_at, kind, name_ko, name_en from incident_clock
        where incident = i.id and state in ('RUNNING', 'WARNED', 'BREACHED') and not after_recovery
        order by due_at limit 1) c on true
 order by i.seq desc;
\endif

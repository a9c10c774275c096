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
       i.acknowledged_at, i.recovered_at, i.major, i.exercise, i.seq, i.systems_affected, i.systems_recovered, i.codes,
       i.next_due_at, i.next_clock, i.next_clock_ko, i.next_clock_en
  from incident i
 where i.scope && cast(:keys as text[]) and (i.visibility = 'NORMAL' or i.scope && cast(:keys as text[]))
   and i.state = 'OPEN'
 order by i.seq desc limit 51;
\else
select i.number, i.state, i.kind, i.title, i.failure_grade, i.grade_provisional, i.detected_at, i.recorded_at,
       i.acknowledged_at, i.recovered_at, i.major, i.exercise, i.seq, i.systems_affected, i.systems_recovered, i.codes,
       i.next_due_at, i.next_clock, i.next_clock_ko, i.next_clock_en
  from incident i
 where i.scope && cast(:keys as text[]) and (i.visibility = 'NORMAL' or i.scope && cast(:keys as text[]))
   and i.failure_grade = 2
 order by i.seq desc limit 51;
\endif

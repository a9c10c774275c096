-- A clock belongs to one measurement of its incident. When an incident is opened again, the clocks that ran from its
-- recovery stop: it has not recovered. The next recovery starts them anew, and those of the former measurement are kept
-- beside them.
alter table incident_clock add column measurement integer not null default 1 check (measurement > 0);
alter table incident_clock add column ended_at timestamptz;

update incident_clock c set measurement = p.n
  from (select c.id, max(p.n) as n from incident_clock c
          join incident_period p on p.incident = c.incident and p.n > 1 and p.began_at <= c.started_at
         group by c.id) p
 where p.id = c.id;

-- Incidents that are open again: their reviews are due when they recover, not before.
update incident_clock c set state = 'CANCELLED', next_at = null
  from incident i
 where i.id = c.incident and i.state = 'OPEN' and c.after_recovery and c.state in ('RUNNING', 'WARNED', 'BREACHED');

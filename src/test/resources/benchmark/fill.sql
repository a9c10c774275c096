-- Fills the register of incidents up to a number by copying those that were declared through the interface: each copy
-- with a system, a clock that was met and the scope of its model; one in twenty is still open.
alter table incident_system disable trigger user;
alter table incident_clock disable trigger user;
with model as (
    select i.*, row_number() over (order by seq) as n, count(*) over () as models
      from incident i where number in (select number from incident order by seq limit 709)
), copy as (
    select m.id as model, gen_random_uuid() as id, nextval('incident_seq') as seq, g.n as g
      from generate_series((select count(*) from incident) + 1, ${upto}) as g(n)
      join model m on m.n = g.n % m.models + 1
), incidents as (
    insert into incident (id, seq, number, kind, state, title, occurred_at, detected_at, recognised_at, recorded_at, source,
           regions, affected_institutions, life_safety, security, visibility, exercise, major, scope, reported_by,
           failure_grade, grade_provisional, computed_grade, recovered_at, closed_at, version,
           systems_affected, systems_recovered, codes)
    select c.id, c.seq, 'INC-2025-' || lpad(c.seq::text, greatest(6, length(c.seq::text)), '0'), m.kind,
           case when c.g % 20 = 0 then 'OPEN' else 'CLOSED' end, m.title || ' ' || c.g, m.occurred_at, m.detected_at,
           m.recognised_at, m.recorded_at, m.source, m.regions, m.affected_institutions, m.life_safety, m.security,
           m.visibility, m.exercise, m.major, m.scope, m.reported_by, c.g % 4 + 1, false, c.g % 4 + 1,
           case when c.g % 20 <> 0 then m.recorded_at + interval '1 hour' end,
           case when c.g % 20 <> 0 then m.recorded_at + interval '2 hours' end, 1,
           m.systems_affected, case when c.g % 20 = 0 then 0 else m.systems_affected end, m.codes
      from copy c join model m on m.id = c.model
), clocks as (
    insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
           warn_at, after_recovery, state, met_at, met_by)
    select gen_random_uuid(), c.id, k.kind, k.name_ko, k.name_en, k.failure_grade, k.rule_set, k.version, k.started_at,
           k.due_at, k.warn_at, k.after_recovery, 'MET', k.due_at, 'x'
      from copy c
      join lateral (select * from incident_clock where incident = c.model order by kind limit 1) k on true
)
insert into incident_system (id, incident, system, code, by_place, service, stopped_since, data, redundancy_lost,
       substitute, services, recovery_level, recovered_at, added_at, changed_at)
select gen_random_uuid(), c.id, s.system, s.code, s.by_place, s.service, s.stopped_since, s.data, s.redundancy_lost,
       s.substitute, s.services, case when c.g % 20 <> 0 then 'FULL' end,
       case when c.g % 20 <> 0 then s.added_at + interval '1 hour' end, s.added_at, s.changed_at
  from copy c join incident_system s on s.incident = c.model;
alter table incident_system enable trigger user;
alter table incident_clock enable trigger user;

-- Clocks are computed from what happened: every event that moves one is kept in order and never changed, so that the
-- clocks of an incident can be computed again from nothing and compared with those that are stored. A clock may stand
-- still; it says from when, until when, by whom and why. An incident keeps the version of the reporting clocks it began
-- with until a person moves it.
create table incident_clock_event (
    incident uuid not null references incident (id),
    n        integer not null check (n > 0),
    at       timestamptz not null,
    event    jsonb not null,
    actor    text not null,
    primary key (incident, n)
);

alter table incident
    add column clock_events   integer not null default 0 check (clock_events >= 0),
    add column clock_rule_set text,
    add column clock_version  text,
    add check ((clock_rule_set is null) = (clock_version is null));

alter table incident_clock
    add column repetition   boolean not null default false,
    add column paused_from  timestamptz,
    add column paused_until timestamptz,
    add column paused_by    text,
    add column pause_reason text,
    add check (paused_until > paused_from);

-- One that stands still without a known end has nothing to be looked at for.
alter table incident_clock drop constraint incident_clock_check1;
alter table incident_clock add constraint incident_clock_looked_at check (
    (next_at is not null) = (state in ('RUNNING', 'WARNED') and (paused_from is null or paused_until is not null)));

-- ... and it is not the next that is due.
create or replace function incident_find_next_clock(of_incidents uuid[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    update incident i
       set next_due_at = c.due_at, next_clock = c.kind, next_clock_ko = c.name_ko, next_clock_en = c.name_en
      from unnest(of_incidents) as w (id)
      left join lateral (
           select due_at, kind, name_ko, name_en from incident_clock
            where incident = w.id and state in ('RUNNING', 'WARNED', 'BREACHED') and not after_recovery
              and (paused_from is null or paused_until is not null)
            order by due_at limit 1) c on true
     where i.id = w.id
       and (i.next_due_at, i.next_clock, i.next_clock_ko, i.next_clock_en)
           is distinct from (c.due_at, c.kind, c.name_ko, c.name_en);
end
$$;

update incident i set clock_rule_set = c.rule_set, clock_version = c.version
  from (select distinct on (incident) incident, rule_set, version from incident_clock
         order by incident, started_at desc, id desc) c
 where c.incident = i.id;

-- Of incidents from before, the log begins with the clocks as they stand.
insert into incident_clock_event (incident, n, at, event, actor)
select i.id, 1, now(), jsonb_build_object('is', 'taken-over', 'at', to_jsonb(now()), 'state', i.state, 'clocks',
       jsonb_agg(jsonb_build_object(
            'kind', c.kind, 'nameKo', c.name_ko, 'nameEn', c.name_en, 'failureGrade', c.failure_grade,
            'ruleSet', c.rule_set, 'version', c.version, 'startedAt', c.started_at, 'dueAt', c.due_at,
            'warnAt', c.warn_at, 'repeatMinutes', c.repeat_minutes, 'afterRecovery', c.after_recovery,
            'repetition', false, 'measurement', c.measurement, 'state', c.state, 'metAt', c.met_at, 'metBy', c.met_by,
            'endedAt', c.ended_at, 'pausedFrom', null, 'pausedUntil', null, 'pausedBy', null, 'pauseReason', null)
            order by c.due_at, c.kind)), 'haetae'
  from incident i join incident_clock c on c.incident = i.id
 group by i.id, i.state;
update incident set clock_events = 1 where id in (select incident from incident_clock_event);

-- What the auditor found of clocks that are not what their events say, and where it goes on looking.
create table incident_clock_deviation (
    incident uuid primary key references incident (id),
    since    timestamptz not null,
    clocks   text[] not null
);
create table incident_clock_audit (
    one boolean primary key default true check (one),
    seq bigint not null
);
insert into incident_clock_audit (seq) values (9223372036854775807);

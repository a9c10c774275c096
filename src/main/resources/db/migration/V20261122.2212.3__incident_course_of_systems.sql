-- How each system of an incident fared over time, so that a recovery board answers as of any time: "recovered_at" on the
-- system only says how it is now. Kept by a trigger, because every verb that writes a system must leave it and none may
-- forget. "at" is when it happened as far as it is known; what is recorded late overrules what was thought to follow it.
alter table incident_system add column added_at timestamptz;
alter table incident_system add column changed_at timestamptz;
update incident_system s set added_at = i.recorded_at, changed_at = i.recorded_at
  from incident i where i.id = s.incident;
alter table incident_system alter column added_at set not null;
alter table incident_system alter column changed_at set not null;

create table incident_system_course (
    n        bigint generated always as identity primary key,
    incident uuid not null references incident (id),
    system   uuid not null references register_system (id),
    at       timestamptz not null,
    service  text not null check (service in ('STOPPED', 'DEGRADED', 'NORMAL', 'UNKNOWN')),
    restored boolean not null
);
create index incident_system_course_of on incident_system_course (incident, system, at, n);

insert into incident_system_course (incident, system, at, service, restored)
select incident, system, '-infinity', case when recovery_level = 'FULL' then 'STOPPED' else service end, false
  from incident_system;
insert into incident_system_course (incident, system, at, service, restored)
select incident, system, recovered_at, service, true from incident_system where recovery_level = 'FULL';

create function incident_keep_course() returns trigger language plpgsql as $$
declare
    restored_now boolean := coalesce(new.recovery_level = 'FULL', false);
    happened     timestamptz;
begin
    if tg_op = 'INSERT' then
        insert into incident_system_course (incident, system, at, service, restored)
        values (new.incident, new.system, '-infinity', new.service, false);
        return null;
    end if;
    happened := case
        when new.recovered_at is not null and (new.recovered_at is distinct from old.recovered_at
            or new.recovery_level is distinct from old.recovery_level) then new.recovered_at
        when new.stopped_since is distinct from old.stopped_since then new.stopped_since
        else new.changed_at
    end;
    delete from incident_system_course
     where incident = new.incident and system = new.system and at > '-infinity'
       and (at > happened
            -- the time of a recovery is put right
            or restored and restored_now and old.recovery_level = 'FULL'
               and new.recovered_at is distinct from old.recovered_at and n = (
                   select max(n) from incident_system_course where incident = new.incident and system = new.system));
    insert into incident_system_course (incident, system, at, service, restored)
    values (new.incident, new.system, coalesce(happened, new.changed_at), new.service, restored_now);
    return null;
end
$$;
create trigger incident_system_added after insert on incident_system
    for each row execute function incident_keep_course();
create trigger incident_system_fared after update on incident_system
    for each row when (new.service <> old.service or new.recovered_at is distinct from old.recovered_at
        or new.recovery_level is distinct from old.recovery_level)
    execute function incident_keep_course();

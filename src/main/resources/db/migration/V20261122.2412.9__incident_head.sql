-- What a line of the list of incidents shows of other tables stands in the incident itself, so that a page is one walk
-- along one index. Kept by triggers, because many verbs write systems and clocks and none may forget it.
alter table incident
    add column systems_affected  integer not null default 0,
    add column systems_recovered integer not null default 0,
    add column codes             text[] not null default '{}',
    add column next_due_at       timestamptz,
    add column next_clock        text,
    add column next_clock_ko     text,
    add column next_clock_en     text;
comment on column incident.codes is 'of the first four systems';
comment on column incident.next_due_at is 'of the first clock that runs, but for those that run after recovery';

create function incident_count_systems(of_incidents uuid[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    update incident i set systems_affected = s.affected, systems_recovered = s.recovered, codes = s.codes
      from unnest(of_incidents) as w (id),
           lateral (select count(*) as affected, count(*) filter (where recovery_level = 'FULL') as recovered,
                           coalesce((array_agg(code order by code))[1:4], '{}') as codes
                      from incident_system where incident = w.id) s
     where i.id = w.id
       and (i.systems_affected, i.systems_recovered, i.codes) is distinct from (s.affected, s.recovered, s.codes);
end
$$;

create function incident_find_next_clock(of_incidents uuid[]) returns void language plpgsql
    set plan_cache_mode = force_generic_plan as $$
begin
    update incident i
       set next_due_at = c.due_at, next_clock = c.kind, next_clock_ko = c.name_ko, next_clock_en = c.name_en
      from unnest(of_incidents) as w (id)
      left join lateral (
           select due_at, kind, name_ko, name_en from incident_clock
            where incident = w.id and state in ('RUNNING', 'WARNED', 'BREACHED') and not after_recovery
            order by due_at limit 1) c on true
     where i.id = w.id
       and (i.next_due_at, i.next_clock, i.next_clock_ko, i.next_clock_en)
           is distinct from (c.due_at, c.kind, c.name_ko, c.name_en);
end
$$;

select incident_count_systems(array(select id from incident)), incident_find_next_clock(array(select id from incident));

create function incident_systems_changed() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        perform incident_count_systems(array(select incident from changed union select incident from former));
    else
        perform incident_count_systems(array(select distinct incident from changed));
    end if;
    return null;
end
$$;
create function incident_clocks_changed() returns trigger language plpgsql as $$
begin
    perform incident_find_next_clock(array(select distinct incident from changed));
    return null;
end
$$;

create trigger incident_system_counted after insert on incident_system
    referencing new table as changed for each statement execute function incident_systems_changed();
create trigger incident_system_recounted after update on incident_system
    referencing old table as former new table as changed for each statement execute function incident_systems_changed();
create trigger incident_system_not_counted after delete on incident_system
    referencing old table as changed for each statement execute function incident_systems_changed();
create trigger incident_clock_set after insert on incident_clock
    referencing new table as changed for each statement execute function incident_clocks_changed();
create trigger incident_clock_moved after update on incident_clock
    referencing new table as changed for each statement execute function incident_clocks_changed();
create trigger incident_clock_gone after delete on incident_clock
    referencing old table as changed for each statement execute function incident_clocks_changed();

-- An incident is in scope if any affected system is: when a system gets another owner, operator, lead agency or host, or
-- the tree above one of them changes, those who reach the system now reach its incidents in the same instant.
create function incident_follow_system() returns trigger language plpgsql as $$
begin
    update incident i
       set scope = (select array_agg(distinct k order by k) from unnest(i.scope || new.scope) as k)
     where not i.scope @> new.scope
       and i.id in (select s.incident from incident_system s where s.system = new.id);
    return null;
end
$$;
create trigger incident_system_scope_changed after update of scope on register_system
    for each row when (old.scope <> '{}' and new.scope is distinct from old.scope) execute function incident_follow_system();

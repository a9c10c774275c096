-- What became of systems: in 2025 the national list was corrected from 647 to 709 systems while they were down, because
-- some entries were several systems and others were one. An entry that ends stays with its history; its code leads on.
alter table register_system
    add column ended_at timestamptz,
    add column ended_as text check (ended_as in ('SPLIT', 'MERGE', 'RETIREMENT')),
    add check ((ended_at is null) = (ended_as is null));
alter table register_system_version
    add column ended_at timestamptz,
    add column ended_as text;

create or replace function register_keep_version() returns trigger language plpgsql as $$
declare
    begun timestamptz;
begin
    -- Never before the version it follows, should the clock of one replica be behind.
    update register_system_version
       set until = greatest(new.changed_at, since)
     where id = new.id and until is null
    returning until into begun;
    insert into register_system_version (
        id, code, version, name_ko, name_en, owner, operator, lead_agency, site, room, audience, zone, data_class,
        major, large_scale, cloud, in_service_from, in_service_until, system_grade, system_grade_since, detail,
        demonstration, changed_at, changed_by, search, since, ended_at, ended_as)
    values (
        new.id, new.code, new.version, new.name_ko, new.name_en, new.owner, new.operator, new.lead_agency, new.site,
        new.room, new.audience, new.zone, new.data_class, new.major, new.large_scale, new.cloud, new.in_service_from,
        new.in_service_until, new.system_grade, new.system_grade_since, new.detail, new.demonstration, new.changed_at,
        new.changed_by, new.search, coalesce(begun, new.changed_at), new.ended_at, new.ended_as);
    return null;
end
$$;

create table register_succession (
    id          uuid primary key,
    kind        text not null check (kind in ('SPLIT', 'MERGE', 'RETIREMENT')),
    at          timestamptz not null,
    reason      text not null check (reason <> ''),
    decided_by  text,
    document    text,
    recorded_by text not null
);
create table register_succession_part (
    succession uuid not null references register_succession (id),
    side       text not null check (side in ('FORMER', 'LATTER')),
    system     uuid not null references register_system (id),
    primary key (succession, side, system)
);
create index register_succession_part_of on register_succession_part (system, side);
-- A system ends once.
create unique index register_succession_former on register_succession_part (system) where side = 'FORMER';

-- Other codes under which people and tools know a system.
create table register_alias (
    code        text primary key check (code ~ '^[A-Z0-9][A-Za-z0-9._-]{0,39}$'),
    system      uuid not null references register_system (id),
    since       timestamptz not null,
    recorded_by text not null
);
create index register_alias_of on register_alias (system);

-- A code means one thing, whether it is a system's own or another one of it.
create function register_code_is_free() returns trigger language plpgsql as $$
begin
    if tg_table_name = 'register_alias' then
        if exists (select from register_system where code = new.code) then
            raise unique_violation using message = 'the code ' || new.code || ' is a system''s own';
        end if;
    elsif exists (select from register_alias where code = new.code) then
        raise unique_violation using message = 'the code ' || new.code || ' is another one of a system';
    end if;
    return new;
end
$$;
create trigger register_alias_is_free before insert on register_alias
    for each row execute function register_code_is_free();
create trigger register_system_is_free before insert on register_system
    for each row execute function register_code_is_free();

-- What a code means now, for each code asked: the systems that live, over as many successions as there were.
create function register_meant_by(codes text[]) returns table (said text, system uuid) language sql stable as $$
    with recursive walk (said, id) as (
        select s.code, s.id from register_system s where s.code = any (codes)
        union
        select a.code, a.system from register_alias a where a.code = any (codes)
        union
        select w.said, l.system from walk w
          join register_succession_part f on f.system = w.id and f.side = 'FORMER'
          join register_succession_part l on l.succession = f.succession and l.side = 'LATTER'
    )
    select w.said, w.id from walk w join register_system s on s.id = w.id where s.ended_at is null
$$;

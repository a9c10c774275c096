-- Which systems there are, whose, where, how important and what hangs on what. What is asked for by value stands in
-- columns with constraints; what is only ever shown with its system stands in one JSON detail, checked by the service.
-- Every change of a system leaves a version row, so that the register answers as of any time: in 2025 the national
-- list went from 647 to 709 systems while the crisis ran.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

create table register_site (
    code    text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    name_ko text not null check (name_ko <> ''),
    name_en text not null check (name_en <> ''),
    kind    text not null check (kind in ('NIRS', 'OWN', 'PRIVATE_CLOUD')),
    host    text not null references identity_institution (code),
    region  text,
    version integer not null
);
create index register_site_host on register_site (host);

create table register_room (
    site text not null references register_site (code),
    code text not null check (code <> ''),
    primary key (site, code)
);

create table register_system (
    id                  uuid primary key,
    code                text not null unique check (code ~ '^[A-Z0-9][A-Za-z0-9._-]{0,39}$'),
    version             integer not null check (version > 0),
    name_ko             text not null check (name_ko <> ''),
    name_en             text not null check (name_en <> ''),
    owner               text not null references identity_institution (code),
    operator            text not null references identity_institution (code),
    lead_agency         text references identity_institution (code),
    site                text references register_site (code),
    room                text,
    audience            text check (audience in ('CITIZEN', 'INTERNAL', 'SHARED')),
    zone                text check (zone in ('INTERNET', 'INTERNAL', 'CLOSED')),
    data_class          text check (data_class in ('OPEN', 'SENSITIVE', 'CLASSIFIED')),
    major               boolean not null,
    large_scale         boolean not null,
    cloud               text check (cloud in ('NONE', 'PLANNED', 'PARTIAL', 'FULL')),
    in_service_from     date,
    in_service_until    date,
    system_grade        smallint check (system_grade between 1 and 4),
    system_grade_since  timestamptz,
    detail              jsonb not null check (jsonb_typeof(detail) = 'object'),
    demonstration       boolean not null,
    changed_at          timestamptz not null,
    changed_by          text not null,
    -- Keys of the institutions that reach the system; derived, see register_refresh_scope.
    scope               text[] not null default '{}',
    dependency_version  integer not null default 1,
    search              text not null generated always as
        (lower(code || ' ' || name_ko || ' ' || name_en || ' ' || replace(name_ko, ' ', ''))) stored,
    foreign key (site, room) references register_room (site, code),
    check (room is null or site is not null),
    check (in_service_until >= in_service_from),
    check ((system_grade is null) = (system_grade_since is null))
);
create index register_system_scope on register_system using gin (scope);
create index register_system_search on register_system using gin (search gin_trgm_ops);
create index register_system_owner on register_system (owner);
create index register_system_operator on register_system (operator);
create index register_system_lead_agency on register_system (lead_agency);
create index register_system_place on register_system (site, room);
create index register_system_grade on register_system (system_grade);

-- One row per version, in force from "since" until "until". An empty period is a version replaced within the same
-- instant: it is history, but was never in force.
create table register_system_version (
    id                  uuid not null references register_system (id),
    code                text not null,
    version             integer not null,
    name_ko             text not null,
    name_en             text not null,
    owner               text not null,
    operator            text not null,
    lead_agency         text,
    site                text,
    room                text,
    audience            text,
    zone                text,
    data_class          text,
    major               boolean not null,
    large_scale         boolean not null,
    cloud               text,
    in_service_from     date,
    in_service_until    date,
    system_grade        smallint,
    system_grade_since  timestamptz,
    detail              jsonb not null,
    demonstration       boolean not null,
    changed_at          timestamptz not null,
    changed_by          text not null,
    search              text not null,
    since               timestamptz not null,
    until               timestamptz,
    period              tstzrange not null generated always as (tstzrange(since, until)) stored,
    primary key (id, version),
    exclude using gist (id with =, period with &&)
);

create function register_keep_version() returns trigger language plpgsql as $$
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
        demonstration, changed_at, changed_by, search, since)
    values (
        new.id, new.code, new.version, new.name_ko, new.name_en, new.owner, new.operator, new.lead_agency, new.site,
        new.room, new.audience, new.zone, new.data_class, new.major, new.large_scale, new.cloud, new.in_service_from,
        new.in_service_until, new.system_grade, new.system_grade_since, new.detail, new.demonstration, new.changed_at,
        new.changed_by, new.search, coalesce(begun, new.changed_at));
    return null;
end
$$;
create trigger register_system_created after insert on register_system
    for each row execute function register_keep_version();
create trigger register_system_changed after update on register_system
    for each row when (new.version <> old.version) execute function register_keep_version();

create table register_external_id (
    system uuid not null references register_system (id),
    scheme text not null check (scheme <> ''),
    id     text not null check (id <> ''),
    primary key (scheme, id)
);
create index register_external_id_system on register_external_id (system);

create table register_dependency (
    system    uuid not null references register_system (id),
    on_system uuid not null references register_system (id),
    type      text not null check (type in ('AUTHENTICATION', 'DATA', 'NETWORK', 'FACILITY', 'CHANNEL')),
    period    tstzrange not null,
    check (system <> on_system),
    check (not isempty(period)),
    exclude using gist (system with =, on_system with =, type with =, period with &&)
);
create index register_dependency_present on register_dependency (on_system, system) where upper_inf(period);
create index register_dependency_of on register_dependency (system) where upper_inf(period);

-- The keys under which people reach a system, for the given systems or, with null, for all: its owner, operator,
-- lead agency and the host of its site with everything above them, and "@" with the owner's central authority.
-- One statement; a row whose keys stay the same is not written.
create function register_refresh_scope(systems uuid[]) returns void language sql as $$
    with part as (
        select r.id, p.code
          from register_system r
          left join register_site t on t.code = r.site
         cross join lateral (values (r.owner), (r.operator), (r.lead_agency), (t.host)) as p (code)
         where (systems is null or r.id = any (systems)) and p.code is not null
    ), key as (
        select part.id, a.ancestor as key from part join identity_ancestry a on a.code = part.code
        union
        select r.id, '@' || i.central_authority
          from register_system r join identity_institution i on i.code = r.owner
         where (systems is null or r.id = any (systems)) and i.central_authority is not null
    ), derived as (
        select id, array_agg(key order by key) as scope from key group by id
    )
    update register_system s set scope = d.scope from derived d where d.id = s.id and s.scope is distinct from d.scope
$$;

-- Scope guards what people see, so it follows the tree within the same transaction and not some seconds later.
create function register_refresh_every_scope() returns trigger language plpgsql as $$
begin
    perform register_refresh_scope(null);
    return null;
end
$$;
create trigger register_tree_changed after update of parent, central_authority on identity_institution
    for each statement execute function register_refresh_every_scope();
create trigger register_host_changed after update of host on register_site
    for each statement execute function register_refresh_every_scope();

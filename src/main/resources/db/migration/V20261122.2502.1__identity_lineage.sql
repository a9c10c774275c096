-- What becomes of institutions: provinces become special self-governing ones, counties join a metropolitan city, agencies
-- move below another ministry. An institution keeps its code; its states are kept by the day from which they hold, so that
-- the tree answers as of any day. What is merged stays, below what took it in: so whoever acts for the successor reaches
-- all that was the former's in the same instant, and rooms that keep its code follow in their own time.
alter table identity_institution
    add column changed_on date,
    add column successor text references identity_institution (code),
    add check (successor <> code);
update identity_institution set changed_on = valid_from;
create index identity_institution_successor on identity_institution (successor) where successor is not null;

-- One row per state, from the first day on which it holds (null: ever since) until the day on which it holds no more.
create table identity_institution_version (
    code              text not null references identity_institution (code),
    version           integer not null,
    name_ko           text not null,
    name_en           text not null,
    kind              text not null,
    parent            text,
    central_authority text,
    standard_code     text,
    region            text,
    valid_from        date,
    valid_until       date,
    successor         text,
    since             date,
    until             date,
    period            daterange not null generated always as (daterange(since, until)) stored,
    primary key (code, version),
    exclude using gist (code with =, period with &&)
);

create function identity_keep_institution() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        -- A day has one state: a second change takes the place of the first one of the same day.
        delete from identity_institution_version
         where code = new.code and until is null and since is not distinct from new.changed_on;
        update identity_institution_version set until = new.changed_on where code = new.code and until is null;
    end if;
    insert into identity_institution_version (
        code, version, name_ko, name_en, kind, parent, central_authority, standard_code, region, valid_from, valid_until,
        successor, since)
    values (
        new.code, new.version, new.name_ko, new.name_en, new.kind, new.parent, new.central_authority, new.standard_code,
        new.region, new.valid_from, new.valid_until, new.successor, new.changed_on);
    return null;
end
$$;
insert into identity_institution_version (
    code, version, name_ko, name_en, kind, parent, central_authority, standard_code, region, valid_from, valid_until, since)
select code, version, name_ko, name_en, kind, parent, central_authority, standard_code, region, valid_from, valid_until,
       valid_from
  from identity_institution;
create trigger identity_institution_created after insert on identity_institution
    for each row execute function identity_keep_institution();
create trigger identity_institution_changed after update on identity_institution
    for each row when (new.version <> old.version) execute function identity_keep_institution();

-- The tree has no circle, whoever writes it: changes of it follow one another, so that two that are harmless each by
-- itself cannot close one together.
create function identity_tree_has_no_circle() returns trigger language plpgsql as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('identity.tree', 0));
    if exists (
        with recursive up (code, parent) as (
            select code, parent from identity_institution where code = new.parent
            union
            select i.code, i.parent from identity_institution i join up on i.code = up.parent)
        select from up where code = new.code) then
        raise check_violation using
            message = new.code || ' would stand above and below ' || new.parent,
            constraint = 'identity_tree_has_no_circle';
    end if;
    return new;
end
$$;
create trigger identity_tree_has_no_circle before insert or update of parent on identity_institution
    for each row when (new.parent is not null) execute function identity_tree_has_no_circle();

-- What was decided about institutions and from which day it holds. One of a coming day takes effect by itself.
create table identity_change (
    id                uuid primary key,
    kind              text not null check (kind in ('RENAMING', 'MOVE', 'MERGER')),
    institution       text not null references identity_institution (code),
    effective_on      date not null,
    name_ko           text,
    name_en           text,
    becomes           text check (becomes in ('MINISTRY', 'AGENCY', 'LOCAL_GOVERNMENT', 'PUBLIC_BODY', 'CONSTITUTIONAL')),
    standard_code     text,
    region            text,
    parent            text references identity_institution (code),
    central_authority text references identity_institution (code),
    reason            text not null check (reason <> ''),
    decided_by        text,
    document          text,
    recorded_at       timestamptz not null,
    recorded_by       text not null,
    effected_at       timestamptz,
    withdrawn_at      timestamptz,
    withdrawn_by      text,
    failed_at         timestamptz,
    failure           text,
    check ((name_ko is null) = (name_en is null)),
    check (kind <> 'RENAMING' or name_ko is not null),
    check (effected_at is null or withdrawn_at is null),
    check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index identity_change_of on identity_change (institution, effective_on);
create index identity_change_due on identity_change (effective_on) where effected_at is null and withdrawn_at is null;

create table identity_change_former (
    change      uuid not null references identity_change (id),
    institution text not null references identity_institution (code),
    primary key (change, institution)
);
create index identity_change_former_of on identity_change_former (institution);

-- Scope keys with all that stands above them now. Rooms that keep keys beside a thing let them grow with the tree; what was
-- in somebody's reach when it was recorded stays there.
create function identity_closed(keys text[]) returns text[] language sql stable as $$
    with recursive up (code) as (
        select unnest(keys)
        union
        select i.parent from up join identity_institution i on i.code = up.code where i.parent is not null)
    select array_agg(code order by code) from up
$$;
create function identity_extend_scope() returns trigger language plpgsql as $$
begin
    execute format('update %I set scope = identity_closed(scope) where scope @> array[$1]', tg_argv[0]) using new.code;
    return null;
end
$$;

-- What was merged, and the living institution that took its place, over as many mergers as there were.
create view identity_succeeded as
with recursive walk (former, latter) as (
    select code, successor from identity_institution where successor is not null
    union
    select w.former, i.successor from walk w join identity_institution i on i.code = w.latter where i.successor is not null)
select w.former, w.latter from walk w join identity_institution i on i.code = w.latter where i.successor is null;

-- 장애관리계획 (전자정부법 제56조의2, 시행령 제70조의2): the guideline that a central authority issues every three years, the
-- plan that each institution addressed owes it within three months, and what was asked for and handed in since. Of a plan
-- every edition that was handed in stays as it was; the one being written is the institution's own until then.
create sequence remedy_guideline_seq;
create sequence remedy_plan_seq;

create table remedy_guideline (
    id              uuid primary key,
    seq             bigint not null unique,
    number          text not null unique check (number ~ '^FMG-[0-9]{4}-[0-9]{4,}$'),
    authority       text not null references identity_institution (code),
    title           text not null check (title <> ''),
    text            text not null check (text <> ''),
    document        text check (document <> ''),
    issued_on       date not null,
    recorded_at     timestamptz not null,
    person          uuid not null references identity_person (id),
    name            text not null,
    plans_due_at    timestamptz not null,
    renewal_due_at  timestamptz not null,
    -- when the authority is told next of plans that are late, and that three years run out
    late_next_at    timestamptz,
    renewal_next_at timestamptz,
    check (plans_due_at < renewal_due_at)
);
create index remedy_guideline_authority on remedy_guideline (authority, seq desc);
create index remedy_guideline_late on remedy_guideline (late_next_at) where late_next_at is not null;
create index remedy_guideline_renewal on remedy_guideline (renewal_next_at) where renewal_next_at is not null;

create table remedy_plan (
    id          uuid primary key,
    seq         bigint not null unique,
    number      text not null unique check (number ~ '^FMP-[0-9]{4}-[0-9]{4,}$'),
    guideline   uuid not null references remedy_guideline (id),
    institution text not null references identity_institution (code),
    state       text not null check (state in ('AWAITED', 'HANDED_IN', 'COMPLETION_REQUESTED', 'ACCEPTED', 'RELEASED')),
    due_at      timestamptz,
    next_at     timestamptz,
    version     integer not null default 1,
    unique (guideline, institution),
    check ((state in ('AWAITED', 'COMPLETION_REQUESTED')) = (due_at is not null)),
    check ((due_at is null) = (next_at is null))
);
create index remedy_plan_institution on remedy_plan (institution, seq desc);
create index remedy_plan_next on remedy_plan (next_at) where next_at is not null;

create table remedy_plan_edition (
    plan         uuid not null references remedy_plan (id),
    number       integer not null check (number > 0),
    goals        text,
    importance   text,
    prevention   text,
    power        text,
    cooling      text,
    response     text,
    other        text,
    saved_at     timestamptz not null,
    saver        text not null,
    handed_in_at timestamptz,
    person       uuid references identity_person (id),
    name         text,
    document     text check (document <> ''),
    late         boolean,
    -- what the register said of the institution's systems and where they stand
    covered      jsonb,
    primary key (plan, number),
    check ((handed_in_at is null) = (person is null)),
    check ((handed_in_at is null) = (name is null)),
    check ((handed_in_at is null) = (late is null)),
    check ((handed_in_at is null) = (covered is null)),
    check (handed_in_at is null or (goals <> '' and importance <> '' and prevention <> '' and power <> ''
        and cooling <> '' and response <> ''))
);
create unique index remedy_plan_edition_draft on remedy_plan_edition (plan) where handed_in_at is null;

-- An edition that was handed in is evidence.
create function remedy_keep_edition() returns trigger language plpgsql as $$
begin
    if old.handed_in_at is not null then
        raise exception 'an edition that was handed in is not changed';
    end if;
    return new;
end $$;
create trigger remedy_plan_edition_kept before update on remedy_plan_edition
    for each row execute function remedy_keep_edition();

create table remedy_plan_act (
    id          uuid primary key,
    plan        uuid not null references remedy_plan (id),
    rule        text not null check (rule <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null,
    text        text check (text <> ''),
    due_on      date,
    edition     integer,
    late        boolean not null
);
create index remedy_plan_act_of on remedy_plan_act (plan, id);

create table remedy_file (
    id           uuid primary key,
    guideline    uuid references remedy_guideline (id),
    plan         uuid references remedy_plan (id),
    edition      integer,
    name         text not null check (name <> '' and length(name) <= 200),
    content_type text not null,
    size         integer not null check (size > 0),
    sha256       text not null,
    content      bytea not null,
    at           timestamptz not null,
    person_name  text not null,
    check ((guideline is null) <> (plan is null)),
    check ((plan is null) = (edition is null))
);
create index remedy_file_guideline on remedy_file (guideline) where guideline is not null;
create index remedy_file_plan on remedy_file (plan) where plan is not null;

revoke delete, truncate on remedy_guideline, remedy_plan, remedy_plan_edition from ${app};
revoke update, delete, truncate on remedy_plan_act, remedy_file from ${app};

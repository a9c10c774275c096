-- 변경관리 and the windows in which it happens. A window has effect only when somebody else than its writer has approved it,
-- and it always ends: its last moment is a column, so that the windows of a moment are found by index whatever their
-- recurrence says. Steps taken are rows that nobody can change.
create sequence change_seq;

create table change_record (
    id           uuid primary key,
    seq          bigint not null unique,
    number       text not null unique check (number ~ '^CHG-[0-9]{4}-[0-9]{4,}$'),
    title        text not null check (title <> ''),
    what         text not null check (what <> ''),
    why          text not null check (why <> ''),
    institution  text not null references identity_institution (code),
    responsible  text not null check (responsible <> ''),
    risk         text not null check (risk in ('LOW', 'MEDIUM', 'HIGH')),
    roll_back    text not null check (roll_back <> ''),
    state        text not null
        check (state in ('REQUESTED', 'APPROVED', 'IN_PROGRESS', 'DONE', 'ROLLED_BACK', 'CANCELLED')),
    begun_at     timestamptz,
    ended_at     timestamptz,
    version      integer not null,
    check ((state in ('IN_PROGRESS', 'DONE', 'ROLLED_BACK')) = (begun_at is not null)),
    check ((state in ('DONE', 'ROLLED_BACK', 'CANCELLED')) = (ended_at is not null))
);

create table change_act (
    id          uuid primary key,
    change      uuid not null references change_record (id),
    number      integer not null check (number > 0),
    rule        text not null check (rule <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null,
    text        text check (text <> ''),
    unique (change, number)
);

-- systems and codes name entries of the register, which are never deleted; arrays, because they are always read whole
-- and searched by "any of these".
create table change_window (
    id              uuid primary key,
    change          uuid unique references change_record (id),
    title           text not null check (title <> ''),
    systems         uuid[] not null check (cardinality(systems) > 0),
    codes           text[] not null check (cardinality(codes) = cardinality(systems)),
    scope           text[] not null,
    from_at         timestamptz not null,
    until_at        timestamptz not null check (until_at > from_at),
    rule            text check (rule <> ''),
    last_at         timestamptz not null check (last_at >= until_at),
    public_title_ko text check (public_title_ko <> ''),
    public_title_en text check (public_title_en <> ''),
    public_text_ko  text check (public_text_ko <> ''),
    public_text_en  text check (public_text_en <> ''),
    written_by      uuid not null references identity_person (id),
    writer          text not null,
    written_at      timestamptz not null,
    approved_by     uuid references identity_person (id),
    approver        text,
    approved_at     timestamptz,
    ended_at        timestamptz,
    ended_by        text,
    end_reason      text check (end_reason <> ''),
    version         integer not null,
    check (change is null or rule is null),
    check (rule is not null or last_at = until_at),
    check (num_nulls(public_title_ko, public_title_en, public_text_ko, public_text_en) in (0, 4)),
    check (num_nulls(approved_by, approver, approved_at) in (0, 3)),
    check (approved_by is distinct from written_by),
    check (num_nulls(ended_at, ended_by) in (0, 2))
);
create index change_window_systems on change_window using gin (systems);
create index change_window_codes on change_window using gin (codes);
create index change_window_scope on change_window using gin (scope);
create index change_window_last on change_window (last_at);

revoke update, delete, truncate on change_act from ${app};

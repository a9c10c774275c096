-- 정책과제: programmes such as a comprehensive plan or a council, their tasks with owners and partners, and one report a month
-- for each task that runs. Each month that is owed is a row with its due time, so that a missing report is a fact and not a
-- gap; a report that is put right stays beside the one before.
create sequence remedy_programme_seq;

create table remedy_programme (
    id              uuid primary key,
    seq             bigint not null unique,
    number          text not null unique check (number ~ '^PRG-[0-9]{4}-[0-9]{4,}$'),
    coordinator     text not null references identity_institution (code),
    title           text not null check (title <> ''),
    announced_on    date not null,
    source          text not null check (source <> ''),
    -- how many were announced, where that is known before all of them are
    announced_tasks integer check (announced_tasks > 0),
    created_at      timestamptz not null,
    name            text not null,
    closed_at       timestamptz,
    closing         text check (closing <> ''),
    version         integer not null default 1,
    check ((closed_at is null) = (closing is null))
);
create index remedy_programme_coordinator on remedy_programme (coordinator);

create table remedy_task (
    id           uuid primary key,
    programme    uuid not null references remedy_programme (id),
    number       integer not null check (number > 0),
    title        text not null check (title <> ''),
    kind         text not null check (kind in ('IMMEDIATE', 'MID_TO_LONG_TERM', 'LEGAL_REVISION')),
    owner        text not null references identity_institution (code),
    partners     text[] not null default '{}',
    due_on       date,
    note         text check (note <> ''),
    source       text check (source <> ''),
    example      boolean not null,
    state        text not null check (state in ('RUNNING', 'DONE', 'STOPPED')),
    opened_until date not null check (extract(day from opened_until) = 1),
    version      integer not null default 1,
    unique (programme, number)
);
create index remedy_task_owner on remedy_task (owner);
create index remedy_task_partners on remedy_task using gin (partners);
create index remedy_task_opening on remedy_task (opened_until) where state = 'RUNNING';

create table remedy_task_month (
    task     uuid not null references remedy_task (id),
    month    date not null check (extract(day from month) = 1),
    due_at   timestamptz not null,
    next_at  timestamptz,
    reported boolean not null default false,
    -- no more once the task is done or stopped, or its programme has ended
    owed     boolean not null default true,
    primary key (task, month)
);
create index remedy_task_month_next on remedy_task_month (next_at) where next_at is not null;

create table remedy_task_report (
    id          uuid primary key,
    task        uuid not null,
    month       date not null,
    revision    integer not null check (revision > 0),
    percent     integer not null check (percent between 0 and 100),
    state       text not null check (state in ('ON_TRACK', 'LATE', 'DONE', 'STOPPED')),
    done        text not null check (done <> ''),
    coming      text check (coming <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null,
    late        boolean not null,
    unique (task, month, revision),
    foreign key (task, month) references remedy_task_month (task, month),
    check (state <> 'DONE' or percent = 100)
);

revoke delete, truncate on remedy_programme, remedy_task, remedy_task_month from ${app};
revoke update, delete, truncate on remedy_task_report from ${app};

-- 기술지원 요청: who asked the support team, or was offered its help, for which system in which failure, and every step until
-- they are back, with the time when it happened and the time when it was recorded. Steps are never changed. One request is
-- open for a system in an incident.
create sequence support_seq;

create table support_request (
    id           uuid primary key,
    seq          bigint not null unique,
    number       text not null unique check (number ~ '^SUP-[0-9]{4}-[0-9]{4,}$'),
    state        text not null check (state in ('REQUESTED', 'ACCEPTED', 'ASSIGNED', 'ON_THE_WAY', 'ON_SITE', 'HANDED_OVER',
                                                'RETURNED', 'DECLINED', 'WITHDRAWN')),
    origin       text not null check (origin in ('INSTITUTION', 'TEAM')),
    system       uuid not null references register_system (id),
    code         text not null,
    incident     text not null references incident (number),
    institution  text not null references identity_institution (code),
    mode         text not null check (mode in ('REMOTE', 'ON_SITE')),
    fields       text[] not null check (cardinality(fields) > 0),
    reason       text not null check (reason in ('HARD', 'COMPOUND', 'REPEATED', 'OTHER')),
    what         text not null check (what <> ''),
    contact      text not null check (contact <> ''),
    -- As it was when they were asked: the grades change, and somebody will want to know why they came.
    system_grade  integer check (system_grade between 1 and 4),
    failure_grade integer check (failure_grade between 1 and 4),
    exercise     boolean not null,
    asked_at     timestamptz not null,
    asked_by     uuid not null references identity_person (id),
    answered_by  uuid references identity_person (id),
    ended_at     timestamptz,
    version      integer not null,
    check ((state in ('RETURNED', 'DECLINED', 'WITHDRAWN')) = (ended_at is not null))
);
create unique index support_request_open on support_request (incident, system) where ended_at is null;
create index support_request_incident on support_request (incident);
create index support_request_system on support_request (system);
create index support_request_under_way on support_request (seq desc) where ended_at is null;

create table support_step (
    id          uuid primary key,
    request     uuid not null references support_request (id),
    number      integer not null check (number > 0),
    rule        text not null check (rule <> ''),
    at          timestamptz not null,
    recorded_at timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null,
    text        text check (text <> ''),
    unique (request, number),
    check (at <= recorded_at)
);
revoke update, delete, truncate on support_step from ${app};

-- Who is sent, from when until when.
create table support_person (
    id          uuid primary key,
    request     uuid not null references support_request (id),
    person      uuid not null references identity_person (id),
    username    text not null,
    name        text not null,
    institution text not null,
    since       timestamptz not null,
    until       timestamptz check (until >= since)
);
create unique index support_person_once on support_person (request, person) where until is null;
create index support_person_sent on support_person (person) where until is null;
revoke delete, truncate on support_person from ${app};

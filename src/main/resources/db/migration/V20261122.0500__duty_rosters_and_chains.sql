-- Who holds a function in an institution and when. Several may hold one at a time: all are called, by rank.
create table duty_post (
    id          uuid primary key,
    institution text        not null references identity_institution (code),
    function    text        not null check (function in ('DUTY', 'SYSTEM_MANAGER', 'DIVISION_HEAD', 'SITUATION_ROOM',
                            'LINKED_OWNERS', 'CIO', 'VICE_MINISTER', 'MINISTER', 'DISASTER_ROOM', 'SUPPORT_TEAM')),
    person      uuid        not null references identity_person (id),
    rank        integer     not null check (rank between 1 and 99),
    from_at     timestamptz not null,
    until_at    timestamptz,
    version     integer     not null default 0,
    check (until_at > from_at)
);

create index duty_post_holders on duty_post (institution, function, from_at);

-- A call-out. Its steps are frozen when it starts; a sweep claims the row when the next one is due. One is open per
-- subject, and an answer changes the state that the claim asks for, so that nobody is called after it.
create table duty_chain (
    id             uuid primary key,
    subject_kind   text        not null,
    subject_id     text        not null,
    scope          text[]      not null,
    policy         text        not null,
    policy_version text        not null,
    failure_grade  smallint    not null check (failure_grade between 1 and 4),
    title_ko       text        not null,
    title_en       text        not null,
    body_ko        text        not null,
    body_en        text        not null,
    exercise       boolean     not null,
    state          text        not null check (state in ('RUNNING', 'ACKNOWLEDGED', 'EXHAUSTED', 'SUPERSEDED', 'ENDED')),
    started_at     timestamptz not null,
    next_at        timestamptz,
    ended_at       timestamptz,
    ended_why      text,
    answered_by    uuid references identity_person (id),
    answered_name  text,
    answered_how   text check (answered_how in ('PAGE', 'PHONE', 'SMS')),
    check ((state = 'RUNNING') = (next_at is not null)),
    check ((state in ('RUNNING', 'EXHAUSTED')) = (ended_at is null)),
    check ((state = 'ACKNOWLEDGED') = (answered_name is not null and answered_how is not null))
);

create unique index duty_chain_one_open on duty_chain (subject_kind, subject_id) where state in ('RUNNING', 'EXHAUSTED');
create index duty_chain_due on duty_chain (next_at, id) where state = 'RUNNING';
create index duty_chain_subject on duty_chain (subject_kind, subject_id, started_at);

create table duty_step (
    chain    uuid        not null references duty_chain (id),
    ordinal  integer     not null,
    level    integer     not null check (level > 0),
    due_at   timestamptz not null,
    callees  jsonb       not null,
    state    text        not null check (state in ('WAITING', 'TOLD', 'UNREACHED', 'DROPPED')),
    done_at  timestamptz,
    told     jsonb       not null default '[]',
    primary key (chain, ordinal),
    check ((state in ('TOLD', 'UNREACHED')) = (done_at is not null))
);

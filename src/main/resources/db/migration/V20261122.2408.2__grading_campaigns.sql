-- The full review that a central authority opens for its institutions (전수 검토): which systems are to be answered for,
-- until when, and one clock per institution, claimed with the reminder that is sent about it. Where an answer stands is
-- read from the assessments themselves. An exception (예외) ends by itself and then the system is to be answered for again.
create sequence grading_campaign_seq;

create table grading_campaign (
    id        uuid primary key,
    number    text not null unique check (number ~ '^REV-[0-9]{4}-[0-9]{4,}$'),
    authority text not null references identity_institution (code),
    title     text not null check (title <> ''),
    rule_set  text not null check (rule_set <> ''),
    opened_at timestamptz not null,
    opened_by uuid not null references identity_person (id),
    opener    text not null,
    due_at    timestamptz not null,
    closed_at timestamptz,
    closer    text,
    check (due_at > opened_at),
    check ((closed_at is null) = (closer is null))
);
create index grading_campaign_authority on grading_campaign (authority, id desc);

create table grading_campaign_system (
    campaign uuid not null references grading_campaign (id),
    system   uuid not null references register_system (id),
    primary key (campaign, system)
);
create index grading_campaign_system_of on grading_campaign_system (system);

create table grading_campaign_clock (
    campaign    uuid not null references grading_campaign (id),
    institution text not null references identity_institution (code),
    due_at      timestamptz not null,
    next_at     timestamptz,
    reminded    integer not null default 0,
    primary key (campaign, institution)
);
create index grading_campaign_clock_next on grading_campaign_clock (next_at) where next_at is not null;

create table grading_exception (
    id               uuid primary key,
    campaign         uuid not null,
    system           uuid not null,
    reason           text not null check (reason <> ''),
    decider_name     text not null check (decider_name <> ''),
    decider_position text not null check (decider_position <> ''),
    document_number  text check (document_number <> ''),
    granted_at       timestamptz not null,
    person           uuid not null references identity_person (id),
    grantor          text not null,
    until_at         timestamptz not null,
    next_at          timestamptz,
    warned_at        timestamptz,
    ended_at         timestamptz,
    ending           text check (ending in ('EXPIRED', 'REVOKED')),
    foreign key (campaign, system) references grading_campaign_system (campaign, system),
    check (until_at > granted_at),
    check ((ended_at is null) = (ending is null)),
    check ((ended_at is null) = (next_at is not null))
);
create unique index grading_exception_open on grading_exception (campaign, system) where ended_at is null;
create index grading_exception_next on grading_exception (next_at) where next_at is not null;

revoke delete, truncate on grading_campaign, grading_campaign_system, grading_exception from ${app};

-- Service continuity. A plan is kept in versions that never change. What is taken by hand while a system is down stands
-- in a numbered ledger per service and office, as on paper: a number once issued is received, void or still unused, and
-- no number is ever missing. The database holds what must not go wrong: one open activation per system and incident, no
-- number twice, nothing processed without a day it takes effect, and never the same person to process and to check.
create table continuity_plan (
    system      uuid        not null references register_system (id),
    version     integer     not null check (version > 0),
    kept_by     text        not null check (kept_by <> ''),
    review_on   date        not null,
    valid_from  date        not null,
    valid_until date,
    guidance_ko text        not null check (guidance_ko <> ''),
    guidance_en text        not null check (guidance_en <> ''),
    services    jsonb       not null check (jsonb_typeof(services) = 'array'),
    offices     text[]      not null,
    made_at     timestamptz not null,
    made_by     text        not null,
    primary key (system, version),
    check (valid_until >= valid_from)
);

create table continuity_activation (
    id              uuid        primary key,
    system          uuid        not null references register_system (id),
    incident        text        not null references incident (number),
    exercise        boolean     not null,
    plan_version    integer,
    rule_set        text        not null,
    rule_version    text        not null,
    opened_at       timestamptz not null,
    opened_by       text        not null,
    closed_at       timestamptz,
    closed_by       text,
    sign_off_reason text        check (sign_off_reason <> ''),
    -- What the deadlines of its receipts were computed from last; when it differs they are computed again.
    relief_basis    text        not null default '',
    foreign key (system, plan_version) references continuity_plan (system, version),
    check ((closed_at is null) = (closed_by is null)),
    check (sign_off_reason is null or closed_at is not null)
);
create unique index continuity_activation_open on continuity_activation (system, incident) where closed_at is null;
create index continuity_activation_incident on continuity_activation (incident);

-- What agencies decided about deadlines; of several for one service the latest counts.
create table continuity_extension (
    id              uuid        primary key,
    activation      uuid        not null references continuity_activation (id),
    services        text[]      not null,
    rule            text        not null,
    until           text,
    amount          integer     check (amount > 0),
    unit            text        check (unit in ('HOURS', 'DAYS', 'WORKING_DAYS')),
    within_hours    integer     not null check (within_hours >= 0),
    decided_by      text        not null,
    position        text        not null,
    document_number text        not null,
    recorded_at     timestamptz not null,
    recorded_by     text        not null,
    check ((until is null) = (amount is not null)),
    check ((amount is null) = (unit is null))
);
create index continuity_extension_activation on continuity_extension (activation, id);

create table continuity_ledger (
    id      uuid    primary key,
    prefix  text    not null unique check (prefix <> ''),
    system  uuid    not null references register_system (id),
    service text    not null,
    office  text    not null,
    last_no integer not null check (last_no >= 0)
);

-- Every issue of numbers, one or many at once: what the ledger is reconciled with.
create table continuity_issue (
    ledger     uuid        not null references continuity_ledger (id),
    first_no   integer     not null check (first_no > 0),
    last_no    integer     not null,
    activation uuid        not null references continuity_activation (id),
    issued_at  timestamptz not null,
    issued_by  text        not null,
    primary key (ledger, first_no),
    check (last_no >= first_no)
);
create index continuity_issue_activation on continuity_issue (activation);

create table continuity_receipt (
    number            text        primary key,
    ledger            uuid        not null references continuity_ledger (id),
    no                integer     not null check (no > 0),
    activation        uuid        not null references continuity_activation (id),
    service           text        not null,
    office            text        not null,
    state             text        not null check (state in ('UNUSED', 'RECEIVED', 'PROCESSED', 'REJECTED', 'VOID')),
    received_at       timestamptz,
    recorded_at       timestamptz,
    recorded_by       text,
    -- Encrypted by the service: the database cannot tell what stands in it.
    content           bytea,
    original_deadline text,
    period_from       date,
    sent_at           timestamptz,
    rule              text,
    rule_used         text,
    outcome           text        check (outcome in ('NOT_AFFECTED', 'AWAITING_RECOVERY', 'MOVED', 'NOT_COUNTED')),
    deadline          text,
    deadline_at       timestamptz,
    excused_until     timestamptz,
    processed_at      timestamptz,
    effective_on      date,
    rejection         text        check (rejection <> ''),
    processed_by      uuid,
    processor         text,
    checked_at        timestamptz,
    checked_by        uuid,
    checker           text,
    returned          text        check (returned <> ''),
    void_reason       text        check (void_reason <> ''),
    voided_by         text,
    unique (ledger, no),
    check (state in ('UNUSED', 'VOID') or received_at is not null and recorded_by is not null),
    check (state <> 'UNUSED' or received_at is null),
    check ((state = 'PROCESSED') = (effective_on is not null)),
    check ((state = 'REJECTED') = (rejection is not null)),
    check ((state in ('PROCESSED', 'REJECTED')) = (processed_by is not null and processed_at is not null)),
    check ((state = 'VOID') = (void_reason is not null)),
    check (checked_at is null or state in ('PROCESSED', 'REJECTED')),
    check ((checked_at is null) = (checked_by is null)),
    constraint continuity_receipt_second_person check (checked_by <> processed_by),
    check ((original_deadline is null) = (deadline is null)),
    check ((original_deadline is null) = (outcome is null))
);
create index continuity_receipt_ledger on continuity_receipt (activation, number);
create index continuity_receipt_to_process on continuity_receipt (activation, number) where state = 'RECEIVED';
create index continuity_receipt_to_check on continuity_receipt (activation, number)
    where state in ('PROCESSED', 'REJECTED') and checked_at is null;

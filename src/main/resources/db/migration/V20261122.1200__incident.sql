-- Incidents. The four times stand in four columns. Facts are kept apart from results: every computed failure grade is a
-- row with the facts and the rule version it came from. What happened (acknowledged, recovered, closed, reopened) is a
-- row with who, when and why; the columns on the incident only save the lists a join.
create sequence incident_seq;

create table incident (
    id                       uuid primary key,
    seq                      bigint not null unique,
    number                   text not null unique check (number ~ '^INC-[0-9]{4}-[0-9]{6,}$'),
    kind                     text not null check (kind in ('FAILURE', 'FEARED')),
    state                    text not null check (state in ('OPEN', 'RECOVERED', 'CLOSED', 'CANCELLED')),
    title                    text not null check (title <> ''),
    occurred_at              timestamptz,
    detected_at              timestamptz,
    recognised_at            timestamptz,
    recorded_at              timestamptz not null,
    source                   text check (source in ('MONITORING', 'USER_REPORT', 'CALL_CENTRE', 'OTHER_AGENCY', 'PRESS', 'SECURITY', 'INSPECTION')),
    regions                  text[] not null,
    affected_institutions    text[] not null,
    life_safety              boolean not null,
    security                 text not null check (security in ('NONE', 'SUSPECTED', 'CONFIRMED')),
    deadline_today           boolean,
    deadline_within_24_hours boolean,
    cause                    text,
    damage                   text,
    actions                  text,
    department               text,
    contact                  text,
    expected_recovery_at     timestamptz,
    visibility               text not null check (visibility in ('NORMAL', 'NEED_TO_KNOW')),
    exercise                 boolean not null,
    major                    boolean not null,
    scope                    text[] not null,
    reported_by              uuid not null,
    failure_grade            integer check (failure_grade between 1 and 4),
    grade_provisional        boolean not null,
    computed_grade           integer check (computed_grade between 1 and 4),
    computed_when_decided    integer check (computed_when_decided between 1 and 4),
    regrade_at               timestamptz,
    acknowledged_at          timestamptz,
    recovered_at             timestamptz,
    closed_at                timestamptz,
    reopened_at              timestamptz,
    version                  integer not null,
    check (detected_at >= occurred_at or kind = 'FEARED'),
    check ((state in ('RECOVERED', 'CLOSED')) = (recovered_at is not null)),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check (state = 'OPEN' or regrade_at is null)
);
create index incident_scope on incident using gin (scope);
create index incident_open on incident (failure_grade, seq desc) where state in ('OPEN', 'RECOVERED');
create index incident_state on incident (state, seq desc);
create index incident_regrade on incident (regrade_at) where regrade_at is not null;
create index incident_title on incident using gin (lower(title) gin_trgm_ops);

create table incident_system (
    id              uuid primary key,
    incident        uuid not null references incident (id),
    system          uuid not null references register_system (id),
    code            text not null,
    by_place        boolean not null,
    service         text not null check (service in ('STOPPED', 'DEGRADED', 'NORMAL', 'UNKNOWN')),
    stopped_since   timestamptz,
    degraded_since  timestamptz,
    lost_share      double precision check (lost_share between 0 and 1),
    people_count    bigint check (people_count >= 0),
    people_basis    text check (people_basis in ('ESTIMATED', 'MEASURED')),
    data            text not null check (data in ('NONE', 'SUSPECTED', 'CONFIRMED', 'UNRECOVERABLE', 'UNKNOWN')),
    redundancy_lost boolean not null,
    substitute      text not null check (substitute in ('AVAILABLE', 'PARTIAL', 'NONE', 'UNKNOWN')),
    services        text[] not null,
    recovery_level  text check (recovery_level in ('PARTIAL', 'FULL')),
    recovered_at    timestamptz,
    verified_by     text,
    workaround      text,
    unique (incident, system),
    check ((recovery_level is null) = (recovered_at is null)),
    check ((people_count is null) = (people_basis is null))
);
create index incident_system_system on incident_system (system);

create table incident_location (
    incident uuid not null references incident (id),
    site     text not null references register_site (code),
    room     text,
    state    text not null check (state in ('OUT', 'NORMAL'))
);
create unique index incident_location_place on incident_location (incident, site, coalesce(room, ''));

-- Every grade there ever was, computed or decided, with what it was based on. Insert-only.
create table incident_grade (
    id          uuid primary key,
    incident    uuid not null references incident (id),
    at          timestamptz not null,
    origin      text not null check (origin in ('COMPUTED', 'PROPOSED', 'DECLARED', 'CONFIRMED', 'CHANGED')),
    grade       integer check (grade between 1 and 4),
    rule_set    text,
    version     text,
    sha256      text,
    facts       jsonb,
    reasons     jsonb,
    next_grade  jsonb,
    failure_ko  text,
    failure_en  text,
    reason      text,
    decided_by  text,
    check (grade is not null or failure_ko is not null),
    check (origin not in ('DECLARED', 'CHANGED') or reason is not null)
);
create index incident_grade_incident on incident_grade (incident, id);

create table incident_timeline (
    id          uuid primary key,
    incident    uuid not null references incident (id),
    at          timestamptz not null,
    recorded_at timestamptz not null,
    kind        text not null,
    text        text,
    data        jsonb not null,
    actor       text not null,
    check (kind <> 'NOTE' or text is not null)
);
create index incident_timeline_incident on incident_timeline (incident, at, id);

-- Deadlines towards the outside. Open ones are unique by kind, so that a grade that is raised twice at once cannot start
-- one twice.
create table incident_clock (
    id              uuid primary key,
    incident        uuid not null references incident (id),
    kind            text not null,
    name_ko         text not null,
    name_en         text not null,
    failure_grade   integer not null check (failure_grade between 1 and 4),
    rule_set        text not null,
    version         text not null,
    started_at      timestamptz not null,
    due_at          timestamptz not null,
    warn_at         timestamptz not null,
    repeat_minutes  bigint check (repeat_minutes > 0),
    after_recovery  boolean not null,
    state           text not null check (state in ('RUNNING', 'WARNED', 'BREACHED', 'MET', 'CANCELLED')),
    next_at         timestamptz,
    met_at          timestamptz,
    met_by          text,
    note            text,
    check ((state = 'MET') = (met_at is not null)),
    check ((next_at is not null) = (state in ('RUNNING', 'WARNED')))
);
create unique index incident_clock_open on incident_clock (incident, kind) where state in ('RUNNING', 'WARNED', 'BREACHED');
create index incident_clock_incident on incident_clock (incident);
create index incident_clock_next on incident_clock (next_at) where next_at is not null;

create table incident_acknowledgement (
    id            uuid primary key,
    incident      uuid not null references incident (id),
    at            timestamptz not null,
    person        uuid not null,
    name          text not null,
    by            text not null check (by in ('PAGE', 'PHONE', 'SMS')),
    on_behalf_of  text,
    note          text,
    failure_grade integer
);
create index incident_acknowledgement_incident on incident_acknowledgement (incident, at);

-- How long it lasted. Reopening begins a new measurement and keeps the former.
create table incident_period (
    incident     uuid not null references incident (id),
    n            integer not null check (n > 0),
    began_at     timestamptz not null,
    recovered_at timestamptz,
    closed_at    timestamptz,
    close_note   text,
    closed_by    text,
    reopened_at  timestamptz,
    reopened_by  text,
    reopen_reason text,
    primary key (incident, n),
    check (closed_at is null or recovered_at is not null),
    check ((reopened_at is null) = (reopen_reason is null))
);

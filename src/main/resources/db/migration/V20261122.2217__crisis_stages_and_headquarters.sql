-- Crises. What people decided is insert-only: a stage, a consultation, an observation is a row of its own, corrected by a
-- later row that names it and never overwritten. When it held (at) and when it was written down (recorded_at) stand apart.
-- A stage belongs to a lead agency and a headquarters to its own decision (재난안전법 제14조~제17조의3, 제38조): neither hangs on
-- the other. Recommendations are rows with the facts and the rule version they came from; nothing follows from them.
create sequence crisis_seq;

create table crisis (
    id          uuid primary key,
    seq         bigint not null unique,
    number      text not null unique check (number ~ '^CRI-[0-9]{4}-[0-9]{4,}$'),
    title       text not null check (title <> ''),
    exercise    boolean not null,
    opened_at   timestamptz not null,
    opened_by   text not null,
    closed_at   timestamptz,
    closed_by   text,
    close_note  text,
    scope       text[] not null,
    version     integer not null,
    check ((closed_at is null) = (closed_by is null))
);
create index crisis_scope on crisis using gin (scope);
create index crisis_open on crisis (seq) where closed_at is null;

create table crisis_incident (
    id          uuid primary key,
    crisis      uuid not null references crisis (id),
    incident    text not null references incident (number),
    added_at    timestamptz not null,
    added_by    text not null,
    removed_at  timestamptz,
    removed_by  text,
    reason      text,
    check ((removed_at is null) = (removed_by is null)),
    check ((removed_at is null) = (reason is null))
);
create unique index crisis_incident_present on crisis_incident (crisis, incident) where removed_at is null;

-- One row whenever the recommended stage, or the criteria that ask for it, changed.
create table crisis_recommendation (
    id          uuid primary key,
    crisis      uuid not null references crisis (id),
    lead_agency text not null references identity_institution (code),
    n           integer not null check (n > 0),
    at          timestamptz not null,
    standing    text not null check (standing in ('NONE', 'ATTENTION', 'CAUTION', 'ALERT', 'SERIOUS')),
    stage       text check (stage in ('NONE', 'ATTENTION', 'CAUTION', 'ALERT', 'SERIOUS')),
    rule_set    text not null,
    version     text not null,
    sha256      text not null,
    facts       jsonb not null,
    reasons     jsonb not null,
    failure_ko  text,
    failure_en  text,
    unique (crisis, lead_agency, n),
    check ((stage is null) = (failure_ko is not null))
);

create table crisis_stage (
    id               uuid primary key,
    crisis           uuid not null references crisis (id),
    lead_agency      text not null references identity_institution (code),
    stage            text not null check (stage in ('NONE', 'ATTENTION', 'CAUTION', 'ALERT', 'SERIOUS')),
    at               timestamptz not null,
    recorded_at      timestamptz not null,
    recorded_by      text not null,
    reason           text not null check (reason <> ''),
    recommended      text check (recommended in ('NONE', 'ATTENTION', 'CAUTION', 'ALERT', 'SERIOUS')),
    meeting_held_at  timestamptz,
    meeting_chair    text,
    meeting_attendees text[] not null,
    meeting_minutes  text,
    consulted_at     timestamptz,
    consulted_with   text,
    urgent_first     boolean not null,
    decider_name     text not null check (decider_name <> ''),
    decider_position text not null check (decider_position <> ''),
    document_number  text,
    -- The record that this one corrects: that one no longer counts.
    corrects         uuid unique references crisis_stage (id),
    check ((consulted_at is null) = (consulted_with is null)),
    check ((meeting_held_at is null) = (meeting_chair is null))
);
create index crisis_stage_of on crisis_stage (crisis, lead_agency, at, id);

-- The consultation that follows an urgent decision without delay (재난안전법 제38조).
create table crisis_consultation (
    stage       uuid primary key references crisis_stage (id),
    at          timestamptz not null,
    partner     text not null references identity_institution (code),
    recorded_at timestamptz not null,
    recorded_by text not null
);

-- What people see and no incident says, as a whole: the latest of a lead agency counts.
create table crisis_observation (
    id                 uuid primary key,
    crisis             uuid not null references crisis (id),
    lead_agency        text not null references identity_institution (code),
    at                 timestamptz not null,
    recorded_at        timestamptz not null,
    recorded_by        text not null,
    peak_percent       integer check (peak_percent between 0 and 1000),
    counters_out_since timestamptz,
    taken_over         boolean not null,
    note               text
);
create index crisis_observation_of on crisis_observation (crisis, lead_agency, at, id);

create table crisis_headquarters (
    id                   uuid primary key,
    crisis               uuid not null references crisis (id),
    kind                 text not null check (kind in ('RESPONSE_TEAM', 'RESPONSE_HQ', 'CENTRAL_ACCIDENT_HQ',
        'CENTRAL_DISASTER_HQ', 'REGIONAL_HQ', 'SUPPORT_HQ')),
    institution          text not null references identity_institution (code),
    at                   timestamptz not null,
    recorded_at          timestamptz not null,
    recorded_by          text not null,
    document_number      text,
    dissolved_at         timestamptz,
    dissolved_recorded_at timestamptz,
    dissolved_by         text,
    dissolution_reason   text,
    version              integer not null,
    check (dissolved_at >= at),
    check ((dissolved_at is null) = (dissolved_by is null)),
    check ((dissolved_at is null) = (dissolution_reason is null))
);
create unique index crisis_headquarters_open on crisis_headquarters (crisis, kind, institution)
    where dissolved_at is null;

-- Who serves where: the head and the teams (반). Handed over, a post ends and the next begins.
create table crisis_post (
    id           uuid primary key,
    headquarters uuid not null references crisis_headquarters (id),
    team         text,
    duty         text not null check (duty <> ''),
    head         boolean not null,
    name         text not null check (name <> ''),
    position     text,
    contact      text,
    from_at      timestamptz not null,
    until_at     timestamptz,
    follows      uuid unique references crisis_post (id),
    note         text,
    recorded_at  timestamptz not null,
    recorded_by  text not null,
    check (until_at >= from_at),
    check (team is not null or head)
);
create index crisis_post_of on crisis_post (headquarters, from_at);
create unique index crisis_post_head on crisis_post (headquarters) where head and until_at is null;

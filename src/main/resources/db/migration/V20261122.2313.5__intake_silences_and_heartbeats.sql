-- Quiet that ends by itself, and sources whose silence is an alarm. Why an alert is quiet stands beside the alert and stays
-- when the alert is over, so that "why was nobody called" has an answer afterwards.
create table intake_silence (
    id          uuid primary key,
    reason      text not null check (reason <> ''),
    source      text check (source <> ''),
    system      uuid references register_system (id),
    code        text,
    site        text references register_site (code),
    label       text check (label <> ''),
    value       text,
    from_at     timestamptz not null,
    until_at    timestamptz not null check (until_at > from_at),
    institution text not null references identity_institution (code),
    made_by     uuid not null references identity_person (id),
    maker       text not null,
    made_at     timestamptz not null,
    reach       text[] not null,
    reach_all   boolean not null,
    scope       text[] not null,
    ended_at    timestamptz,
    ended_by    text,
    check (num_nonnulls(source, system, site, label) > 0),
    check ((system is null) = (code is null)),
    check ((label is null) = (value is null)),
    check ((ended_at is null) = (ended_by is null))
);
comment on column intake_silence.reach is 'scope keys of its maker: nothing that they do not reach falls silent';
create index intake_silence_until on intake_silence (until_at) where ended_at is null;
create index intake_silence_scope on intake_silence using gin (scope);

create table intake_quiet (
    alert       uuid primary key,
    cause       text not null check (cause in ('SILENCE', 'MAINTENANCE')),
    by_id       uuid not null,
    said        text not null,
    change      text,
    since       timestamptz not null,
    until_at    timestamptz not null,
    check_at    timestamptz not null,
    returned_at timestamptz
);
comment on column intake_quiet.check_at is 'when to look again whether it is still quiet';
create index intake_quiet_by on intake_quiet (by_id);

create table intake_heartbeat (
    id            uuid primary key,
    name          text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,79}$'),
    institution   text not null references identity_institution (code),
    systems       uuid[] not null check (cardinality(systems) > 0),
    codes         text[] not null check (cardinality(codes) = cardinality(systems)),
    scope         text[] not null,
    hash          bytea not null unique,
    seconds       integer not null check (seconds between 10 and 604800),
    grace_seconds integer not null check (grace_seconds between 0 and 86400),
    created_at    timestamptz not null,
    created_by    text not null,
    beats         bigint not null,
    last_at       timestamptz,
    check_at      timestamptz,
    missing_since timestamptz,
    incident      text,
    retired_at    timestamptz,
    retired_by    text,
    check ((last_at is null) = (check_at is null)),
    check (missing_since is null or last_at is not null),
    check ((retired_at is null) = (retired_by is null))
);
comment on column intake_heartbeat.incident is 'the latest incident that its absence raised';
-- Beats that may have failed to come, for the sweep.
create index intake_heartbeat_check on intake_heartbeat (check_at) where missing_since is null and retired_at is null;
create index intake_heartbeat_scope on intake_heartbeat using gin (scope);

-- Teams keep rosters on which people take turns. Who is on duty at any time, also in the past, is computed from these
-- rows: a rotation that changes ends and a new one begins, an exception is withdrawn, nothing is overwritten.
create table duty_team (
    id          uuid primary key,
    institution text        not null references identity_institution (code),
    name        text        not null,
    lead        uuid        not null references identity_person (id),
    created_at  timestamptz not null,
    version     integer     not null default 0
);

create unique index duty_team_name on duty_team (institution, name);

create table duty_team_member (
    team   uuid not null references duty_team (id),
    person uuid not null references identity_person (id),
    primary key (team, person)
);

-- next_hand_over is a due row: at each change of shift somebody looks whether call-outs would reach anybody.
create table duty_roster (
    id             uuid primary key,
    team           uuid        not null references duty_team (id),
    function       text        not null check (function in ('DUTY', 'SYSTEM_MANAGER', 'DIVISION_HEAD', 'SITUATION_ROOM',
                               'LINKED_OWNERS', 'CIO', 'VICE_MINISTER', 'MINISTER', 'DISASTER_ROOM', 'SUPPORT_TEAM')),
    name           text        not null,
    created_at     timestamptz not null,
    ended_at       timestamptz,
    next_hand_over timestamptz
);

create index duty_roster_team on duty_roster (team);
create index duty_roster_hand_over on duty_roster (next_hand_over) where next_hand_over is not null;

create table duty_rotation (
    id        uuid primary key,
    roster    uuid        not null references duty_roster (id),
    layer     integer     not null check (layer between 1 and 9),
    unit      text        not null check (unit in ('HOURS', 'DAYS', 'WEEKS')),
    length    integer     not null check (length between 1 and 366),
    starts_at timestamptz not null,
    until_at  timestamptz,
    check (until_at >= starts_at),
    exclude using gist (roster with =, layer with =, tstzrange(starts_at, until_at) with &&)
);

create table duty_turn (
    rotation uuid    not null references duty_rotation (id),
    ordinal  integer not null,
    person   uuid    not null references identity_person (id),
    primary key (rotation, ordinal)
);

create table duty_swap (
    id          uuid primary key,
    roster      uuid        not null references duty_roster (id),
    asker       uuid        not null references identity_person (id),
    asked       uuid        not null references identity_person (id),
    give_from   timestamptz not null,
    give_until  timestamptz not null,
    take_from   timestamptz,
    take_until  timestamptz,
    note        text,
    state       text        not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    asked_at    timestamptz not null,
    answered_at timestamptz,
    check (asker <> asked),
    check (give_until > give_from),
    check ((take_from is null) = (take_until is null)),
    check ((state = 'ASKED') = (answered_at is null))
);

create unique index duty_swap_once on duty_swap (roster, asker, give_from) where state = 'ASKED';
create index duty_swap_people on duty_swap (asked, asked_at);
create index duty_swap_asker on duty_swap (asker, asked_at);

-- Somebody else is on duty for a while: instead of one person, or instead of whoever has the turn.
create table duty_override (
    id         uuid primary key,
    roster     uuid        not null references duty_roster (id),
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    person     uuid        not null references identity_person (id),
    instead_of uuid references identity_person (id),
    reason     text        not null,
    swap       uuid references duty_swap (id),
    made_at    timestamptz not null,
    ended_at   timestamptz,
    check (until_at > from_at)
);

create index duty_override_roster on duty_override (roster, until_at) where ended_at is null;

create table duty_absence (
    id         uuid primary key,
    person     uuid        not null references identity_person (id),
    from_at    timestamptz not null,
    until_at   timestamptz not null,
    substitute uuid references identity_person (id),
    reason     text        not null,
    made_at    timestamptz not null,
    ended_at   timestamptz,
    check (until_at > from_at),
    check (substitute <> person)
);

create index duty_absence_person on duty_absence (person, until_at) where ended_at is null;

-- A secret address under which a calendar programme reads one person's shifts. Only its hash is kept.
create table duty_feed (
    id         uuid primary key,
    person     uuid        not null references identity_person (id),
    hash       bytea       not null unique,
    created_at timestamptz not null,
    ended_at   timestamptz
);

create unique index duty_feed_one on duty_feed (person) where ended_at is null;

-- A level of a call-out that would not reach anybody, from when it was found until it was mended.
create table duty_unready (
    id             uuid primary key,
    institution    text        not null references identity_institution (code),
    policy         text        not null,
    policy_version text        not null,
    failure_grade  integer     not null check (failure_grade between 1 and 4),
    level          integer     not null check (level > 0),
    functions      text[]      not null,
    kind           text        not null check (kind in ('NOBODY', 'UNVERIFIED')),
    found_at       timestamptz not null,
    mended_at      timestamptz
);

create unique index duty_unready_once on duty_unready (institution, policy, failure_grade, level, kind)
    where mended_at is null;

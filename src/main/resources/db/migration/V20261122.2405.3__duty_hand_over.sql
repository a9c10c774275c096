-- Shift hand-over (인수인계): what is open, promised and due, signed by both. What somebody signed is an edition that nobody
-- can change; a question sends it back, and the next signature makes the next edition. Acts are rows that stay.
create table duty_hand_over (
    id           uuid primary key,
    institution  text        not null references identity_institution (code),
    state        text        not null check (state in ('DRAFT', 'SIGNED', 'ASKED', 'TAKEN', 'WITHDRAWN')),
    giver        uuid        not null references identity_person (id),
    giver_name   text        not null,
    giver_roster uuid        references duty_roster (id),
    giver_post   text        not null,
    giver_from   timestamptz,
    giver_until  timestamptz,
    taker        uuid        not null references identity_person (id),
    taker_name   text        not null,
    taker_roster uuid        references duty_roster (id),
    taker_post   text        not null,
    taker_from   timestamptz,
    taker_until  timestamptz,
    begun_at     timestamptz not null,
    ends_at      timestamptz not null check (ends_at > begun_at),
    remark       text        not null,
    notes        jsonb       not null check (jsonb_typeof(notes) = 'object'),
    edition      integer     not null default 0 check (edition >= 0),
    version      integer     not null default 1,
    check (giver <> taker),
    check (num_nulls(giver_from, giver_until) in (0, 2)),
    check (num_nulls(taker_from, taker_until) in (0, 2)),
    check (edition > 0 or state in ('DRAFT', 'WITHDRAWN'))
);
comment on column duty_hand_over.giver_post is 'team and roster as they were called then';
comment on column duty_hand_over.ends_at is 'end of the coming shift: what is due until then is handed over';
-- One person hands one shift over to another once at a time; to several, each has a sheet of his own.
create unique index duty_hand_over_open
    on duty_hand_over (giver, taker, coalesce(giver_roster, '00000000-0000-0000-0000-000000000000'::uuid))
    where state in ('DRAFT', 'SIGNED', 'ASKED');
create index duty_hand_over_taker on duty_hand_over (taker) where state = 'SIGNED';
create index duty_hand_over_newest on duty_hand_over (begun_at desc, id desc);

-- The text is kept as it was signed: its hash stands in the journal.
create table duty_hand_over_edition (
    hand_over uuid        not null references duty_hand_over (id),
    n         integer     not null check (n > 0),
    at        timestamptz not null,
    contents  text        not null,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    primary key (hand_over, n)
);

create table duty_hand_over_act (
    id        uuid primary key,
    hand_over uuid        not null references duty_hand_over (id),
    rule      text        not null check (rule <> ''),
    edition   integer     not null check (edition >= 0),
    at        timestamptz not null,
    person    uuid        not null references identity_person (id),
    name      text        not null,
    text      text        check (text <> '')
);
create index duty_hand_over_act_of on duty_hand_over_act (hand_over, id);

revoke update, delete, truncate on duty_hand_over_edition from ${app};
revoke update, delete, truncate on duty_hand_over_act from ${app};

create function duty_hand_over_is_over() returns trigger language plpgsql as $$
begin
    raise exception 'a hand-over that is over does not change';
end $$;
create trigger duty_hand_over_over before update or delete on duty_hand_over
    for each row when (old.state in ('TAKEN', 'WITHDRAWN')) execute function duty_hand_over_is_over();

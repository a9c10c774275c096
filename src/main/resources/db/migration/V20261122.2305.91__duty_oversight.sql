-- What a check that trusts no sweep found late: one row per thing and due time, kept when it is settled, so that it can be
-- shown afterwards what was late, since when, and how long it took until somebody or something acted.
create table duty_oversight_finding (
    id           uuid primary key,
    what         text        not null check (what <> ''),
    detail       text        not null,
    subject_kind text        not null check (subject_kind <> ''),
    subject_id   text        not null check (subject_id <> ''),
    due_at       timestamptz not null,
    by_service   boolean     not null,
    found_at     timestamptz not null,
    settled_at   timestamptz,
    check (settled_at >= found_at)
);
-- Found again while it is open, it is the same finding. Settled and late again, it is another one.
create unique index duty_oversight_finding_once
    on duty_oversight_finding (what, detail, subject_kind, subject_id, due_at) where settled_at is null;
create index duty_oversight_finding_open on duty_oversight_finding (due_at, id) where settled_at is null;
create index duty_oversight_finding_settled on duty_oversight_finding (settled_at desc, id) where settled_at is not null;

-- When the last check was completed, by whichever replica.
create table duty_oversight_check (
    one        boolean     primary key default true check (one),
    checked_at timestamptz not null,
    late       integer     not null check (late >= 0)
);

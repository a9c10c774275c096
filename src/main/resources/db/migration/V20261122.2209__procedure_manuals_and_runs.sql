-- Manuals as they were loaded, for ever: a run names the version it began with. Which version is in force is a row of its
-- own; the latest counts. What was done in a run is only ever added to: a correction is an entry that names the former.
create table procedure_manual (
    kind      text        not null check (kind in ('sop', 'continuity', 'inspection', 'crisis')),
    name      text        not null check (name ~ '^[a-z0-9][a-z0-9-]*$'),
    version   text        not null check (version ~ '^[0-9]+(\.[0-9]+)*$'),
    draft     boolean     not null,
    content   text        not null,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at timestamptz not null,
    primary key (kind, name, version)
);

create table procedure_activation (
    id           uuid primary key,
    kind         text        not null,
    name         text        not null,
    version      text        not null,
    activated_at timestamptz not null,
    activated_by uuid        not null,
    reason       text        not null check (reason <> ''),
    foreign key (kind, name, version) references procedure_manual (kind, name, version)
);
create index procedure_activation_order on procedure_activation (kind, name, activated_at);

create table procedure_run (
    id              uuid primary key,
    manual_kind     text        not null,
    manual_name     text        not null,
    manual_version  text        not null,
    subject_kind    text        not null,
    subject_id      text        not null,
    title           text        not null,
    state           text        not null check (state in ('OPEN', 'DONE', 'CANCELLED')),
    automatic       boolean     not null,
    exercise        boolean     not null,
    need_to_know    boolean     not null,
    scope           text[]      not null,
    failure_grade   integer check (failure_grade between 1 and 4),
    started_at      timestamptz not null,
    started_by      uuid        not null,
    started_by_name text        not null,
    holder          uuid,
    holder_name     text,
    ended_at        timestamptz,
    ended_by_name   text,
    end_reason      text,
    revision        integer     not null,
    foreign key (manual_kind, manual_name, manual_version) references procedure_manual (kind, name, version),
    check ((state = 'OPEN') = (ended_at is null)),
    check (state <> 'CANCELLED' or end_reason <> ''),
    check ((holder is null) = (holder_name is null))
);
-- Started twice at once, by the service and by a person, is started once.
create unique index procedure_run_open on procedure_run (subject_kind, subject_id, manual_kind, manual_name) where state = 'OPEN';
create index procedure_run_subject on procedure_run (subject_kind, subject_id);
create index procedure_run_scope on procedure_run using gin (scope) where state = 'OPEN';
create index procedure_run_started on procedure_run (started_at desc, id desc);

-- A step as it became ready; when a loop comes round it becomes ready once more. Its time limit is frozen here.
create table procedure_step (
    id            uuid primary key,
    run           uuid        not null references procedure_run (id),
    step          text        not null,
    round         integer     not null check (round > 0),
    parent        uuid references procedure_step (id),
    failure_grade integer     not null check (failure_grade between 1 and 4),
    ready_at      timestamptz not null,
    due_at        timestamptz,
    until_at      timestamptz,
    told_at       timestamptz,
    next_at       timestamptz,
    ended_at      timestamptz,
    outcome       text,
    check ((ended_at is null) = (outcome is null)),
    check (ended_at is null or next_at is null),
    unique (run, step, round)
);
create unique index procedure_step_open on procedure_step (run, step) where ended_at is null;
create index procedure_step_next on procedure_step (next_at) where next_at is not null;

create table procedure_entry (
    id              uuid primary key,
    run             uuid        not null references procedure_run (id),
    run_step        uuid        not null references procedure_step (id),
    kind            text        not null check (kind in ('RESULT', 'VOTE', 'ISSUE', 'CORRECTION')),
    outcome         text        not null,
    at              timestamptz not null,
    recorded_at     timestamptz not null,
    person          uuid        not null,
    person_name     text        not null,
    for_person      uuid        not null,
    for_name        text        not null,
    decided_by      text,
    decided_as      text,
    document_number text,
    evidence        text,
    reason          text,
    field_values    jsonb       not null,
    corrects        uuid unique references procedure_entry (id),
    check ((kind = 'CORRECTION') = (corrects is not null)),
    check (outcome not in ('SKIPPED', 'NOT_APPLICABLE', 'REJECTED') or reason <> '')
);
create unique index procedure_entry_result on procedure_entry (run_step) where kind = 'RESULT';
create unique index procedure_entry_vote on procedure_entry (run_step, for_person) where kind = 'VOTE';
create index procedure_entry_run on procedure_entry (run, id);

create table procedure_file (
    id           uuid primary key,
    run          uuid        not null references procedure_run (id),
    run_step     uuid        not null references procedure_step (id),
    name         text        not null check (name <> '' and length(name) <= 200),
    content_type text        not null,
    size         integer     not null check (size > 0),
    sha256       text        not null,
    content      bytea       not null,
    at           timestamptz not null,
    person_name  text        not null
);
create index procedure_file_run on procedure_file (run);

create table procedure_delegation (
    id        uuid primary key,
    run_step  uuid        not null references procedure_step (id),
    at        timestamptz not null,
    from_id   uuid        not null,
    from_name text        not null,
    to_id     uuid        not null,
    to_name   text        not null,
    reason    text        not null check (reason <> ''),
    unique (run_step, from_id),
    check (from_id <> to_id)
);

create table procedure_hand_over (
    id        uuid primary key,
    run       uuid        not null references procedure_run (id),
    at        timestamptz not null,
    from_name text,
    to_id     uuid        not null,
    to_name   text        not null,
    by_name   text        not null,
    note      text
);
create index procedure_hand_over_run on procedure_hand_over (run, id);

-- Subjects of open runs that have changed: whoever changes one writes here and waits for no run. Emptied by the sweep.
create table procedure_wake (
    id           bigint generated always as identity primary key,
    subject_kind text not null,
    subject_id   text not null
);

revoke update, delete, truncate on procedure_manual, procedure_activation, procedure_entry, procedure_file,
    procedure_delegation, procedure_hand_over from ${app};
-- A foreign key is checked with the owner's rights; with one database user the line above took them from the owner too.
grant update on procedure_manual, procedure_entry to current_user;

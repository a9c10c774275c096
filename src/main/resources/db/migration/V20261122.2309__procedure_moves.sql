-- A run keeps the version it began with until a person moves it to the one in force: who, when, why, and what that took
-- away and brought. Insert-only, like everything that was done in a run. A step that stands where the work had passed
-- already is made up for, and leads on only to what has not been done.
create table procedure_move (
    id           uuid primary key,
    run          uuid        not null references procedure_run (id),
    at           timestamptz not null,
    from_version text        not null,
    to_version   text        not null,
    by_name      text        not null,
    reason       text        not null check (reason <> ''),
    vanished     text[]      not null,
    added        text[]      not null,
    check (from_version <> to_version)
);
create index procedure_move_run on procedure_move (run, id);

alter table procedure_step add column made_up boolean not null default false;

revoke update, delete, truncate on procedure_move from ${app};

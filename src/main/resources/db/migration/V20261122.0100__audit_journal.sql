-- The journal. It comes first because every room writes into it, and because the rights of the service's role are set
-- here for all tables that follow: rows, never definitions. An entry is written in the transaction of the act it
-- records and is never updated or deleted, so those rights are taken away again for the journal.

grant usage on schema public to ${app};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};
alter default privileges in schema public grant execute on functions to ${app};

-- tx orders entries without a lock: everything older than the oldest running transaction can never be joined by
-- another entry, so it can be sealed. data is json, not jsonb: the hash is over the text as it was written.
create table audit_entry (
    id           bigint generated always as identity primary key,
    tx           xid8        not null default pg_current_xact_id(),
    at           timestamptz not null,
    actor_id     uuid        not null,
    actor        text        not null,
    institution  text        not null,
    action       text        not null check (action ~ '^[a-z][a-z-]*(\.[a-z][a-z0-9-]*)+$'),
    subject_kind text        not null check (subject_kind <> ''),
    subject_id   text        not null check (subject_id <> ''),
    data         json        not null check (json_typeof(data) = 'object'),
    hash         bytea       not null check (length(hash) = 32)
);

create index audit_entry_order on audit_entry (tx, id);
create index audit_entry_subject on audit_entry (subject_id, id);
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_action on audit_entry (action, id);
create index audit_entry_at on audit_entry using brin (at);

-- One link of the chain: it covers the entries after the previous link up to (upto_tx, upto_id), in that order.
create table audit_seal (
    n          bigint      primary key check (n > 0),
    sealed_at  timestamptz not null,
    upto_tx    xid8        not null,
    upto_id    bigint      not null,
    entries    integer     not null check (entries > 0),
    prev       bytea       not null check (length(prev) = 32),
    hash       bytea       not null unique check (length(hash) = 32),
    key_id     text        not null,
    signature  bytea       not null
);

revoke update, delete, truncate on audit_entry, audit_seal from ${app};

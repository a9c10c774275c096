-- Many incidents at once: who did what to which and why, and what was taken back. One row for the act, one for each
-- incident, so that nothing is done that is not counted.
create table incident_bulk (
    id          uuid primary key,
    act         text        not null check (act in ('ACKNOWLEDGE', 'CLOSE')),
    at          timestamptz not null,
    person      uuid        not null,
    name        text        not null,
    reason      text        not null check (reason <> ''),
    undone_at   timestamptz,
    undone_by   text,
    undo_reason text,
    check ((undone_at is null) = (undo_reason is null))
);

create table incident_bulk_item (
    bulk     uuid    not null references incident_bulk (id),
    number   text    not null,
    incident uuid references incident (id),
    acted_at timestamptz,
    refused  text,
    undone   boolean not null default false,
    kept     text,
    primary key (bulk, number),
    check ((incident is null) = (refused is not null)),
    check ((incident is null) = (acted_at is null))
);

-- An answer that was given by mistake: it is kept, and counts no more.
alter table incident_acknowledgement add column revoked_at timestamptz;

create table incident_file (
    id           uuid primary key,
    incident     uuid        not null references incident (id),
    name         text        not null check (name <> '' and length(name) <= 200),
    content_type text        not null,
    size         integer     not null check (size > 0),
    sha256       text        not null,
    content      bytea       not null,
    note         text,
    at           timestamptz not null,
    person_name  text        not null
);
create index incident_file_incident on incident_file (incident);
revoke delete, truncate on incident_file from ${app};

-- What shows that an entry is right: the owner's letter, a contract, a page of a plan. Kept for good beside the system.
create table register_file (
    id           uuid        primary key,
    system       uuid        not null references register_system (id),
    name         text        not null check (name <> '' and length(name) <= 200),
    content_type text        not null,
    size         integer     not null check (size > 0),
    sha256       text        not null,
    content      bytea       not null,
    note         text        check (length(note) <= 2000),
    at           timestamptz not null,
    person_name  text        not null
);
create index register_file_system on register_file (system, at);
revoke update, delete, truncate on register_file from ${app};

-- A list of 17,000 systems is brought in step by step: the file is kept, its columns are told, it is looked at, people say
-- what becomes of rows that look like a system there is, and then it is applied at once. How far that is stands here, so
-- that every replica can tell.
create table register_import (
    id           uuid        primary key,
    username     text        not null,
    file_name    text        not null check (file_name <> '' and length(file_name) <= 200),
    format       text        not null check (format in ('CSV', 'XLSX')),
    -- Until it is applied.
    content      bytea,
    columns      jsonb       not null check (jsonb_typeof(columns) = 'array'),
    state        text        not null
        check (state in ('MAPPING', 'WAITING', 'RUNNING', 'CHECKED', 'APPLIED', 'FAILED', 'BROKEN_OFF')),
    applying     boolean     not null,
    partial      boolean     not null,
    undecided    text        check (undecided in ('NEW', 'SKIP')),
    rows_total   integer     not null,
    rows_read    integer     not null,
    rows_checked integer     not null,
    rows_written integer     not null,
    rows_failed  integer     not null,
    problem      jsonb,
    created_at   timestamptz not null,
    started_at   timestamptz,
    ended_at     timestamptz,
    check ((state = 'FAILED') = (problem is not null)),
    check (state in ('APPLIED', 'BROKEN_OFF', 'FAILED') or content is not null)
);
create index register_import_of on register_import (username, created_at desc);
create index register_import_due on register_import (created_at) where state in ('WAITING', 'RUNNING');
create index register_import_old on register_import (created_at);

-- Whoever carries an import out holds its row here locked. When that replica dies the lock goes with its connection, and
-- whoever finds a running import without a lock knows that it was broken off; no clock is asked.
create table register_import_claim (
    import uuid primary key references register_import (id) on delete cascade
);

-- What became, or would become, of each row.
create table register_import_row (
    import   uuid    not null references register_import (id) on delete cascade,
    row      integer not null,
    code     text    not null,
    name     text    not null,
    outcome  text    not null check (outcome in ('CREATED', 'CHANGED', 'UNCHANGED', 'SKIPPED', 'REFUSED')),
    errors   jsonb   not null,
    alike    jsonb   not null,
    decision text    check (decision in ('NEW', 'SAME', 'SKIP')),
    same_as  text,
    primary key (import, row),
    check ((decision is not distinct from 'SAME') = (same_as is not null))
);
create index register_import_row_alike on register_import_row (import, row) where alike <> '[]';

-- What is awaited of an item of a rebuild: that its answer is reviewed, or that it is completed. One row while it is
-- awaited; next_at is when its people are told next, claimed in the transaction that tells them.
create table grading_rebuild_clock (
    rebuild  uuid        not null references grading_rebuild (id),
    item     text        not null check (item <> ''),
    awaits   text        not null check (awaits in ('REVIEW', 'COMPLETION')),
    due_at   timestamptz not null,
    next_at  timestamptz not null,
    reminded integer     not null default 0 check (reminded >= 0),
    primary key (rebuild, item)
);
create index grading_rebuild_clock_next on grading_rebuild_clock (next_at);

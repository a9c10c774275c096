-- How far the going over of the register is that somebody asked for, so that every replica can tell; and what came of it,
-- for as long as somebody looks at it. No grade hangs on it: a row that is gone is asked for once more.
create table grading_preview (
    id             uuid        primary key,
    username       text        not null,
    kind           text        not null,
    name           text        not null,
    version        text        not null,
    ask            jsonb       not null check (jsonb_typeof(ask) = 'object'),
    state          text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    systems        integer     not null default 0,
    systems_read   integer     not null default 0,
    systems_graded integer     not null default 0,
    result         jsonb,
    created_at     timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    check ((state = 'DONE') = (result is not null)),
    check ((state in ('DONE', 'FAILED')) = (ended_at is not null)),
    check (systems_read between 0 and systems and systems_graded between 0 and systems)
);
-- Who asks twice for the same while it is under way waits for the one.
create unique index grading_preview_once on grading_preview (username, kind, name, version, ask)
    where state in ('WAITING', 'RUNNING');
create index grading_preview_due on grading_preview (created_at) where state in ('WAITING', 'RUNNING');
create index grading_preview_old on grading_preview (created_at);

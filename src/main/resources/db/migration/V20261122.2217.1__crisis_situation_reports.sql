-- Situation reports (재난안전법 제20조: first, interim, final). Numbered within their crisis; what was known when a report was
-- drafted is frozen in it and stays whatever becomes known later. Another person than the drafter approves.
create table crisis_report (
    id             uuid primary key,
    crisis         uuid not null references crisis (id),
    n              integer not null check (n > 0),
    kind           text not null check (kind in ('FIRST', 'INTERIM', 'FINAL')),
    state          text not null check (state in ('DRAFT', 'APPROVED')),
    as_of          timestamptz not null,
    situation      text not null,
    actions        text not null,
    plans          text not null,
    facts          jsonb not null,
    drafted_at     timestamptz not null,
    drafted_by     uuid not null,
    drafter        text not null,
    approved_at    timestamptz,
    approved_by    uuid check (approved_by <> drafted_by),
    approver       text,
    version        integer not null,
    unique (crisis, n),
    check ((state = 'APPROVED') = (approved_at is not null)),
    check ((approved_at is null) = (approved_by is null))
);
create unique index crisis_report_once on crisis_report (crisis, kind) where kind in ('FIRST', 'FINAL');

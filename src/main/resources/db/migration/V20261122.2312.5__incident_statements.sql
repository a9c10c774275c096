-- What is said to the public about an incident, apart from what people write down for one another: drafted by one person,
-- approved by another, in Korean and English and in any other language that is needed. A statement is never changed; a
-- newer one is made, and one that is wrong is withdrawn.
create table incident_statement (
    id               uuid primary key,
    incident         uuid        not null references incident (id),
    title_ko         text        not null check (title_ko <> ''),
    title_en         text        not null check (title_en <> ''),
    body_ko          text        not null check (body_ko <> ''),
    body_en          text        not null check (body_en <> ''),
    others           jsonb       not null,
    drafted_at       timestamptz not null,
    drafted_by       uuid        not null,
    drafter          text        not null,
    approved_at      timestamptz,
    approved_by      uuid,
    approver         text,
    approved_knowing boolean     not null default false,
    withdrawn_at     timestamptz,
    withdrawer       text,
    withdrawal       text,
    check ((approved_at is null) = (approved_by is null)),
    check (approved_by <> drafted_by),
    check ((withdrawn_at is null) = (withdrawal is null))
);
create index incident_statement_incident on incident_statement (incident, drafted_at);
create index incident_statement_told on incident_statement (approved_at) where approved_at is not null and withdrawn_at is null;

-- 장애사후관리 (전자정부법 제56조의5 ④, 시행령 제70조의5 ④): cause and response analysed, recurrence prevented, handed in within
-- one month from the day of recovery. One review per incident, apart from its closure; it follows the last recovery. What
-- was handed in is frozen with the course of events as it stood then, and nobody can change that row.
alter table incident add column review_pending boolean not null default false;
update incident set review_pending = true where state in ('RECOVERED', 'CLOSED');
create index incident_review_pending on incident (seq) where review_pending;

create table incident_review (
    id                   uuid primary key,
    incident             uuid not null unique references incident (id),
    institution          text not null references identity_institution (code),
    reviewer             uuid references identity_person (id),
    state                text not null check (state in ('DRAFT', 'SUBMITTED', 'COMPLETION_REQUESTED', 'ACCEPTED')),
    failure_grade        integer check (failure_grade between 1 and 4),
    statutory            boolean not null,
    recovered_at         timestamptz,
    draft_warn_at        timestamptz,
    draft_due_at         timestamptz,
    warn_at              timestamptz,
    due_at               timestamptz,
    rule_set             text,
    rule_version         text,
    told_until           timestamptz not null,
    next_at              timestamptz,
    cause                text,
    underlying_cause     text,
    cause_status         text check (cause_status in ('PROVEN', 'PRESUMED')),
    detection_analysis   text,
    recovery_analysis    text,
    information_analysis text,
    damage               text,
    prevention           text,
    went_well            text,
    drafted_at           timestamptz,
    created_at           timestamptz not null,
    version              integer not null,
    check ((recovered_at is null) = (due_at is null)),
    check ((due_at is null) = (warn_at is null)),
    check ((draft_due_at is null) = (draft_warn_at is null)),
    check (next_at is null or due_at is not null)
);
create index incident_review_next on incident_review (next_at) where next_at is not null;
create index incident_review_state on incident_review (state, due_at);
create index incident_review_institution on incident_review (institution, state);

create table incident_review_act (
    id          uuid primary key,
    review      uuid not null references incident_review (id),
    number      integer not null check (number > 0),
    rule        text not null check (rule <> ''),
    at          timestamptz not null,
    person      uuid,
    name        text not null,
    institution text not null,
    reason      text check (reason <> ''),
    document    text check (document <> ''),
    late        boolean not null,
    content     jsonb,
    course      jsonb,
    unique (review, number),
    check ((content is null) = (course is null))
);

revoke update, delete, truncate on incident_review_act from ${app};

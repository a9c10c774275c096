-- How a system comes by its grade (전자정부법 제56조의3, 시행령 제70조의3). The assessment is what the owner works on; a
-- submission freezes facts and result as the central authority gets to see them; decisions and the one appeal are
-- rows of their own, so that who, when and why is never a flag and a later step never overwrites an earlier one.
create table grading_assessment (
    id           uuid primary key,
    system       uuid not null references register_system (id),
    state        text not null check (state in ('DRAFT', 'SUBMITTED', 'COMPLETION_REQUESTED', 'NOTIFIED', 'APPEALED')),
    -- Facts as the owner gave them, and the whole evaluation with the facts as they were counted.
    rule_set     text not null check (rule_set <> ''),
    rule_version text not null check (rule_version <> ''),
    rule_sha256  text not null check (rule_sha256 ~ '^[0-9a-f]{64}$'),
    facts        jsonb not null check (jsonb_typeof(facts) = 'object'),
    evidence     jsonb not null check (jsonb_typeof(evidence) = 'object'),
    evaluation   jsonb not null check (jsonb_typeof(evaluation) = 'object'),
    grade        integer not null check (grade between 1 and 4),
    score        numeric(5, 1) not null check (score >= 0),
    decided_grade integer check (decided_grade between 1 and 4),
    notified_at  timestamptz,
    created_at   timestamptz not null,
    created_by   uuid not null references identity_person (id),
    creator      text not null,
    changed_at   timestamptz not null,
    version      integer not null,
    check ((decided_grade is null) = (notified_at is null)),
    check (state not in ('NOTIFIED', 'APPEALED') or decided_grade is not null)
);
-- One open assessment per system: two offices must not answer for one system at once.
create unique index grading_assessment_open on grading_assessment (system) where state <> 'NOTIFIED';
create index grading_assessment_system on grading_assessment (system, id desc);
create index grading_assessment_state on grading_assessment (state, id desc);

create table grading_submission (
    id           uuid primary key,
    assessment   uuid not null references grading_assessment (id),
    number       integer not null check (number > 0),
    rule_set     text not null,
    rule_version text not null,
    rule_sha256  text not null,
    facts        jsonb not null,
    evidence     jsonb not null,
    evaluation   jsonb not null,
    grade        integer not null check (grade between 1 and 4),
    score        numeric(5, 1) not null,
    at           timestamptz not null,
    person       uuid not null references identity_person (id),
    submitter    text not null,
    unique (assessment, number)
);

create table grading_decision (
    id               uuid primary key,
    assessment       uuid not null references grading_assessment (id),
    number           integer not null check (number > 0),
    outcome          text not null check (outcome in ('CONFIRMED', 'CHANGED', 'COMPLETION_REQUESTED')),
    grade            integer check (grade between 1 and 4),
    computed_grade   integer not null check (computed_grade between 1 and 4),
    reason           text check (reason <> ''),
    decider_name     text check (decider_name <> ''),
    decider_position text check (decider_position <> ''),
    document_number  text check (document_number <> ''),
    at               timestamptz not null,
    person           uuid not null references identity_person (id),
    recorder         text not null,
    institution      text not null references identity_institution (code),
    unique (assessment, number),
    check ((outcome = 'COMPLETION_REQUESTED') = (grade is null)),
    check (outcome <> 'CONFIRMED' or grade = computed_grade),
    check (outcome <> 'CHANGED' or (grade <> computed_grade and reason is not null)),
    check (outcome <> 'COMPLETION_REQUESTED' or reason is not null),
    check (outcome = 'COMPLETION_REQUESTED' or decider_name is not null),
    check ((decider_name is null) = (decider_position is null))
);

-- The key is the assessment: the owner appeals once.
create table grading_appeal (
    assessment uuid primary key references grading_assessment (id),
    reason     text not null check (reason <> ''),
    at         timestamptz not null,
    person     uuid not null references identity_person (id),
    appellant  text not null
);

revoke update, delete, truncate on grading_submission, grading_decision, grading_appeal from ${app};

-- The rebuild (전면개편) of a large-scale system: one record while it runs, in phases, by the version of the checklist it
-- began with. Answers, reviews and steps are rows that nobody changes: the last answer of an item counts, and a review is
-- of one answer, so that an answer given anew is open to be reviewed anew.
create sequence grading_rebuild_seq;

create table grading_rebuild (
    id           uuid primary key,
    number       text not null unique check (number ~ '^RBD-[0-9]{4}-[0-9]{4,}$'),
    system       uuid not null references register_system (id),
    title        text not null check (title <> ''),
    budget_won   bigint check (budget_won >= 0),
    rule_set     text not null check (rule_set <> ''),
    rule_version text not null check (rule_version <> ''),
    phase        text not null
        check (phase in ('PLANNED', 'DESIGNED', 'SCOPE_REDEFINED', 'UNDER_CONSTRUCTION', 'OPENED', 'STOPPED')),
    begun_at     timestamptz not null,
    version      integer not null check (version > 0)
);
create unique index grading_rebuild_running on grading_rebuild (system) where phase not in ('OPENED', 'STOPPED');
create index grading_rebuild_of on grading_rebuild (system, number desc);

create table grading_rebuild_step (
    id          uuid primary key,
    rebuild     uuid not null references grading_rebuild (id),
    rule        text not null check (rule <> ''),
    phase       text not null,
    budget_won  bigint,
    note        text check (note <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null
);
create index grading_rebuild_step_of on grading_rebuild_step (rebuild, at, id);

create table grading_rebuild_answer (
    id          uuid primary key,
    rebuild     uuid not null references grading_rebuild (id),
    item        text not null check (item <> ''),
    answer      text not null check (answer in ('DONE', 'NOT_DONE', 'NOT_APPLICABLE', 'UNKNOWN')),
    reason      text not null check (reason <> ''),
    evidence    text check (evidence <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null,
    check (answer <> 'DONE' or evidence is not null)
);
create index grading_rebuild_answer_of on grading_rebuild_answer (rebuild, item, at desc, id desc);

create table grading_rebuild_review (
    id          uuid primary key,
    answer      uuid not null references grading_rebuild_answer (id),
    outcome     text not null check (outcome in ('AGREED', 'COMPLETION_REQUESTED')),
    note        text not null check (note <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    institution text not null
);
create index grading_rebuild_review_of on grading_rebuild_review (answer, at desc, id desc);

revoke update, delete, truncate on grading_rebuild_step, grading_rebuild_answer, grading_rebuild_review from ${app};
revoke delete, truncate on grading_rebuild from ${app};

-- What is said of a system about duties of its grade that no clock can measure. Rows are never changed: the last one counts,
-- and who said so, when and by what evidence stays.
create table grading_duty_statement (
    id        uuid primary key,
    system    uuid not null references register_system (id),
    duty      text not null check (duty <> ''),
    met       boolean,
    done_on   date,
    evidence  text not null check (evidence <> ''),
    at        timestamptz not null,
    person    uuid not null,
    name      text not null,
    check ((met is null) <> (done_on is null))
);
create index grading_duty_statement_of on grading_duty_statement (system, duty, at desc, id desc);

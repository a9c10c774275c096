-- How much a system was used in a year, what it cost and how it did, as its owner says, with source and day. What nobody
-- knows is null. Rows are never changed: the last one of a system and a year counts, and what was said before stays.
create table grading_use (
    id              uuid primary key,
    system          uuid not null references register_system (id),
    year            integer not null check (year between 2000 and 2100),
    users           bigint check (users >= 0),
    transactions    bigint check (transactions >= 0),
    cost_won        bigint check (cost_won >= 0),
    satisfaction    numeric(5, 2) check (satisfaction between 0 and 100),
    response_millis bigint check (response_millis >= 0),
    source          text not null check (source <> ''),
    measured_on     date not null,
    at              timestamptz not null,
    person          uuid not null references identity_person (id),
    name            text not null,
    institution     text not null
);
create index grading_use_of on grading_use (system, year, at desc, id desc);
create index grading_use_year on grading_use (year, system, at desc, id desc);
revoke update, delete, truncate on grading_use from ${app};

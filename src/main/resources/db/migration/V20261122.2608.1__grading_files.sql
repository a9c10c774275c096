-- What shows that the facts of an assessment are right, to one criterion or to all of it. What was put there stays; what
-- is withdrawn counts no more and says why, and what had been handed in by then can still be read.
create table grading_file (
    id           uuid        primary key,
    assessment   uuid        not null references grading_assessment (id),
    name         text        not null check (name <> '' and length(name) <= 200),
    content_type text        not null,
    size         integer     not null check (size > 0),
    sha256       text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    content      bytea       not null,
    note         text        check (length(note) <= 2000),
    at           timestamptz not null,
    person_name  text        not null
);
create index grading_file_assessment on grading_file (assessment, at);

create table grading_file_criterion (
    file      uuid primary key references grading_file (id),
    criterion text not null check (criterion <> '')
);

create table grading_file_withdrawal (
    file        uuid        primary key references grading_file (id),
    at          timestamptz not null,
    person_name text        not null,
    reason      text        not null check (reason <> '' and length(reason) <= 4000)
);

revoke update, delete, truncate on grading_file, grading_file_criterion, grading_file_withdrawal from ${app};
-- A foreign key is checked with the owner's rights; with one database user the line above took them from the owner too.
grant update on grading_file to current_user;

-- Some subjects only those concerned may know of (need to know). Support and administrators reach every subject by
-- role; of these they must not read the messages either.
create table notify_restricted_subject (
    subject_kind text not null,
    subject_id   text not null,
    primary key (subject_kind, subject_id)
);

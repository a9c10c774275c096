-- A completion is awaited until a review agrees: an answer puts its review beside it, not in its place, or the owner would
-- be rid of it by answering twice.
alter table grading_rebuild_clock
    drop constraint grading_rebuild_clock_pkey,
    add primary key (rebuild, item, awaits);

-- A decision table gives a grade without any points.
alter table grading_assessment alter column score drop not null;
alter table grading_submission alter column score drop not null;

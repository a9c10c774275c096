-- What is open follows from an institution that was merged to its successor (identity_succeeded); from whom it came is kept
-- with it, in the order of the mergers. What is closed stays with the old name.
alter table remedy_guideline add column former text[] not null default '{}';
alter table remedy_plan add column former text[] not null default '{}';
alter table remedy_survey add column former text[] not null default '{}';
alter table remedy_survey_institution add column former text[] not null default '{}';
alter table remedy_programme add column former text[] not null default '{}';
alter table remedy_task add column former text[] not null default '{}';
alter table remedy_recommendation add column former text[] not null default '{}';

-- What was found in an institution follows with its part of the survey. What was answered never does.
alter table remedy_survey_finding drop constraint remedy_survey_finding_survey_institution_fkey,
    add foreign key (survey, institution) references remedy_survey_institution (survey, institution) on update cascade;

-- For whom somebody answered, decided or appealed who did it under a delegation (위임): the name and the institution.
alter table grading_submission add column on_behalf_of text check (on_behalf_of <> '');
alter table grading_decision add column on_behalf_of text check (on_behalf_of <> '');
alter table grading_appeal add column on_behalf_of text check (on_behalf_of <> '');

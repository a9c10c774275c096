-- When the procedures that an incident asks for are to be begun: in a transaction of their own, so that a manual that is
-- missing or broken never keeps an incident from being logged.
alter table incident add column procedures_due_at timestamptz;
create index incident_procedures_due on incident (procedures_due_at) where procedures_due_at is not null;

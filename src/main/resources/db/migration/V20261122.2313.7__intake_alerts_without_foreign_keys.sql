-- An alert is evidence written by the hundred thousand: a foreign key would lock the row of its source and of its system
-- for every one of them, the same few rows from every post at once. Sources and systems are never deleted, and both ids
-- come from rows that the same service has just read.
alter table intake_alert drop constraint intake_alert_source_fkey;
alter table intake_alert drop constraint intake_alert_system_fkey;

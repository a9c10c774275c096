-- How a proposal that a person confirmed was carried out: he chooses whether incidents become one, are marked as caused by
-- one another, or are only seen together; and whether alarms or the whole system are split off.
alter table intake_proposal
    add column carried_out text check (carried_out in ('MERGE', 'CAUSED_BY', 'TOGETHER', 'ALARMS', 'SYSTEM'));
update intake_proposal set carried_out = case kind when 'JOIN' then 'TOGETHER' when 'CAUSE' then 'CAUSED_BY' else 'ALARMS' end
 where state = 'CONFIRMED';
alter table intake_proposal add check ((state = 'CONFIRMED') = (carried_out is not null));

-- Incidents that were open when procedures came into the service have had none: the sweep begins what they ask for, like
-- for a new one. What has its run already is left alone.
update incident i set procedures_due_at = i.recorded_at
 where i.state in ('OPEN', 'RECOVERED') and i.procedures_due_at is null
   and not exists (select 1 from procedure_run r where r.subject_kind = 'INCIDENT' and r.subject_id = i.number);

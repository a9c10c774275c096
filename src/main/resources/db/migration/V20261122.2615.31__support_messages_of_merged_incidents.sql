-- Messages about an incident that was merged into one marked need-to-know were open to everybody still.
insert into notify_restricted_subject (subject_kind, subject_id)
select 'INCIDENT', m.number
  from incident m
  join incident i on i.id = m.merged_into
 where i.visibility = 'NEED_TO_KNOW'
    on conflict do nothing;

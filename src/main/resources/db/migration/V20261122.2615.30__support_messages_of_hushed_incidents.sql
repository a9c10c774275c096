-- Messages about a support request are read by those who may know of the incident. Those sent while it was not yet
-- need-to-know were open to everybody, and those sent later closed to the situation room, which sees the request.
update notify_restricted_subject set situation_room = true where subject_kind = 'SUPPORT_REQUEST';

insert into notify_restricted_subject (subject_kind, subject_id)
select 'SUPPORT_REQUEST', r.number
  from support_request r
  join incident n on n.number = r.incident
  join incident i on i.id = coalesce(n.merged_into, n.id)
 where i.visibility = 'NEED_TO_KNOW'
    on conflict do nothing;

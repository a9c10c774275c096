-- What one central authority is still working on is no business of the situation room of another: such messages are for
-- those concerned and for auditors only.
alter table notify_restricted_subject add column situation_room boolean not null default true;

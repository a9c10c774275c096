-- A level all of whose ways depend on one system is not ready either.
alter table duty_unready drop constraint duty_unready_kind_check;
alter table duty_unready add constraint duty_unready_kind_check check (kind in ('NOBODY', 'UNVERIFIED', 'ONE_WAY'));

-- Rooms above look for what was answered lately by a text message, a key or a reply, to take note of it themselves.
create index duty_chain_answered on duty_chain (ended_at) where state = 'ACKNOWLEDGED';

-- A full outbox: ten thousand messages to an address that is dead must not hide the one to an address that answers. The
-- queue is therefore also read by address.
create index notify_delivery_place on notify_delivery (channel, address, next_attempt_at, id) where state = 'PENDING';

-- Requests that may be sent again: who sent which key with which request, and how it was answered. A day old ones may
-- be taken over.
create table web_idempotency (
    actor      uuid not null,
    key        text not null check (length(key) between 1 and 255),
    path       text not null,
    body_hash  bytea not null check (length(body_hash) = 32),
    claimed_at timestamptz not null,
    status     integer check (status between 100 and 599),
    location   text,
    body       text,
    primary key (actor, key)
);
create index web_idempotency_claimed on web_idempotency (claimed_at);

-- Text messages and calls leave through gateways that the installation names: any HTTP interface, tried in order until
-- one takes the message. A gateway names the systems it depends on, because two ways over one switch are one way.
create table notify_gateway (
    id            uuid primary key,
    channel       text        not null check (channel in ('SMS', 'VOICE')),
    name          text        not null,
    rank          integer     not null check (rank between 1 and 99),
    url           text        not null,
    content_type  text        not null check (content_type in ('application/json', 'application/x-www-form-urlencoded')),
    body          text        not null,
    header        text        not null,
    secret        bytea,
    depends_on    text[]      not null,
    reply_hash    bytea       not null unique,
    created_at    timestamptz not null,
    ended_at      timestamptz
);

create index notify_gateway_channel on notify_gateway (channel, rank) where ended_at is null;

-- The gateway that took a message, and the message with which others to the same person were bundled.
alter table notify_delivery
    add column gateway uuid references notify_gateway (id),
    add column bundle uuid references notify_delivery (id);

create index notify_delivery_pace on notify_delivery (address, sent_at) where channel in ('SMS', 'VOICE');

-- Secrets of endpoints are sealed (AES-256-GCM). What stands here in the clear is sealed when the service starts next.
alter table notify_endpoint
    alter column secret drop not null,
    add column sealed bytea,
    add constraint notify_endpoint_secret check ((secret is null) <> (sealed is null));

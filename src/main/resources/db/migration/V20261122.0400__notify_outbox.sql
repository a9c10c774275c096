-- Every message that leaves is a row here first, written in the transaction of what it tells. A sweep sends it, at
-- least once, and the row keeps what became of it: that somebody was not reached must be as visible as that he was.

create table notify_delivery (
    id               uuid primary key,
    idempotency_key  text        not null unique,
    subject_kind     text        not null,
    subject_id       text        not null,
    scope            text[]      not null,
    person           uuid references identity_person (id),
    recipient        text        not null,
    channel          text        not null check (channel in ('IN_APP', 'MAIL', 'WEBHOOK', 'SMS', 'RELAY')),
    address          text        not null,
    level            integer     not null check (level >= 0),
    title_ko         text        not null,
    title_en         text        not null,
    body_ko          text        not null,
    body_en          text        not null,
    exercise         boolean     not null,
    state            text        not null check (state in ('PENDING', 'SENT', 'FAILED', 'ACKNOWLEDGED')),
    at               timestamptz not null,
    attempts         integer     not null default 0 check (attempts >= 0),
    next_attempt_at  timestamptz,
    lease            uuid,
    sent_at          timestamptz,
    acknowledged_at  timestamptz,
    failure_code     text,
    failure_ko       text,
    failure_en       text,
    check ((state = 'PENDING') = (next_attempt_at is not null)),
    check (state = 'PENDING' or lease is null),
    check (state <> 'SENT' or sent_at is not null),
    check (state <> 'ACKNOWLEDGED' or acknowledged_at is not null),
    check (state <> 'FAILED' or failure_code is not null),
    check ((failure_code is null) = (failure_ko is null) and (failure_code is null) = (failure_en is null))
);

-- the queue stays small however long the history grows
create index notify_delivery_due on notify_delivery (channel, next_attempt_at) where state = 'PENDING';
create index notify_delivery_subject on notify_delivery (subject_id, subject_kind, at desc, id desc);
create index notify_delivery_person on notify_delivery (person, at desc, id desc) where person is not null;
create index notify_delivery_newest on notify_delivery (at desc, id desc);
create index notify_delivery_acknowledged on notify_delivery (acknowledged_at) where acknowledged_at is not null;

-- Where an institution takes messages by machine. The address of a webhook is its URL, of a relay its folder's name.
create table notify_endpoint (
    id          uuid primary key,
    institution text        not null references identity_institution (code),
    channel     text        not null check (channel in ('WEBHOOK', 'RELAY')),
    name        text        not null,
    address     text        not null,
    secret      text        not null,
    created_at  timestamptz not null,
    ended_at    timestamptz,
    version     integer     not null default 0
);

create unique index notify_endpoint_once on notify_endpoint (institution, channel, address) where ended_at is null;

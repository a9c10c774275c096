-- How a person is reached over each channel, proved by a code that came by that channel and was entered here: a number
-- with a slip in it must not be found out at 01:42. What is not proved carries nothing but its own code.
create table notify_contact (
    id              uuid primary key,
    person          uuid        not null references identity_person (id),
    channel         text        not null check (channel in ('MAIL', 'SMS', 'VOICE')),
    address         text        not null check (address <> ''),
    created_at      timestamptz not null,
    verified_at     timestamptz,
    verified_by     text check (verified_by in ('CODE', 'TAKEN_OVER')),
    code            bytea,
    code_expires_at timestamptz,
    code_tries      integer     not null default 0,
    ended_at        timestamptz,
    check ((verified_at is null) = (verified_by is null)),
    check ((code is null) = (code_expires_at is null))
);

create unique index notify_contact_once on notify_contact (person, channel, address) where ended_at is null;
create index notify_contact_person on notify_contact (person) where ended_at is null;

-- Mail addresses that people had before carried their messages until now: they count as proved, and say how, so that an
-- upgrade silences nobody. Telephone numbers carried nothing yet: they wait for their code.
insert into notify_contact (id, person, channel, address, created_at, verified_at, verified_by)
select gen_random_uuid(), id, 'MAIL', btrim(mail), now(), now(), 'TAKEN_OVER'
from identity_person where btrim(mail) <> '';

insert into notify_contact (id, person, channel, address, created_at)
select gen_random_uuid(), id, 'SMS', btrim(phone), now() from identity_person where btrim(phone) <> '';

alter table notify_delivery drop constraint notify_delivery_channel_check;
alter table notify_delivery add constraint notify_delivery_channel_check
    check (channel in ('IN_APP', 'MAIL', 'WEBHOOK', 'SMS', 'VOICE', 'RELAY'));

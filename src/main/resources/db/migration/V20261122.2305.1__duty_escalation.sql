-- An answer may lapse: then the same levels are called again, unless the matter is over. On a roll call each of those
-- called must answer; who has and who has not are rows.
alter table duty_chain
    add column acknowledgement_lasts integer check (acknowledgement_lasts > 0),
    add column lapses_at timestamptz,
    add column resumes uuid references duty_chain (id),
    add constraint duty_chain_lapse check (lapses_at is null or state = 'ACKNOWLEDGED');

create index duty_chain_lapse on duty_chain (lapses_at, id) where lapses_at is not null;

alter table duty_step add column roll_call boolean not null default false;

create table duty_roll_call (
    chain       uuid        not null references duty_chain (id),
    person      uuid        not null references identity_person (id),
    name        text        not null,
    called_at   timestamptz not null,
    answered_at timestamptz,
    primary key (chain, person)
);

-- Scope keys that people hold for a time, because of something and in a role: who has lost the role has nothing of it. A row
-- is never deleted: it says who could see what, when and why. It is asked with every log-in, therefore an index.
create table identity_grant (
    id          uuid primary key,
    person      uuid not null references identity_person (id),
    role        text not null check (role <> ''),
    key         text not null check (key <> ''),
    source_kind text not null check (source_kind <> ''),
    source_id   text not null check (source_id <> ''),
    since       timestamptz not null,
    until       timestamptz,
    check (until >= since)
);
create unique index identity_grant_once on identity_grant (source_kind, source_id, key, person) where until is null;
create index identity_grant_held on identity_grant (person) where until is null;
revoke delete, truncate on identity_grant from ${app};

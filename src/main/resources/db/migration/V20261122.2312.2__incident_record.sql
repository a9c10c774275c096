-- The record of an incident beyond its facts: who leads, writes and speaks; what it is linked with; what it was merged
-- into. A number lives for ever: one that was merged answers with what took it in, in one hop, because merging again
-- moves the aliases along.
alter table incident add column merged_into uuid references incident (id);
alter table incident add column cancelled_as text check (cancelled_as in ('MISTAKE', 'STOOD_DOWN', 'MERGED'));
-- A feared failure that came true: until then it was feared, and was seen before it occurred.
alter table incident add column feared_until timestamptz;
update incident set cancelled_as = 'MISTAKE' where state = 'CANCELLED';
alter table incident add check (cancelled_as is null or state = 'CANCELLED');
alter table incident add check ((merged_into is not null) = (cancelled_as is not distinct from 'MERGED'));
alter table incident drop constraint incident_check;
alter table incident add check (detected_at >= occurred_at or kind = 'FEARED' or feared_until is not null);
create index incident_merged on incident (merged_into) where merged_into is not null;

create table incident_role (
    id       uuid primary key,
    incident uuid        not null references incident (id),
    role     text        not null check (role in ('COMMANDER', 'SCRIBE', 'LIAISON')),
    person   uuid        not null,
    name     text        not null,
    note     text,
    from_at  timestamptz not null,
    by_name  text        not null,
    until_at timestamptz,
    end_note text,
    check (until_at >= from_at)
);
create unique index incident_role_held on incident_role (incident, role) where until_at is null;
create index incident_role_incident on incident_role (incident, from_at);

-- "of" is the incident that says so: its parent is "to", it is a duplicate of "to", it was caused by the change "to".
create table incident_link (
    id         uuid primary key,
    of         uuid        not null references incident (id),
    kind       text        not null check (kind in ('PARENT', 'DUPLICATE_OF', 'CAUSED_BY_CHANGE', 'RELATED', 'SPLIT_FROM')),
    to_kind    text        not null check (to_kind in ('INCIDENT', 'CHANGE')),
    to_id      text        not null check (to_id <> ''),
    note       text,
    at         timestamptz not null,
    by_name    text        not null,
    removed_at timestamptz,
    removed_by text,
    remove_reason text,
    check ((kind = 'CAUSED_BY_CHANGE') = (to_kind = 'CHANGE')),
    check ((removed_at is null) = (remove_reason is null))
);
create unique index incident_link_once on incident_link (of, kind, to_id) where removed_at is null;
create unique index incident_link_parent on incident_link (of) where removed_at is null and kind = 'PARENT';
create index incident_link_to on incident_link (to_id) where removed_at is null;

-- Under which number an entry of the timeline was written, when that was another one than the incident's.
alter table incident_timeline add column under text;

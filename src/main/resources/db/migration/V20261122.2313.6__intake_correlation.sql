-- What a machine proposes to see together, and what people said. A proposal has one incident that it is about and others
-- that it would join to it, mark as its effects, or split from it; what was decided once is not proposed again.
create table intake_proposal (
    id               uuid primary key,
    kind             text not null check (kind in ('JOIN', 'CAUSE', 'SPLIT')),
    rule             text not null,
    rule_set         text not null,
    rule_set_version text not null,
    target           text not null references incident (number),
    since            timestamptz,
    state            text not null check (state in ('OPEN', 'CONFIRMED', 'REJECTED')),
    proposed_at      timestamptz not null,
    decided_at       timestamptz,
    decided_by       text,
    reason           text check (reason <> ''),
    check ((kind = 'SPLIT') = (since is not null)),
    check ((state = 'OPEN') = (decided_at is null)),
    check ((decided_at is null) = (reason is null) and (decided_at is null) = (decided_by is null))
);
create unique index intake_proposal_open on intake_proposal (rule, target) where state = 'OPEN';
create index intake_proposal_target on intake_proposal (target);

create table intake_proposal_member (
    proposal uuid not null references intake_proposal (id),
    incident text not null references incident (number),
    system   text not null,
    why_ko   text not null,
    why_en   text not null,
    taken    boolean,
    primary key (proposal, incident, system)
);
create index intake_proposal_member_incident on intake_proposal_member (incident);

-- Confirmed: shown on both incidents.
create table intake_link (
    incident text not null references incident (number),
    kind     text not null check (kind in ('CAUSED_BY', 'JOINED', 'SPLIT_FROM')),
    other    text not null references incident (number),
    proposal uuid not null references intake_proposal (id),
    at       timestamptz not null,
    by       text not null,
    reason   text not null,
    primary key (incident, kind, other),
    check (incident <> other)
);
create index intake_link_other on intake_link (other);

-- Incidents that have been looked at once, so that each sweep looks only at new ones.
create table intake_correlated (
    incident text primary key references incident (number),
    at       timestamptz not null
);

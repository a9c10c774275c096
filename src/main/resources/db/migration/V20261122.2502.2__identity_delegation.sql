-- Named acts that somebody hands over for a time (위임): to a person, or to those of an institution who hold the role that
-- the act needs. A row is never deleted: it says for whom an act was done. It ends by its time, by revocation, or when the
-- one whose right it is holds the right no more; nothing has to run for that.
create table identity_delegation (
    id             uuid primary key,
    act            text not null check (act <> ''),
    -- For which institution the act is done, whose right it is, and who handed it over: another one when it was passed on.
    institution    text not null references identity_institution (code),
    holder         uuid not null references identity_person (id),
    giver          uuid not null references identity_person (id),
    person         uuid references identity_person (id),
    to_institution text references identity_institution (code),
    from_at        timestamptz not null,
    until_at       timestamptz not null,
    may_pass_on    boolean not null,
    source         uuid references identity_delegation (id),
    reason         text not null check (reason <> ''),
    document       text,
    created_at     timestamptz not null,
    revoked_at     timestamptz,
    revoked_by     text,
    revoked_why    text,
    check ((person is null) <> (to_institution is null)),
    check (person is distinct from giver),
    check (until_at > from_at),
    check ((source is null) = (giver = holder)),
    check ((revoked_at is null) = (revoked_by is null))
);
create index identity_delegation_person on identity_delegation (person, until_at) where revoked_at is null;
create index identity_delegation_institution on identity_delegation (to_institution, until_at) where revoked_at is null;
create index identity_delegation_giver on identity_delegation (giver, id desc);
create index identity_delegation_source on identity_delegation (source);
revoke delete, truncate on identity_delegation from ${app};

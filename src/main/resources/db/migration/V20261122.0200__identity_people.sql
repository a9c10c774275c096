-- Who is who. Institutions form a tree and name the central authority that confirms the grades of their systems;
-- scope everywhere derives from these two relations. Sessions and tokens are kept as hashes only, in the database,
-- so that disabling a person ends them at once on every replica.
create table identity_institution (
    code              text primary key check (code ~ '^[A-Z0-9][A-Z0-9-]{0,39}$'),
    name_ko           text not null check (name_ko <> ''),
    name_en           text not null check (name_en <> ''),
    kind              text not null check (kind in ('MINISTRY', 'AGENCY', 'LOCAL_GOVERNMENT', 'PUBLIC_BODY', 'CONSTITUTIONAL')),
    parent            text references identity_institution (code),
    central_authority text references identity_institution (code),
    standard_code     text unique,
    region            text,
    valid_from        date,
    valid_until       date,
    version           integer not null,
    check (parent <> code),
    check (valid_until >= valid_from)
);
create index identity_institution_parent on identity_institution (parent);

-- Every institution with itself and all above it. "union" and not "union all": should two edits ever race into a
-- circle, the view still ends.
create view identity_ancestry as
with recursive up (code, ancestor, next) as (
    select code, code, parent from identity_institution
    union
    select up.code, i.code, i.parent from up join identity_institution i on i.code = up.next
)
select distinct code, ancestor from up;

create table identity_person (
    id                 uuid primary key,
    username           text not null unique check (username = lower(username) and username ~ '^[a-z0-9][a-z0-9._@-]{1,79}$'),
    name               text not null check (name <> ''),
    institution        text references identity_institution (code),
    mail               text,
    phone              text,
    language           text check (language in ('ko', 'en')),
    password_hash      text,
    credential_version integer not null default 1,
    active             boolean not null,
    created_at         timestamptz not null,
    version            integer not null
);
create index identity_person_institution on identity_person (institution);

create table identity_person_role (
    person uuid not null references identity_person (id),
    role   text not null check (role in ('OPERATOR', 'SITUATION', 'SUPPORT', 'OFFICER', 'AUTHORITY', 'HQ', 'AUDITOR', 'ADMIN')),
    primary key (person, role)
);
create index identity_person_role_role on identity_person_role (role);

create table identity_session (
    hash         bytea primary key check (length(hash) = 32),
    person       uuid not null references identity_person (id),
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null,
    check (expires_at > created_at)
);
create index identity_session_person on identity_session (person);
create index identity_session_expires on identity_session (expires_at);

create table identity_token (
    id         uuid primary key,
    person     uuid not null references identity_person (id),
    name       text not null check (name <> ''),
    hash       bytea not null unique check (length(hash) = 32),
    created_at timestamptz not null,
    expires_at timestamptz,
    revoked_at timestamptz
);
create index identity_token_person on identity_token (person);

-- Failed log-ins per key (a user name, an address) within the present window: one row a key, shared by all replicas.
create table identity_login_failure (
    key          text primary key,
    window_start timestamptz not null,
    failures     integer not null check (failures > 0)
);

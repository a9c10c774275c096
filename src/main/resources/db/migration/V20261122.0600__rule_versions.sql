-- Rule sets as they were loaded, for ever: a result of years ago names its version and hash and can be computed again.
-- Which version is active from when is a row of its own; the latest that has come into force counts. Neither is ever
-- changed or deleted.
create table rule_version (
    kind      text        not null check (kind ~ '^[a-z][a-z-]*$'),
    name      text        not null check (name ~ '^[a-z0-9][a-z0-9-]*$'),
    version   text        not null check (version ~ '^[0-9]+(\.[0-9]+)*$'),
    content   text        not null,
    sha256    text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    loaded_at timestamptz not null,
    primary key (kind, name, version)
);

create table rule_activation (
    id           uuid primary key,
    kind         text        not null,
    name         text        not null,
    version      text        not null,
    effective_at timestamptz not null,
    activated_at timestamptz not null,
    activated_by uuid        not null,
    reason       text        not null check (reason <> ''),
    foreign key (kind, name, version) references rule_version (kind, name, version)
);

create index rule_activation_order on rule_activation (kind, effective_at, activated_at);

revoke update, delete, truncate on rule_version, rule_activation from ${app};

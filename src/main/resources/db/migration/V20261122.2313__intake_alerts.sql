-- Alerts of monitoring tools. What is open stands in a small table of its own, so that finding the alert again among a
-- million posts touches few pages; what is over moves to a history by year, in the statement that closes it.
create table intake_source (
    id          uuid primary key,
    name        text not null unique check (name ~ '^[a-z0-9][a-z0-9._-]{0,79}$'),
    adapter     text not null check (adapter in ('ALERTMANAGER', 'GENERIC', 'GRAFANA', 'ZABBIX', 'CLOUDEVENTS')),
    institution text not null references identity_institution (code),
    created_at  timestamptz not null
);

-- Several keys of one source are one stream of alerts: a new key can be given out before the old one is revoked.
create table intake_key (
    id              uuid primary key,
    source          uuid not null references intake_source (id),
    hash            bytea not null unique,
    system_label    text not null check (system_label <> ''),
    external_scheme text check (external_scheme <> ''),
    mapping         jsonb,
    created_at      timestamptz not null,
    created_by      text not null,
    revoked_at      timestamptz,
    revoked_by      text,
    check ((revoked_at is null) = (revoked_by is null))
);
create index intake_key_source on intake_key (source);

create table intake_alert (
    id              uuid primary key,
    source          uuid not null references intake_source (id),
    fingerprint     text collate "C" not null check (fingerprint <> ''),
    system          uuid references register_system (id),
    system_said     text,
    title           text not null check (title <> ''),
    severity        smallint check (severity between 1 and 4),
    severity_said   text,
    starts_at       timestamptz not null,
    latest_start_at timestamptz not null,
    detected_at     timestamptz not null,
    first_at        timestamptz not null,
    last_at         timestamptz not null,
    received        bigint not null check (received >= 0),
    url             text,
    evidence        text not null,
    scope           text[] not null,
    incident        text,
    retry_at        timestamptz,
    dismissed_at    timestamptz,
    dismissed_by    text,
    dismiss_reason  text,
    check ((dismissed_at is null) = (dismiss_reason is null)),
    check (dismissed_at is null or incident is null),
    check (incident is null or system is not null)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.2);
comment on column intake_alert.latest_start_at is 'a resolve that ended before this belongs to an earlier time';
comment on column intake_alert.detected_at is 'from when it counts: its start, or the repeat that came after people said that all was well';
comment on column intake_alert.evidence is 'as the source sent it; text, because nothing here looks into it';

-- The key under which an alert is found again. It is free once the alert has left the table, which is how it closes.
create unique index intake_alert_open on intake_alert (source, fingerprint);
create index intake_alert_system on intake_alert (system) where system is not null;
create index intake_alert_incident on intake_alert (incident) where incident is not null;
-- Alerts that must still come to an incident: what a crash left, or what could not be opened.
create index intake_alert_waiting on intake_alert (system) where incident is null and system is not null and dismissed_at is null;
-- The queue for people.
create index intake_alert_unknown on intake_alert (id) where system is null and dismissed_at is null;

create table intake_past_alert (
    like intake_alert including defaults including constraints including comments,
    closed_at timestamptz not null,
    closed_recorded_at timestamptz not null
) partition by range (closed_at);
create table intake_past_alert_before_2026 partition of intake_past_alert for values from (minvalue) to ('2026-01-01+09');
do $$
begin
    for year in 2026..2040 loop
        execute format('create table intake_past_alert_%s partition of intake_past_alert for values from (%L) to (%L)',
            year, year || '-01-01+09', year + 1 || '-01-01+09');
    end loop;
end $$;
create table intake_past_alert_later partition of intake_past_alert default;
create index intake_past_alert_id on intake_past_alert (id);
create index intake_past_alert_key on intake_past_alert (source, fingerprint, closed_at);
create index intake_past_alert_incident on intake_past_alert (incident) where incident is not null;
create index intake_past_alert_system on intake_past_alert (system, id) where system is not null;
create index intake_past_alert_scope on intake_past_alert using gin (scope);

create view intake_any_alert as
select a.*, null::timestamptz as closed_at, null::timestamptz as closed_recorded_at from intake_alert a
union all
select p.* from intake_past_alert p;

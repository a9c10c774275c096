-- Which provider works, and since when one does not, is seen before a night in which it matters. And each provider names
-- the fields of its answers as it likes: where sender and text stand is said once, by path.
alter table notify_gateway
    add column succeeded_at timestamptz,
    add column failed_at timestamptz,
    add column failure_code text,
    add column failure_ko text,
    add column failure_en text,
    add column reply_from text not null default 'from',
    add column reply_text text not null default 'text',
    add constraint notify_gateway_failure check ((failed_at is null) = (failure_code is null)
        and (failure_code is null) = (failure_ko is null) and (failure_code is null) = (failure_en is null));

-- What was bundled into what.
create index notify_delivery_bundle on notify_delivery (bundle) where bundle is not null;

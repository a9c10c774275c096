-- What the public is told beyond the owners' pre-approved words: drafted from a continuity plan at work, approved by
-- another person, published, withdrawn. Of an incident that few may know of, nothing shows unless whoever approved it
-- knew that it is one.
create table guidance_notice (
    id               uuid        primary key,
    activation       uuid        not null references continuity_activation (id),
    system           uuid        not null references register_system (id),
    incident         text        not null references incident (number),
    exercise         boolean     not null,
    state            text        not null check (state in ('DRAFT', 'APPROVED', 'PUBLISHED', 'WITHDRAWN')),
    title_ko         text        not null check (title_ko <> ''),
    title_en         text        not null check (title_en <> ''),
    body_ko          text        not null check (body_ko <> ''),
    body_en          text        not null check (body_en <> ''),
    drafted_at       timestamptz not null,
    drafted_by       uuid        not null,
    drafter          text        not null,
    approved_at      timestamptz,
    approved_by      uuid,
    approver         text,
    approved_knowing boolean     not null default false,
    published_at     timestamptz,
    publisher        text,
    withdrawn_at     timestamptz,
    withdrawer       text,
    withdrawal       text        check (withdrawal <> ''),
    version          integer     not null check (version > 0),
    check ((approved_at is null) = (approved_by is null)),
    constraint guidance_notice_another_person check (approved_by <> drafted_by),
    check (state not in ('APPROVED', 'PUBLISHED') or approved_at is not null),
    check (state <> 'DRAFT' or approved_at is null),
    check (state <> 'PUBLISHED' or published_at is not null),
    check ((state = 'WITHDRAWN') = (withdrawal is not null)),
    check ((state = 'WITHDRAWN') = (withdrawn_at is not null))
);
create index guidance_notice_activation on guidance_notice (activation);
create index guidance_notice_published on guidance_notice (published_at desc) where state = 'PUBLISHED';

-- 개선권고 → 조치계획 → 조치결과 (전자정부법 제56조의5 ⑥, 시행령 제70조의4 ⑤·제70조의5 ⑦) and measures an institution sets
-- itself. The one deadline that runs is a column here, claimed with what is sent about it; each step taken is a row that
-- nobody can change, so that a plan that was revised or a result that was returned stays readable.
create sequence remedy_seq;

create table remedy_recommendation (
    id             uuid primary key,
    seq            bigint not null unique,
    number         text not null unique check (number ~ '^REC-[0-9]{4}-[0-9]{4,}$'),
    basis          text not null check (basis in ('REVIEW', 'SURVEY', 'OWN')),
    institution    text not null references identity_institution (code),
    recommended_by text not null references identity_institution (code),
    recommender    text not null,
    subject_kind   text check (subject_kind in ('REVIEW', 'INCIDENT', 'SURVEY', 'INSPECTION', 'DRILL')),
    subject_id     text check (subject_id <> ''),
    title          text not null check (title <> ''),
    text           text not null check (text <> ''),
    received_on    date not null,
    recommended_at timestamptz not null,
    state          text not null check (state in ('RECOMMENDED', 'PLANNED', 'REPORTED', 'VERIFIED', 'WITHDRAWN')),
    plan_due_at    timestamptz,
    due_at         timestamptz,
    next_at        timestamptz,
    scope          text[] not null,
    exercise       boolean not null,
    version        integer not null,
    check ((subject_kind is null) = (subject_id is null)),
    check ((basis = 'OWN') = (plan_due_at is null)),
    check ((state in ('RECOMMENDED', 'PLANNED')) = (due_at is not null)),
    check ((due_at is null) = (next_at is null))
);
create index remedy_recommendation_scope on remedy_recommendation using gin (scope);
create index remedy_recommendation_next on remedy_recommendation (next_at) where next_at is not null;
create index remedy_recommendation_subject on remedy_recommendation (subject_kind, subject_id);
create index remedy_recommendation_open on remedy_recommendation (institution, due_at) where due_at is not null;

create table remedy_act (
    id             uuid primary key,
    recommendation uuid not null references remedy_recommendation (id),
    number         integer not null check (number > 0),
    rule           text not null check (rule <> ''),
    at             timestamptz not null,
    person         uuid not null references identity_person (id),
    name           text not null,
    institution    text not null,
    text           text check (text <> ''),
    responsible    text check (responsible <> ''),
    due_on         date,
    evidence       text check (evidence <> ''),
    document       text check (document <> ''),
    late           boolean not null,
    unique (recommendation, number)
);

revoke update, delete, truncate on remedy_act from ${app};

-- Which systems are 주요 정보시스템 (전자정부법 제56조의5 제1항, 시행령 제70조의5 제1항): each designation and each revocation
-- is a row with its day, its basis and who decided. The register keeps the present state.
create table grading_designation (
    id               uuid primary key,
    system           uuid not null references register_system (id),
    designated       boolean not null,
    on_day           date not null,
    basis            text not null check (basis <> ''),
    document         text check (document <> ''),
    decider_name     text check (decider_name <> ''),
    decider_position text check (decider_position <> ''),
    system_grade     integer check (system_grade between 1 and 4),
    at               timestamptz not null,
    person           uuid not null references identity_person (id),
    recorder         text not null,
    institution      text not null references identity_institution (code),
    check ((decider_name is null) = (decider_position is null))
);
create index grading_designation_of on grading_designation (system, at desc, id desc);
revoke update, delete, truncate on grading_designation from ${app};

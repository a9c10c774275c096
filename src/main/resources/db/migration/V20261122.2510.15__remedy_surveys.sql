-- 현황조사·점검 (전자정부법 제56조의4, 시행령 제70조의4): announced two months before, urgent ones at the latest the day before;
-- what each institution addressed is asked and answers, when it is visited, what was found, and the recommendation that
-- followed, which is kept with all others. Answers are kept in the rounds in which they came.
create sequence remedy_survey_seq;

create table remedy_survey (
    id            uuid primary key,
    seq           bigint not null unique,
    number        text not null unique check (number ~ '^SVY-[0-9]{4}-[0-9]{4,}$'),
    authority     text not null references identity_institution (code),
    title         text not null check (title <> ''),
    purpose       text not null check (purpose <> ''),
    document      text check (document <> ''),
    urgent_reason text check (urgent_reason <> ''),
    notified_on   date not null,
    from_on       date not null,
    until_on      date not null,
    answer_due_at timestamptz not null,
    state         text not null check (state in ('ANNOUNCED', 'CLOSED', 'CANCELLED')),
    announced_at  timestamptz not null,
    person        uuid not null references identity_person (id),
    name          text not null,
    ended_at      timestamptz,
    ending        text check (ending <> ''),
    version       integer not null default 1,
    -- 1 day when urgent; that of two months is counted by the service
    check (from_on > notified_on),
    check (until_on >= from_on),
    check ((state = 'ANNOUNCED') = (ended_at is null))
);
create index remedy_survey_authority on remedy_survey (authority, seq desc);

create table remedy_survey_question (
    survey uuid not null references remedy_survey (id),
    number integer not null check (number > 0),
    text   text not null check (text <> ''),
    kind   text not null check (kind in ('TEXT', 'YES_NO', 'NUMBER')),
    primary key (survey, number)
);

create table remedy_survey_institution (
    survey      uuid not null references remedy_survey (id),
    institution text not null references identity_institution (code),
    visit_on    date,
    visit_note  text,
    rounds      integer not null default 0,
    answered_at timestamptz,
    answerer    text,
    late        boolean not null default false,
    next_at     timestamptz,
    primary key (survey, institution),
    check ((rounds = 0) = (answered_at is null))
);
create index remedy_survey_institution_of on remedy_survey_institution (institution);
create index remedy_survey_institution_next on remedy_survey_institution (next_at) where next_at is not null;

create table remedy_survey_answer (
    survey      uuid not null,
    institution text not null,
    round       integer not null check (round > 0),
    question    integer not null,
    text        text not null check (text <> ''),
    at          timestamptz not null,
    person      uuid not null references identity_person (id),
    name        text not null,
    primary key (survey, institution, round, question),
    foreign key (survey, institution) references remedy_survey_institution (survey, institution),
    foreign key (survey, question) references remedy_survey_question (survey, number)
);

create table remedy_survey_finding (
    survey         uuid not null,
    number         integer not null check (number > 0),
    institution    text not null,
    text           text not null check (text <> ''),
    at             timestamptz not null,
    person         uuid not null references identity_person (id),
    name           text not null,
    recommendation text unique references remedy_recommendation (number),
    primary key (survey, number),
    foreign key (survey, institution) references remedy_survey_institution (survey, institution)
);

revoke delete, truncate on remedy_survey, remedy_survey_institution, remedy_survey_finding from ${app};
revoke update, delete, truncate on remedy_survey_question, remedy_survey_answer from ${app};

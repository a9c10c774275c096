-- The procedure of a stage, begun once for each decision that it stands; or why it could not be begun, which holds up
-- nothing else.
create table crisis_playbook (
    stage      uuid primary key references crisis_stage (id),
    manual     text not null,
    run        uuid,
    started_at timestamptz not null,
    failure    text,
    check ((run is null) = (failure is not null))
);

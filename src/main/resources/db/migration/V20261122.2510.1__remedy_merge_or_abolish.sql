-- The recommendation to merge or abolish a service (전자정부법 제23조, 시행령 제19조 ②): which of the two, into which system,
-- and what its plan has to say of convenience, data and continuity. A plan of any other recommendation says none of it.
alter table remedy_recommendation
    drop constraint remedy_recommendation_basis_check,
    drop constraint remedy_recommendation_subject_kind_check,
    add check (basis in ('REVIEW', 'SURVEY', 'OWN', 'MERGE_OR_ABOLISH')),
    add check (subject_kind in ('REVIEW', 'INCIDENT', 'SURVEY', 'INSPECTION', 'DRILL', 'SYSTEM')),
    add column wanted text check (wanted in ('MERGE', 'ABOLISH')),
    add column merge_into text check (merge_into <> ''),
    add check ((basis = 'MERGE_OR_ABOLISH') = (wanted is not null)),
    add check (coalesce(wanted = 'MERGE', false) = (merge_into is not null)),
    add check (basis <> 'MERGE_OR_ABOLISH' or subject_kind = 'SYSTEM');

alter table remedy_act
    add column convenience text check (convenience <> ''),
    add column data_kept text check (data_kept in ('TRANSFER', 'PRESERVATION')),
    add column data_plan text check (data_plan <> ''),
    add column continuity text check (continuity <> ''),
    add check ((convenience is null) = (data_kept is null)
           and (convenience is null) = (data_plan is null)
           and (convenience is null) = (continuity is null));

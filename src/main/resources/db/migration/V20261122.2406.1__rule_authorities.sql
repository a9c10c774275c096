-- Each central authority (중앙사무관장기관) may hold to rules of its own: an activation without one counts for all that
-- have none. A version that a person brought at run time says who.
alter table rule_activation add column authority text references identity_institution (code);
alter table rule_version add column brought_by uuid;

drop index rule_activation_order;
create index rule_activation_order on rule_activation (kind, authority, effective_at, activated_at);

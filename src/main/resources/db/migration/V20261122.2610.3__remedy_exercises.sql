-- 훈련: a guideline, a survey or a programme that is made within an exercise carries the mark with all that hangs on it, and is
-- kept apart from what is real: it takes no real guideline's place, and its three years run out for nobody.
alter table remedy_guideline add column exercise boolean not null default false,
    add check (not exercise or renewal_next_at is null);
alter table remedy_survey add column exercise boolean not null default false;
alter table remedy_programme add column exercise boolean not null default false;

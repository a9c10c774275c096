-- An institution is reminded of an on-site visit (현장 점검) before it and on its day. Of visits that were set before, the sweep
-- decides: it looks at each once.
alter table remedy_survey_institution add column visit_next_at timestamptz,
    add check (visit_next_at is null or visit_on is not null);
create index remedy_survey_institution_visit_next on remedy_survey_institution (visit_next_at)
    where visit_next_at is not null;
update remedy_survey_institution p
   set visit_next_at = (p.visit_on - 1 + time '09:00') at time zone 'Asia/Seoul'
  from remedy_survey s where s.id = p.survey and s.state = 'ANNOUNCED' and p.visit_on is not null;

-- What is attached to an edition that is being written may be taken away again; what was handed in is evidence, and so is
-- what a guideline was sent with.
grant delete on remedy_file to ${app};
create function remedy_keep_file() returns trigger language plpgsql as $$
begin
    if old.guideline is not null or exists (
        select from remedy_plan_edition e
         where e.plan = old.plan and e.number = old.edition and e.handed_in_at is not null) then
        raise exception 'a file that was handed in is not removed';
    end if;
    return old;
end $$;
create trigger remedy_file_kept before delete on remedy_file for each row execute function remedy_keep_file();

-- A file that was attached before anything was written begins the draft it belongs to.
insert into remedy_plan_edition (plan, number, saved_at, saver)
select f.plan, f.edition, max(f.at), (array_agg(f.person_name order by f.at desc))[1]
  from remedy_file f
 where f.plan is not null
   and not exists (select from remedy_plan_edition e where e.plan = f.plan and e.number = f.edition)
 group by f.plan, f.edition;

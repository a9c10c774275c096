-- What waits of a rebuild that runs, by its answers and reviews alone: the review of the last answer, and the completion that
-- the last review asked for. What waited before there were days for it has none: the sweep gives it one from this.
create view grading_rebuild_waiting as
select a.rebuild, a.item, 'REVIEW' as awaits
  from grading_rebuild_answer a join grading_rebuild b on b.id = a.rebuild
 where b.phase not in ('OPENED', 'STOPPED') and a.answer in ('DONE', 'NOT_APPLICABLE')
   and not exists (select from grading_rebuild_review r where r.answer = a.id)
   and not exists (select from grading_rebuild_answer l
                    where l.rebuild = a.rebuild and l.item = a.item and (l.at, l.id) > (a.at, a.id))
union all
select l.rebuild, l.item, 'COMPLETION'
  from (select distinct on (a.rebuild, a.item) a.rebuild, a.item, r.outcome
          from grading_rebuild_review r join grading_rebuild_answer a on a.id = r.answer
          join grading_rebuild b on b.id = a.rebuild
         where b.phase not in ('OPENED', 'STOPPED')
         order by a.rebuild, a.item, r.at desc, r.id desc) l
 where l.outcome = 'COMPLETION_REQUESTED';

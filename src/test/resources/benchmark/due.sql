-- Call-outs that fall due one after the other: ${count} of them within ${seconds} seconds, from ten seconds from now on.
-- What else is open is ended first, so that nothing but these is called.
update duty_step s set state = 'DROPPED' from duty_chain c
where c.id = s.chain and c.state in ('RUNNING', 'EXHAUSTED') and s.state = 'WAITING';
update duty_chain set state = 'ENDED', next_at = null, ended_at = now(), ended_why = 'benchmark'
where state in ('RUNNING', 'EXHAUSTED');

insert into duty_chain (id, subject_kind, subject_id, scope, policy, policy_version, failure_grade, title_ko, title_en,
    body_ko, body_en, exercise, state, started_at, next_at)
select gen_random_uuid(), 'BENCHMARK', 'DUE-' || n, '{NIRS}', 'benchmark', '1', 2, '접속 불가', 'Out of reach', '확인 바람',
    'Please look', false, 'RUNNING', now(), now() + interval '10 s' + n * interval '${seconds} s' / ${count}
from generate_series(1, ${count}) n;

insert into duty_step (chain, ordinal, level, due_at, callees, state)
select id, 1, 1, next_at, '[{"function": "DUTY", "institutions": ["NIRS"]}]', 'WAITING'
from duty_chain where policy = 'benchmark';

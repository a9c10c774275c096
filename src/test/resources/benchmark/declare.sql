-- What logging an incident asks of PostgreSQL: the statements of one POST /api/v1/incidents, one per round trip. The
-- thirteen clocks, which the service sends as one batch, are single statements here.
-- Needs: -D code=<a system of the register> -D hash=<the hash of a token>
select p.id, p.username, p.name, p.institution, array_agg(r.role), p.password_hash, p.credential_version
  from identity_person p join identity_person_role r on r.person = p.id
  join identity_token t on t.person = p.id
 where t.hash = decode(:hash, 'hex') and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
   and p.active group by p.id;
begin;
select s.id as system, s.scope as scope, cast(jsonb_build_object('code', s.code, 'name', jsonb_build_object('ko', s.name_ko,
       'en', s.name_en), 'systemGrade', s.system_grade, 'systemGradeSince', s.system_grade_since, 'owner', s.owner,
       'operator', s.operator, 'leadAgency', s.lead_agency, 'site', s.site, 'room', s.room, 'audience', s.audience,
       'zone', s.zone, 'major', s.major, 'demonstration', s.demonstration, 'id', s.id, 'version', s.version,
       'region', t.region, 'housedInNirs', coalesce(t.kind = 'NIRS', false), 'dataClass', s.data_class,
       'largeScale', s.large_scale, 'cloud', s.cloud, 'inServiceFrom', s.in_service_from,
       'inServiceUntil', s.in_service_until, 'changedAt', s.changed_at, 'changedBy', s.changed_by,
       'scopeKeys', s.scope) || s.detail as text) as view
  from register_system s left join register_site t on t.code = s.site
 where s.code = any (array[:code::text]) order by s.code \gset
select nextval('incident_seq') as seq, gen_random_uuid() as incident, gen_random_uuid() as chain \gset
insert into incident (id, seq, number, kind, state, title, recognised_at, recorded_at, source, regions,
       affected_institutions, life_safety, security, visibility, exercise, major, scope, reported_by, grade_provisional,
       version)
values (:incident::uuid, :seq::bigint, 'INC-2024-' || lpad(:seq::text, greatest(6, length(:seq::text)), '0'), 'FAILURE', 'OPEN', '접속 불가 ' || :seq::text,
       now(), now(), 'USER_REPORT', '{}', '{}', false, 'NONE', 'NORMAL', false, true, :scope::text[], gen_random_uuid(),
       false, 0);
insert into incident_system (id, incident, system, code, by_place, service, stopped_since, people_count, people_basis, data,
       redundancy_lost, substitute, services, added_at, changed_at)
values (gen_random_uuid(), :incident::uuid, :system::uuid, :code::text, false, 'STOPPED', now(), 12000, 'ESTIMATED', 'NONE',
       false, 'NONE', '{}', now(), now());
insert into incident_period (incident, n, began_at) values (:incident::uuid, 1, now());
select distinct d.on_system, s.id, s.code, s.name_ko, s.name_en, s.system_grade, s.owner, s.operator
  from register_dependency d join register_system s on s.id = d.system
 where d.on_system = any (array[:system::uuid]) and upper_inf(d.period) order by s.code;
insert into audit_entry (at, actor_id, actor, institution, action, subject_kind, subject_id, data, hash)
values (now(), :incident::uuid, 'operator.nirs', 'NIRS', 'incident.declared', 'INCIDENT', 'INC-2024-' || :seq::text,
       '{"computed":2,"grade":2,"systems":1,"title":"접속 불가"}', sha256(:seq::text::bytea));
delete from notify_restricted_subject where subject_kind = 'INCIDENT' and subject_id = 'INC-2024-' || :seq::text;
insert into incident_clock_event (incident, n, at, event, actor)
values (:incident::uuid, 1, now(), '{"is": "asked", "at": "2024-01-02T10:00:00+09:00", "basis": {"state": "OPEN", "grade": 2, "ruleSet": "reporting-clock/product-default", "version": "2", "applying": ["ALWAYS", "MAJOR"], "recovery": null, "detection": "2024-01-02T10:00:00+09:00", "recognition": "2024-01-02T10:00:00+09:00", "measurement": 1}}', '강대전');
insert into incident_grade (id, incident, at, origin, grade, rule_set, version, sha256, facts, reasons, next_grade)
values (gen_random_uuid(), :incident::uuid, now(), 'COMPUTED', 2, 'failure-grade/product-default', '1',
       '79b9cbe1ef2f4c3e8ee6f8c1b3ae6b77e4ae9b0dbf0f1a5bd9e0e6f4fbd8a1c2',
       '{"kind": "FAILURE", "groups": [{"data": "NONE", "count": 1, "major": true, "names": ["GOV24"], "service": "STOPPED", "emergency": false, "substitute": "NONE", "systemGrade": 1, "redundancyLost": false, "stoppedMinutes": 0, "degradedMinutes": 0}], "people": 12000, "spread": {"regions": 0, "systems": 1, "gradeOne": 1}, "deadline": "UNKNOWN", "facility": {"roomOut": false, "siteOut": false}, "security": "NONE", "lifeSafety": false, "substituteForDeadline": "NONE"}',
       '[{"why": {"en": "Grade 1: GOV24 (1 in all) stopped", "ko": "1등급 시스템 GOV24(총 1개) 중단"}, "grade": 2, "criterion": "gradeOneService"}, {"why": {"en": "12,000 people unable to use it, limit 10,000", "ko": "이용 불가 12,000명, 기준 10,000명 이상"}, "grade": 3, "criterion": "people"}, {"why": {"en": "1 systems affected, limit 1", "ko": "영향 시스템 1개, 기준 1개 이상"}, "grade": 4, "criterion": "spread"}]',
       '{"worse": {"why": {"en": "Grade 1: GOV24 (1 in all) stopped for 60 min with no substitute known, limit 60 min", "ko": "1등급 시스템 GOV24(총 1개) 대체수단 없이(또는 미확인) 60분째 중단, 기준 60분 이상"}, "grade": 1, "criterion": "gradeOneService", "inMinutes": 60}, "milder": {"grade": 3, "criteria": ["gradeOneService"]}}');
insert into incident_timeline (id, incident, at, recorded_at, kind, data, actor)
values (gen_random_uuid(), :incident::uuid, now(), now(), 'DECLARED', '{"grade": 2, "systems": 1}', '강대전');
update incident set failure_grade = 2, grade_provisional = true, computed_grade = 2, regrade_at = now() + interval '60 min',
       procedures_due_at = null, clock_events = 1,
       clock_rule_set = 'reporting-clock/product-default', clock_version = '2', version = 1 where id = :incident::uuid and version = 0;
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'ACKNOWLEDGE', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '5 min', now() + interval '4 min', false,
       'RUNNING', now() + interval '4 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_SYSTEM_MANAGER', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '10 min', now() + interval '8 min', false,
       'RUNNING', now() + interval '8 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_DIVISION_HEAD', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '15 min', now() + interval '12 min', false,
       'RUNNING', now() + interval '12 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_SITUATION_ROOM', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '20 min', now() + interval '16 min', false,
       'RUNNING', now() + interval '16 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_SITUATION_ROOM_WRITTEN', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '25 min', now() + interval '20 min', false,
       'RUNNING', now() + interval '20 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_LINKED_OWNERS', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '30 min', now() + interval '24 min', false,
       'RUNNING', now() + interval '24 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_CIO', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '35 min', now() + interval '28 min', false,
       'RUNNING', now() + interval '28 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_VICE_MINISTER', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '40 min', now() + interval '32 min', false,
       'RUNNING', now() + interval '32 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'NOTIFY_MINISTER', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '45 min', now() + interval '36 min', false,
       'RUNNING', now() + interval '36 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'SUPPORT_TEAM', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '50 min', now() + interval '40 min', false,
       'RUNNING', now() + interval '40 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'PUBLIC_NOTICE', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '55 min', now() + interval '44 min', false,
       'RUNNING', now() + interval '44 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'ASSESSMENT_MEETING', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '60 min', now() + interval '48 min', false,
       'RUNNING', now() + interval '48 min');
insert into incident_clock (id, incident, kind, name_ko, name_en, failure_grade, rule_set, version, started_at, due_at,
       warn_at, after_recovery, state, next_at)
values (gen_random_uuid(), :incident::uuid, 'INTERIM_REPORT', '담당자 통보', 'Tell those responsible', 2,
       'reporting-clock/product-default', '1', now(), now() + interval '65 min', now() + interval '52 min', false,
       'RUNNING', now() + interval '52 min');
select code from identity_ancestry where ancestor = 'MOIS';
select pg_advisory_xact_lock(hashtextextended('INCIDENT/INC-2024-' || :seq::text, 0));
update duty_chain set state = 'SUPERSEDED', next_at = null, ended_at = now(), ended_why = 'superseded'
 where subject_kind = 'INCIDENT' and subject_id = 'INC-2024-' || :seq::text and state in ('RUNNING', 'EXHAUSTED')
 returning id;
update duty_step set state = 'DROPPED' where chain = any ('{}'::uuid[]) and state = 'WAITING';
insert into duty_chain (id, subject_kind, subject_id, scope, policy, policy_version, failure_grade, title_ko, title_en, body_ko,
       body_en, exercise, state, started_at, next_at)
values (:chain::uuid, 'INCIDENT', 'INC-2024-' || :seq::text, :scope::text[], 'reporting-clock/product-default', '1', 2,
       '[장애 2등급] 접속 불가', '[Failure grade 2] out of service', '영향 시스템: GOV24. 확인하는 즉시 접수 처리하십시오.',
       'Affected: GOV24. Acknowledge as soon as you read this.', false, 'RUNNING', now(), now() + interval '1 day');
insert into duty_step (chain, ordinal, level, due_at, callees, state)
select :chain::uuid, ordinality, level, due_at, callees::jsonb, 'WAITING'
  from unnest('{1,2,3,4,5}'::int[], array_fill(now() + interval '1 day', array[5]),
       array_fill('[{"function": "SYSTEM_MANAGER", "institutions": ["MOIS", "NIRS"]}]'::text, array[5]))
       with ordinality as step(level, due_at, callees, ordinality);
insert into audit_entry (at, actor_id, actor, institution, action, subject_kind, subject_id, data, hash)
values (now(), :chain::uuid, 'operator.nirs', 'NIRS', 'duty.call-out-started', 'INCIDENT', 'INC-2024-' || :seq::text,
       '{"failureGrade":2,"policy":"reporting-clock/product-default 1","steps":5,"supersedes":[]}', sha256(:seq::text::bytea));
select * from incident_grade where incident = :incident::uuid order by id desc;
select * from incident_clock where incident = :incident::uuid order by due_at, kind;
select * from incident_acknowledgement where incident = :incident::uuid order by at;
select * from incident_period where incident = :incident::uuid order by n;
commit;

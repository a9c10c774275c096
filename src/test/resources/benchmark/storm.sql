-- What PostgreSQL makes of a storm by itself: one statement takes a thousand alerts, each of which comes ten times.
-- Needs: -D source=<the id of a source>
\set post random(0, 999)
insert into intake_alert as a (id, source, fingerprint, system_said, title, severity, severity_said, starts_at,
       latest_start_at, detected_at, first_at, last_at, received, url, evidence, scope)
select gen_random_uuid(), :source::uuid, 'limit-' || key, 'X-' || key % 709, '응답 없음', 2, 'critical', '2026-11-22T00:00Z',
       '2026-11-22T00:00Z', '2026-11-22T00:00Z', now(), now(), 1, 'http://monitoring.invalid/' || key,
       '{"labels":{"alertname":"Down","severity":"critical","instance":"host-' || key || '"},"annotations":{"summary":"응답 없음"}}',
       '{MOIS,NIRS,@MOIS}'
  from (select (:post * 1000 + n) * 7919::bigint % 100000 as key from generate_series(0, 999) n order by 1) alert
    on conflict (source, fingerprint) do update
   set received = a.received + excluded.received, last_at = greatest(a.last_at, excluded.last_at),
       latest_start_at = greatest(a.latest_start_at, excluded.latest_start_at),
       severity = least(a.severity, excluded.severity);

package io.haetae.notify;

/** How messages that are due are found and taken: the oldest first, and of each address a few. */
final class DueMessages {

    private static final String WAITING = """
            p.id, p.address, p.next_attempt_at, case when p.channel in ('SMS', 'VOICE', 'WEBHOOK')
                then hashtext(p.title_ko || p.body_ko)::text else p.id::text end as said from notify_delivery p
            """;

    /** Text messages and calls wait while their number has had enough of them within the window. */
    private static final String DUE = """
            p.state = 'PENDING' and p.channel = ? and p.next_attempt_at <= ?
                and (p.channel not in ('SMS', 'VOICE') or ? > (
                    select count(distinct coalesce(s.bundle, s.id)) from notify_delivery s
                    where s.channel = p.channel and s.address = p.address and s.sent_at > ?))
            """;

    static final String OLDEST = """
            with waiting as (select %s where %s order by p.next_attempt_at, p.id limit 5000),
            """.formatted(WAITING, DUE);

    /** The first of each address: ten thousand messages to one that is dead would hide all the others. */
    static final String OF_EACH_ADDRESS = """
            with recursive place (address) as (
                (select address from notify_delivery where state = 'PENDING' and channel = ? order by address limit 1)
                union all
                select (select d.address from notify_delivery d where d.state = 'PENDING' and d.channel = ?
                            and d.address > place.address order by d.address limit 1)
                from place where place.address is not null),
            waiting as (
                select d.* from place cross join lateral (
                    select %s where p.address = place.address and %s order by p.next_attempt_at, p.id limit 500) d),
            """.formatted(WAITING, DUE);

    static final String TAKE = """
            busy as (select address, count(*) as n from unnest(?::text[]) as busy(address) group by address),
            grouped as (
                select id, address, said, min(next_attempt_at) over (partition by address, said) as since from waiting),
            turns as (
                select g.*, coalesce(b.n, 0) * ?
                    + dense_rank() over (partition by g.address order by g.since, g.said) as turn
                from grouped g left join busy b on b.address = g.address),
            places as (select id, dense_rank() over (order by since, address, said) as place from turns where turn <= ?),
            taken as (
                select id from notify_delivery
                where id in (select id from places where place <= ?)
                  and state = 'PENDING' and next_attempt_at <= ?
                for update skip locked)
            update notify_delivery d set lease = ?, attempts = attempts + 1, next_attempt_at = ?
            from taken
            where d.id = taken.id
            returning d.id, d.idempotency_key, d.subject_kind, d.subject_id, d.recipient, d.channel, d.level, d.at,
                d.title_ko, d.title_en, d.body_ko, d.body_en, d.exercise, d.attempts, d.address,
                (select e.address from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as endpoint_address,
                (select e.id from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as endpoint,
                (select e.secret from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as secret,
                (select e.sealed from notify_endpoint e where e.id::text = d.address and e.ended_at is null) as sealed,
                (select c.code from notify_contact c
                 where c.id = case d.subject_kind when 'CONTACT' then d.subject_id::uuid end) as code
            """;

    private DueMessages() {}
}

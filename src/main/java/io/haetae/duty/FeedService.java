package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.identity.PeopleService;
import io.haetae.identity.PersonView;
import io.haetae.identity.Secret;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The secret address under which a calendar programme reads a person's shifts. It is shown once, kept as a hash, and
 * void as soon as its owner makes another one, gives it up or loses the account.
 */
@ApplicationScoped
public class FeedService {

    private final Sql sql;
    private final MyShifts shifts;
    private final PeopleService people;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    FeedService(Sql sql, MyShifts shifts, PeopleService people, Journal journal, CurrentActor current, Clock clock) {
        this.sql = sql;
        this.shifts = shifts;
        this.people = people;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /**
     * A new address.
     *
     * @param path below the address of this service; it is never shown again
     * @param createdAt when it was made
     */
    public record Feed(String path, Instant createdAt) {

        /** Without the secret: safe for the log. */
        @Override
        public String toString() {
            return "feed of " + createdAt;
        }
    }

    /** Makes a new address for the acting person; the former one is void. */
    @Transactional
    public Feed create() {
        Actor actor = current.get();
        Instant now = clock.instant();
        String secret = Secret.random();
        sql.list("select 1 from identity_person where id = ? for update", row -> 1, actor.id());
        revoke(actor, now);
        sql.update(
                "insert into duty_feed (id, person, hash, created_at) values (?, ?, ?, ?)",
                Ids.at(now),
                actor.id(),
                Secret.hash(secret),
                now);
        journal.record("duty.feed-created", "PERSON", actor.username(), Map.of());
        return new Feed("/calendar/" + secret, now);
    }

    /** Voids the address of the acting person. */
    @Transactional
    public void end() {
        Actor actor = current.get();
        if (revoke(actor, clock.instant()) == 0) {
            throw Refusal.notFound();
        }
        journal.record("duty.feed-ended", "PERSON", actor.username(), Map.of());
    }

    /** When the present address of the acting person was made, if he has one. */
    @Transactional
    public Optional<Instant> createdAt() {
        return sql.first(
                "select created_at from duty_feed where person = ? and ended_at is null",
                row -> Sql.requiredInstant(row, "created_at"),
                current.get().id());
    }

    /** The shifts of whoever the secret belongs to, as iCalendar; 404 when it is void. */
    @Transactional
    public String calendar(String secret) {
        UUID owner = sql.first(
                        "select person from duty_feed where hash = ? and ended_at is null",
                        row -> row.getObject("person", UUID.class),
                        Secret.hash(secret))
                .orElseThrow(Refusal::notFound);
        PersonView person = people.find(owner).filter(PersonView::active).orElseThrow(Refusal::notFound);
        return shifts.calendar(person);
    }

    private int revoke(Actor actor, Instant now) {
        return sql.update("update duty_feed set ended_at = ? where person = ? and ended_at is null", now, actor.id());
    }
}

package io.haetae.duty;

import io.haetae.audit.Journal;
import io.haetae.kernel.Actor;
import io.haetae.kernel.CurrentActor;
import io.haetae.kernel.FieldError;
import io.haetae.kernel.Ids;
import io.haetae.kernel.Refusal;
import io.haetae.kernel.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Exceptions from the turns: somebody is on duty instead, or somebody is away. */
@ApplicationScoped
public class StandInService {

    private final Sql sql;
    private final TeamAccess access;
    private final DutyPeople people;
    private final AbsencePeople absent;
    private final Journal journal;
    private final CurrentActor current;
    private final Clock clock;

    StandInService(
            Sql sql,
            TeamAccess access,
            DutyPeople people,
            AbsencePeople absent,
            Journal journal,
            CurrentActor current,
            Clock clock) {
        this.sql = sql;
        this.access = access;
        this.people = people;
        this.absent = absent;
        this.journal = journal;
        this.current = current;
        this.clock = clock;
    }

    /** Puts somebody on duty for a while (whoever keeps the roster). */
    @Transactional
    public UUID override(UUID roster, NewOverride command) {
        access.kept(access.seenByRoster(roster));
        List<FieldError> errors = new ArrayList<>();
        UUID person = people.named("/person", command.person(), errors);
        UUID instead = command.insteadOf() == null ? null : known("/insteadOf", command.insteadOf(), errors);
        checkSpan(command.from(), command.until(), errors);
        DutyPeople.refuse(errors);
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        sql.update("""
                insert into duty_override (id, roster, from_at, until_at, person, instead_of, reason, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """, id, roster, command.from(), command.until(), person, instead, command.reason(), now);
        journal.record(
                "duty.override-made",
                "ROSTER",
                roster.toString(),
                Map.of(
                        "override", id.toString(),
                        "person", command.person(),
                        "insteadOf", String.valueOf(command.insteadOf()),
                        "from", command.from().toString(),
                        "until", command.until().toString(),
                        "reason", command.reason()));
        return id;
    }

    /** Withdraws an override; the turns of the rotation count again. */
    @Transactional
    public void withdraw(UUID roster, UUID override) {
        access.kept(access.seenByRoster(roster));
        int ended = sql.update(
                "update duty_override set ended_at = ? where id = ? and roster = ? and ended_at is null",
                clock.instant(),
                override,
                roster);
        if (ended == 0) {
            throw Refusal.notFound();
        }
        journal.record("duty.override-withdrawn", "ROSTER", roster.toString(), Map.of("override", override.toString()));
    }

    /** Somebody is away: the person himself says so, an officer of his institution, or the lead of a team of his. */
    @Transactional
    public AbsenceView absent(NewAbsence command) {
        Actor actor = current.get();
        List<FieldError> errors = new ArrayList<>();
        String username = command.person() == null ? actor.username() : command.person();
        UUID person = known("/person", username, errors);
        UUID substitute =
                command.substitute() == null ? null : people.named("/substitute", command.substitute(), errors);
        if (person.equals(substitute)) {
            errors.add(FieldError.of("/substitute", "duplicate", username));
        }
        checkSpan(command.from(), command.until(), errors);
        if (errors.isEmpty() && !absent.maySpeakFor(person)) {
            errors.add(FieldError.of("/person", "unknown-person", username));
        }
        DutyPeople.refuse(errors);
        Instant now = clock.instant();
        UUID id = Ids.at(now);
        sql.update("""
                insert into duty_absence (id, person, from_at, until_at, substitute, reason, made_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """, id, person, command.from(), command.until(), substitute, command.reason(), now);
        journal.record(
                "duty.absence-made",
                "PERSON",
                username,
                Map.of(
                        "absence", id.toString(),
                        "from", command.from().toString(),
                        "until", command.until().toString(),
                        "substitute", String.valueOf(command.substitute()),
                        "reason", command.reason()));
        return absent.get(id);
    }

    /** Whoever was away is back: what has begun ends now, what has not is withdrawn. */
    @Transactional
    public void back(UUID absence) {
        AbsenceView known = absent.get(absence);
        if (!absent.maySpeakFor(known.person().id())) {
            throw Refusal.notFound();
        }
        Instant now = clock.instant();
        sql.update(
                known.from().isBefore(now) && known.until().isAfter(now)
                        ? "update duty_absence set until_at = ? where id = ?"
                        : "update duty_absence set ended_at = ? where id = ?",
                now,
                absence);
        journal.record(
                "duty.absence-ended", "PERSON", known.person().username(), Map.of("absence", absence.toString()));
    }

    private UUID known(String pointer, String username, List<FieldError> errors) {
        return absent.find(username).orElseGet(() -> {
            errors.add(FieldError.of(pointer, "unknown-person", username));
            return new UUID(0, 0);
        });
    }

    private static void checkSpan(Instant from, Instant until, List<FieldError> errors) {
        if (!until.isAfter(from)) {
            errors.add(FieldError.of("/until", "end-before-begin"));
        }
    }
}

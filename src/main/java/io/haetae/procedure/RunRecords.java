package io.haetae.procedure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Runs with everything that belongs to them. */
@ApplicationScoped
class RunRecords implements PanacheRepositoryBase<Run, UUID> {

    private final EntityManager database;

    RunRecords(EntityManager database) {
        this.database = database;
    }

    /** The run for writing: verbs on one run follow one another. */
    Optional<Run> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Takes a run for looking after it, unless another replica has it. */
    Optional<Run> claim(UUID id) {
        return database
                .createNativeQuery(
                        "select * from procedure_run where id = ?1 and state = 'OPEN' for update skip locked",
                        Run.class)
                .setParameter(1, id)
                .getResultList()
                .stream()
                .findFirst()
                .map(Run.class::cast);
    }

    Optional<Run> open(String subjectKind, String subjectId, ManualRef manual) {
        return find(
                        "subjectKind = ?1 and subjectId = ?2 and manualKind = ?3 and manualName = ?4 and state = ?5",
                        subjectKind,
                        subjectId,
                        manual.kind(),
                        manual.name(),
                        Run.State.OPEN)
                .firstResultOptional();
    }

    List<RunStep> steps(UUID run) {
        return database.createQuery("from RunStep where run = ?1 order by readyAt, id", RunStep.class)
                .setParameter(1, run)
                .getResultList();
    }

    /** Open steps of several runs. */
    List<RunStep> openSteps(List<UUID> runs) {
        return database.createQuery(
                        "from RunStep where run in ?1 and endedAt is null order by readyAt, id", RunStep.class)
                .setParameter(1, runs)
                .getResultList();
    }

    /** How many steps of each run people have ended. */
    Map<UUID, Integer> done(List<UUID> runs) {
        Map<UUID, Integer> done = new HashMap<>();
        database.createQuery(
                        "select s.run, count(s) from RunStep s where s.run in ?1 and s.endedAt is not null group by s.run",
                        Object[].class)
                .setParameter(1, runs)
                .getResultList()
                .forEach(row -> done.put((UUID) row[0], ((Number) row[1]).intValue()));
        return done;
    }

    List<RunEntry> entries(UUID run) {
        return database.createQuery("from RunEntry where run = ?1 order by recordedAt, id", RunEntry.class)
                .setParameter(1, run)
                .getResultList();
    }

    List<Delegated> delegations(UUID run) {
        return database.createQuery(
                        "from Delegated where runStep in (select id from RunStep where run = ?1) order by at, id",
                        Delegated.class)
                .setParameter(1, run)
                .getResultList();
    }

    /** Its changes of version, the latest first. */
    List<Moved> moves(UUID run) {
        return database.createQuery("from Moved where run = ?1 order by at desc, id desc", Moved.class)
                .setParameter(1, run)
                .getResultList();
    }

    List<HandedOver> handOvers(UUID run) {
        return database.createQuery("from HandedOver where run = ?1 order by at, id", HandedOver.class)
                .setParameter(1, run)
                .getResultList();
    }

    Optional<RunEntry> entry(UUID id) {
        return Optional.ofNullable(database.find(RunEntry.class, id));
    }

    void add(Object row) {
        database.persist(row);
    }

    /** Open runs that have something to look at: a time has come, or their subject has changed. */
    List<UUID> due(Instant now, int most) {
        List<?> rows = database.createNativeQuery("""
                        select r.id from procedure_run r
                         where r.state = 'OPEN'
                           and (exists (select 1 from procedure_step s where s.run = r.id and s.next_at <= ?1)
                                or exists (select 1 from procedure_wake w
                                            where w.subject_kind = r.subject_kind and w.subject_id = r.subject_id))
                         limit ?2""")
                .setParameter(1, now)
                .setParameter(2, most)
                .getResultList();
        return rows.stream().map(UUID.class::cast).toList();
    }
}

package io.haetae.register.transfer;

import io.haetae.audit.Journal;
import io.haetae.register.transfer.Import.Judged;
import io.haetae.register.transfer.ImportView.State;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Carries an import out. One transaction holds the claim and everything that is written: when the replica dies, both are
 * gone together.
 */
@ApplicationScoped
class ImportRun {

    private final ImportJobs jobs;
    private final ImportRows rows;
    private final ImportProgress progress;
    private final Import importing;
    private final Likenesses likenesses;
    private final Journal journal;
    private final Clock clock;

    ImportRun(
            ImportJobs jobs,
            ImportRows rows,
            ImportProgress progress,
            Import importing,
            Likenesses likenesses,
            Journal journal,
            Clock clock) {
        this.jobs = jobs;
        this.rows = rows;
        this.progress = progress;
        this.importing = importing;
        this.likenesses = likenesses;
        this.journal = journal;
        this.clock = clock;
    }

    /** Takes an import up and brings it to an end; false when somebody else has it. */
    @Transactional
    @TransactionConfiguration(timeout = Import.LONGEST_SECONDS)
    public boolean carryOut(UUID id) {
        if (!jobs.claim(id) || !progress.begun(id, clock.instant())) {
            return false;
        }
        ImportView job = jobs.find(id).orElseThrow().view();
        Table table = Table.under(TableFile.read(jobs.content(id)), job.paths());
        Told told = new Told(id, table.lines().size());
        told.read(table.lines().size());
        if (job.applying()) {
            write(job, table, told);
        } else {
            look(job, table, told);
        }
        return true;
    }

    private void look(ImportView job, Table table, Steps told) {
        List<Judged> judged = importing.judge(table, Map.of(), told);
        rows.replace(job.id(), table, judged, likenesses.of(judged));
        jobs.end(job.id(), State.CHECKED, refused(judged), clock.instant());
    }

    private void write(ImportView job, Table table, Steps told) {
        List<Judged> judged = importing.judge(table, rows.decided(job.id(), job.undecided()), told);
        int refused = refused(judged);
        boolean applies = refused == 0 || job.partial();
        if (applies) {
            importing.write(judged, told);
            journal.record(
                    "register.systems-imported",
                    "REGISTER",
                    "systems",
                    Map.of(
                            "import", job.id(),
                            "file", job.fileName(),
                            "rows", judged.size(),
                            "counts", Import.counts(judged),
                            "partial", job.partial()));
        }
        rows.outcomes(job.id(), table, judged);
        jobs.end(job.id(), applies ? State.APPLIED : State.CHECKED, refused, clock.instant());
    }

    private static int refused(List<Judged> judged) {
        return (int) judged.stream().filter(Judged::refused).count();
    }

    /** Passes on how far it is. */
    private final class Told implements Steps {

        private final UUID id;
        private final int all;
        private int checked;

        Told(UUID id, int all) {
            this.id = id;
            this.all = all;
        }

        @Override
        public void read(int rows) {
            progress.rows(id, all, 0, 0);
        }

        @Override
        public void checked(int rows) {
            checked = rows;
            progress.rows(id, all, checked, 0);
        }

        @Override
        public void written(int rows) {
            progress.rows(id, all, checked, rows);
        }
    }
}

package io.haetae.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.haetae.audit.Verification.Reason;
import io.haetae.testing.OwnerConnection;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SealIT {

    @Inject
    Journal journal;

    @Inject
    SealService seals;

    @Inject
    SealSweep sweep;

    @Inject
    SealAnchor anchor;

    @Inject
    VerificationService verifications;

    @Inject
    AgroalDataSource database;

    @Inject
    OwnerConnection owner;

    @AfterEach
    void leaves_the_journal_whole() {
        sweep.run();
        assertThat(verifications.verify().intact()).isTrue();
    }

    @Test
    void what_was_written_is_sealed_by_the_next_sweep() {
        sweep.run();
        long before = verifications.verify().sealed();

        write("swept", 3);
        assertThat(verifications.verify()).extracting(Verification::unsealed).isEqualTo(3L);
        sweep.run();

        Verification after = verifications.verify();
        assertThat(after.sealed()).isEqualTo(before + 3);
        assertThat(after.unsealed()).isZero();
        assertThat(after.intact()).isTrue();
        assertThat(after.firstBroken()).isNull();
    }

    @Test
    void nothing_to_seal_makes_no_seal() {
        sweep.run();
        assertThat(seals.sealNext()).isEmpty();
    }

    @Test
    void an_entry_waits_for_every_transaction_that_might_still_precede_it() throws Exception {
        sweep.run();
        try (Connection older = owner.open()) {
            older.setAutoCommit(false);
            try (Statement statement = older.createStatement()) {
                statement.execute("select pg_current_xact_id()");
            }
            write("waiting", 1);
            sweep.run();
            assertThat(verifications.verify().unsealed()).isEqualTo(1);
            older.commit();
        }
        sweep.run();
        assertThat(verifications.verify().unsealed()).isZero();
    }

    @Test
    void two_competing_sealers_and_eight_writers_seal_each_entry_exactly_once() throws Exception {
        sweep.run();
        long before = verifications.verify().sealed();
        ExecutorService threads = Executors.newFixedThreadPool(10);
        CountDownLatch writing = new CountDownLatch(8);
        List<Future<?>> all = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            all.add(threads.submit(() -> {
                for (int i = 0; i < 50; i++) {
                    write("contended", 2);
                }
                writing.countDown();
            }));
        }
        Callable<Void> sealer = () -> {
            while (writing.getCount() > 0) {
                sweep.run();
            }
            return null;
        };
        all.add(threads.submit(sealer));
        all.add(threads.submit(sealer));
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        sweep.run();

        Verification after = verifications.verify();
        assertThat(after.intact()).isTrue();
        assertThat(after.sealed()).isEqualTo(before + 800);
        assertThat(after.unsealed()).isZero();
    }

    @Test
    void an_entry_changed_by_the_owner_of_the_database_is_found() throws SQLException {
        assertThat(foundAfter(
                        "update audit_entry set actor = 'someone-else' where subject_id = ?",
                        "update audit_entry set actor = 'haetae' where subject_id = ?"))
                .isEqualTo(Reason.ENTRY_CHANGED);
    }

    @Test
    void an_entry_changed_with_its_hash_by_the_owner_is_found() throws SQLException {
        assertThat(
                        foundAfter(
                                "update audit_entry set hash = sha256(hash) where subject_id = ?",
                                "update audit_entry e set hash = o.hash from audit_tampered o where o.id = e.id and e.subject_id = ?"))
                .isEqualTo(Reason.ENTRY_CHANGED);
    }

    @Test
    void an_entry_deleted_by_the_owner_is_found() throws SQLException {
        assertThat(foundAfter("delete from audit_entry where subject_id = ?", """
                        insert into audit_entry overriding system value
                        select * from audit_tampered where subject_id = ?"""))
                .isEqualTo(Reason.ENTRIES_DO_NOT_FIT_SEAL);
    }

    @Test
    void a_link_taken_out_of_the_middle_is_found() throws SQLException {
        write("first", 1);
        sweep.run();
        write("second", 1);
        sweep.run();
        long last = anchor.recall().orElseThrow().n();
        assertThat(foundAfterSealChange("delete from audit_seal where n = " + (last - 1)))
                .isEqualTo(Reason.CHAIN_BROKEN);
    }

    @Test
    void a_link_signed_by_another_key_is_found() throws SQLException {
        write("forged", 1);
        sweep.run();
        long last = anchor.recall().orElseThrow().n();
        assertThat(foundAfterSealChange("update audit_seal set signature = sha256(signature) where n = " + last))
                .isEqualTo(Reason.SIGNATURE_WRONG);
    }

    @Test
    void an_end_that_was_cut_off_is_found() throws SQLException {
        write("cut", 1);
        sweep.run();
        long last = anchor.recall().orElseThrow().n();
        assertThat(foundAfterSealChange("delete from audit_seal where n = " + last))
                .isEqualTo(Reason.END_CUT_OFF);
    }

    /** Tampers with one sealed entry as the owner, looks, and puts it back. */
    private Reason foundAfter(String tamper, String repair) throws SQLException {
        String subject = "tampered-" + System.nanoTime();
        write(subject, 1);
        sweep.run();
        try (Connection connection = owner.open()) {
            run(
                    connection,
                    "create temporary table audit_tampered as select * from audit_entry where subject_id = ?",
                    subject);
            run(connection, tamper, subject);
            Reason found = firstReason();
            run(connection, repair, subject);
            return found;
        }
    }

    /** Tampers with links as the owner, looks, and puts them back. */
    private Reason foundAfterSealChange(String tamper) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement()) {
            statement.execute("create temporary table seals_before as select * from audit_seal");
            statement.execute(tamper);
            Reason found = firstReason();
            statement.execute("delete from audit_seal");
            statement.execute("insert into audit_seal select * from seals_before");
            return found;
        }
    }

    private Reason firstReason() {
        Verification verification = verifications.verify();
        assertThat(verification.intact()).isFalse();
        return Objects.requireNonNull(verification.firstBroken()).reason();
    }

    private static void run(Connection connection, String sql, String subject) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subject);
            statement.execute();
        }
    }

    private void write(String subject, int times) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (int i = 0; i < times; i++) {
                journal.record("audit.tried", "TRIAL", subject, Map.of("i", i));
            }
        });
    }

    @Test
    void the_database_counts_the_same_as_the_walk() throws SQLException {
        write("counted", 2);
        sweep.run();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*), (select sum(entries) from audit_seal) from audit_entry")) {
            assertThat(row.next()).isTrue();
            assertThat(verifications.verify())
                    .extracting(Verification::entries, Verification::sealed)
                    .containsExactly(row.getLong(1), row.getLong(2));
        }
    }
}

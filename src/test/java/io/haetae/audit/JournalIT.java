package io.haetae.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JournalIT {

    @Inject
    Journal journal;

    @Inject
    AgroalDataSource database;

    @Test
    void an_entry_is_there_when_its_act_commits() throws SQLException {
        QuarkusTransaction.requiringNew()
                .run(() -> journal.record("audit.tried", "TRIAL", "committed-1", Map.of("값", "하나")));

        assertThat(one("select actor || ' ' || data from audit_entry where subject_id = 'committed-1'"))
                .isEqualTo("haetae {\"값\":\"하나\"}");
    }

    @Test
    void an_entry_is_gone_when_its_act_rolls_back() throws SQLException {
        QuarkusTransaction.begin();
        journal.record("audit.tried", "TRIAL", "rolled-back", Map.of());
        QuarkusTransaction.rollback();

        assertThat(one("select count(*) from audit_entry where subject_id = 'rolled-back'"))
                .isEqualTo("0");
    }

    @Test
    void an_act_without_a_transaction_cannot_be_recorded() {
        assertThatThrownBy(() -> journal.record("audit.tried", "TRIAL", "outside", Map.of()))
                .isInstanceOf(TransactionalException.class);
    }

    @Test
    void the_service_can_neither_update_nor_delete_an_entry() {
        for (String forbidden : new String[] {
            "update audit_entry set actor = 'nobody'",
            "delete from audit_entry",
            "truncate audit_entry",
            "update audit_seal set entries = 1",
            "delete from audit_seal",
            "alter table audit_entry disable trigger all"
        }) {
            assertThatThrownBy(() -> run(forbidden))
                    .as(forbidden)
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void the_database_is_durable_and_knows_hangul() throws SQLException {
        assertThat(one("show fsync") + one("show synchronous_commit")).isEqualTo("onon");
        assertThat(one("select datctype from pg_database where datname = current_database()"))
                .isEqualTo("C.UTF-8");
        assertThat(one("select current_user")).isEqualTo("haetae_app");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String one(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}

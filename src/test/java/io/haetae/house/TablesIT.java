package io.haetae.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.haetae.testing.OwnerConnection;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables keep the room plan: they are named after their room, and foreign keys point where its code may. */
@QuarkusTest
class TablesIT {

    private final RoomPlan plan = RoomPlan.ofTheHouse();

    @Inject
    OwnerConnection owner;

    @Test
    void every_table_and_view_is_named_after_its_room() throws SQLException {
        assertThat(rows("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_name <> 'flyway_schema_history'""")).isNotEmpty().allSatisfy(row -> assertThat(plan.rooms())
                .containsKey(room(row.get(0))));
    }

    @Test
    void a_foreign_key_points_to_its_own_room_or_to_one_its_room_may_use() throws SQLException {
        List<List<String>> keys = rows("""
                select c.conrelid::regclass::text, c.confrelid::regclass::text from pg_constraint c
                join pg_namespace n on n.oid = c.connamespace
                where c.contype = 'f' and n.nspname = 'public'""");

        assertThat(keys).isNotEmpty();
        assertThat(keys)
                .filteredOn(key ->
                        !room(key.get(0)).equals(room(key.get(1))) && !plan.mayUse(room(key.get(0)), room(key.get(1))))
                .isEmpty();
    }

    @Test
    void the_service_may_write_rows_in_every_table_but_define_none() throws SQLException {
        assertThat(rows("""
                        select relname from pg_class
                        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
                          and relname <> 'flyway_schema_history'
                          and not (has_table_privilege('haetae_app', oid, 'select')
                                   and has_table_privilege('haetae_app', oid, 'insert'))""")).isEmpty();
        assertThat(rows("select has_schema_privilege('haetae_app', 'public', 'create')::text"))
                .containsExactly(List.of("false"));
        assertThat(rows("select has_table_privilege('haetae_app', 'audit_entry', 'update, delete, truncate')::text"))
                .containsExactly(List.of("false"));
    }

    private static String room(String table) {
        return table.split("_", -1)[0];
    }

    private List<List<String>> rows(String sql) throws SQLException {
        try (Connection connection = owner.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}

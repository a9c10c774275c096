package io.haetae.kernel;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * Plain SQL for queues, bulk work and lists whose filters vary. Joins the transaction of the caller; it does not see
 * entities that are not flushed yet.
 */
@ApplicationScoped
public class Sql {

    private final AgroalDataSource database;

    Sql(AgroalDataSource database) {
        this.database = database;
    }

    /** Turns the present row into a value. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Every row of a query, or of a statement that returns rows. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return read(statement, reader);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Every row of a query that PostgreSQL plans anew for these very values, because one plan for all would be far off for
     * some of them. It costs less than a millisecond each time.
     */
    public <T> List<T> listPlanned(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            return read(statement, reader);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = statement.executeQuery()) {
            List<T> values = new ArrayList<>();
            while (rows.next()) {
                values.add(reader.read(rows));
            }
            return values;
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("query failed: " + e.getSQLState() + " " + e.getMessage(), e);
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement and says how many rows it touched. */
    public int update(String sql, @Nullable Object... parameters) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepare(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("statement failed: " + e.getSQLState() + " " + e.getMessage(), e);
        }
    }

    /** The instant in a column, or null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The instant in a column that is never null. */
    public static Instant requiredInstant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The localised text in the columns {@code <name>_ko} and {@code <name>_en}. */
    public static LocalizedText text(ResultSet row, String name) throws SQLException {
        return new LocalizedText(row.getString(name + "_ko"), row.getString(name + "_en"));
    }

    /** The texts in a column that is never null. */
    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, bindable(connection, parameters[i]));
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static @Nullable Object bindable(Connection connection, @Nullable Object value) throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof String[] texts) {
            return connection.createArrayOf("text", texts);
        }
        if (value instanceof UUID[] ids) {
            return connection.createArrayOf("uuid", ids);
        }
        if (value instanceof Integer[] numbers) {
            return connection.createArrayOf("int", numbers);
        }
        return value;
    }
}

package io.countersign.shared.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * SQL on the bare connection, for repositories that move ten thousand rows at a time: binding through Jdbi costs more than
 * the insert. Arguments may be text, numbers, booleans, {@link Instant}, null, or for
 * {@code = any(?)} a collection of ids or {@link Texts}. Thread-safe; joins the running transaction.
 */
public final class Statements {
    private static final int BATCH = 1000;
    private static final int IDS = 200;

    private final Database database;

    public Statements(Database database) {
        this.database = database;
    }

    /** Texts as one argument, for {@code = any(?)}. */
    public record Texts(Collection<String> texts) {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Reads a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Turns a row into the arguments of a statement, in order. */
    @FunctionalInterface
    public interface Binder<T> {
        void bind(Arguments arguments, T row) throws SQLException;
    }

    /** All rows of a query; many ids are asked for in parts, by rising id. */
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return database.withConnection("query", connection -> {
            var found = new ArrayList<T>();
            for (var part : parts(arguments)) {
                try (var statement = prepare(connection, sql, part)) {
                    statement.setFetchSize(BATCH);
                    read(statement, reader, found);
                }
            }
            return found;
        });
    }

    private static <T> void read(PreparedStatement statement, RowReader<T> reader, List<T> found) throws SQLException {
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        }
    }

    /** The first row of a query. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
        return list(sql, reader, arguments).stream().findFirst();
    }

    /** The number that a query answers. */
    public long number(String sql, @Nullable Object... arguments) {
        return list(sql, row -> row.getLong(1), arguments).getFirst();
    }

    /** Runs a statement, for many ids in parts; returns how many rows it changed. */
    public int update(String sql, @Nullable Object... arguments) {
        return changing("update", sql, connection -> {
            int changed = 0;
            for (var part : parts(arguments)) {
                try (var statement = prepare(connection, sql, part)) {
                    changed += statement.executeUpdate();
                }
            }
            return changed;
        });
    }

    /** H2 compares every row that it finds with the whole array: the effort grows with the square of its size. */
    private static List<@Nullable Object[]> parts(@Nullable Object... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof Collection<?> ids && ids.size() > IDS) {
                var sorted = ids.stream().sorted().toList();
                var parts = new ArrayList<@Nullable Object[]>();
                for (int from = 0; from < sorted.size(); from += IDS) {
                    var part = arguments.clone();
                    part[i] = sorted.subList(from, Math.min(sorted.size(), from + IDS));
                    parts.add(part);
                }
                return parts;
            }
        }
        return List.<@Nullable Object[]>of(arguments);
    }

    /** Runs an insert; returns the {@code id} that its row got. */
    public long insert(String sql, @Nullable Object... arguments) {
        return changing("insert", sql, connection -> {
            try (var statement = connection.prepareStatement(sql, new String[] {"id"})) {
                bind(new Arguments(connection, statement), arguments);
                statement.executeUpdate();
                return keys(statement).getFirst();
            }
        });
    }

    /** Runs an insert for each row; returns their {@code id}s in order. */
    public <T> List<Long> insertAll(String sql, Collection<T> rows, Binder<T> binder) {
        return changing("insert", sql, connection -> {
            try (var statement = connection.prepareStatement(sql, new String[] {"id"})) {
                var ids = new ArrayList<Long>(rows.size());
                execute(connection, statement, rows, binder, () -> ids.addAll(keys(statement)));
                return ids;
            }
        });
    }

    /** Runs a statement for each row. */
    public <T> void batch(String sql, Collection<T> rows, Binder<T> binder) {
        if (rows.isEmpty()) {
            return;
        }
        changing("batch", sql, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                execute(connection, statement, rows, binder, () -> {});
                return rows.size();
            }
        });
    }

    private <T> T changing(String operation, String sql, Database.ConnectionWork<T> work) {
        try {
            return database.withConnection(operation, work);
        } finally {
            database.executed(sql);
        }
    }

    /** A moment column. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment column that may be null. */
    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** {@code text}, cut to {@code length} characters without tearing one apart. */
    public static String fit(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private interface AfterBatch {
        void run() throws SQLException;
    }

    private static <T> void execute(
            Connection connection, PreparedStatement statement, Collection<T> rows, Binder<T> binder, AfterBatch after)
            throws SQLException {
        int waiting = 0;
        for (var row : rows) {
            binder.bind(new Arguments(connection, statement), row);
            statement.addBatch();
            if (++waiting == BATCH) {
                statement.executeBatch();
                after.run();
                waiting = 0;
            }
        }
        if (waiting > 0) {
            statement.executeBatch();
            after.run();
        }
    }

    private static List<Long> keys(PreparedStatement statement) throws SQLException {
        try (var keys = statement.getGeneratedKeys()) {
            var ids = new ArrayList<Long>();
            while (keys.next()) {
                ids.add(keys.getLong(1));
            }
            return ids;
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... arguments)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            bind(new Arguments(connection, statement), arguments);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private static void bind(Arguments target, @Nullable Object... arguments) throws SQLException {
        for (var argument : arguments) {
            target.add(argument);
        }
    }

    /** The arguments of one statement, set one after another. */
    public static final class Arguments {
        private final Connection connection;
        private final PreparedStatement statement;
        private int index;

        private Arguments(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        /** Sets the next argument. */
        public Arguments add(@Nullable Object argument) throws SQLException {
            index++;
            switch (argument) {
                case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
                case Texts(var texts) ->
                    statement.setArray(index, connection.createArrayOf("varchar", texts.toArray()));
                case Collection<?> ids -> statement.setArray(index, connection.createArrayOf("bigint", ids.toArray()));
                case null, default -> statement.setObject(index, argument);
            }
            return this;
        }
    }

    /** Runs work in a transaction of this database, or in the running one. */
    public <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }
}

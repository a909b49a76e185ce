package io.countersign.shared.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open database: a connection pool, migrated to the newest schema. Thread-safe. A repository asks for a
 * {@link Handle} with {@link #with}; inside {@link #inTransaction} every such call of the same thread shares one.
 */
public final class Database implements Transactions, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);
    private static final int POOL_SIZE = 10;
    // Bytes that no database with our tables gets by with; one whose process was killed before it had any is smaller.
    private static final long EMPTY = 1 << 16;
    // Bytes, and percent: a file that is larger than that and less full is written anew when it is closed.
    private static final long SMALL = 32L << 20;
    private static final int HALF_FULL = 50;
    private static final Set<Integer> DAMAGE = Set.of(DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND);

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final DatabaseSettings settings;
    private final TableChanges changes = new TableChanges();

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a process has one database: no static state
    private final ThreadLocal<Handle> current = new ThreadLocal<>();

    private Database(HikariDataSource pool, DatabaseSettings settings) {
        this.pool = pool;
        this.settings = settings;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects and migrates.
     *
     * @throws CountersignException.Unreachable when a server does not answer or refuses the user
     * @throws CountersignException.Damaged when the file of an embedded one is damaged and there is a copy
     * @throws CountersignException.DamagedWithoutCopy when it is and there is none
     * @throws CountersignException.Storage when the database cannot be read or migrated
     */
    public static Database open(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("countersign");
        config.setMaximumPoolSize(POOL_SIZE);
        // A server may be starting; a file is not going to be better at the second try.
        config.setInitializationFailTimeout(settings instanceof DatabaseSettings.Remote ? 10_000 : 1);
        var dialect =
                switch (settings) {
                    case DatabaseSettings.Embedded(var file) -> {
                        config.setJdbcUrl(h2Url(file));
                        yield "h2";
                    }
                    case DatabaseSettings.InMemory(var name) -> {
                        config.setJdbcUrl("jdbc:h2:mem:" + name + H2_OPTIONS);
                        yield "h2";
                    }
                    case DatabaseSettings.Remote(var url, var user, var password) -> {
                        config.setJdbcUrl(url);
                        config.setUsername(user);
                        config.setPassword(password);
                        config.addDataSourceProperty("reWriteBatchedInserts", "true");
                        yield "postgresql";
                    }
                };
        try {
            boolean filled = settings instanceof DatabaseSettings.Embedded(var file) && isFilled(file);
            var pool = new HikariDataSource(config);
            try {
                if (filled) {
                    refuseEmpty(pool, settings);
                }
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect)
                        .failOnMissingLocations(false)
                        .load()
                        .migrate();
                return new Database(pool, settings);
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (PoolInitializationException e) {
            throw settings instanceof DatabaseSettings.Remote remote
                    ? new CountersignException.Unreachable(remote.url(), e)
                    : failure("open " + settings, settings, e);
        } catch (FlywayException e) {
            throw failure("open " + settings, settings, e);
        }
    }

    private static CountersignException failure(String operation, DatabaseSettings settings, Exception cause) {
        return settings instanceof DatabaseSettings.Embedded(var file) && isDamaged(cause)
                ? damaged(file, cause)
                : new CountersignException.Storage(operation, cause);
    }

    private static boolean isFilled(Path file) {
        try {
            return Files.size(Path.of(file + ".mv.db")) > EMPTY;
        } catch (IOException _) {
            return false; // there is none yet
        }
    }

    /** Where nothing in a file is sound, H2 takes it for an empty database without a word. */
    private static void refuseEmpty(DataSource pool, DatabaseSettings settings) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            tables.next();
            if (tables.getLong(1) == 0 && settings instanceof DatabaseSettings.Embedded(var file)) {
                statement.execute("shutdown immediately");
                throw damaged(file, new IOException("nothing in it can be read"));
            }
        } catch (SQLException e) {
            throw failure("open " + settings, settings, e);
        }
    }

    private static boolean isDamaged(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // Not always told as 90030: in the middle of a statement H2 tells it as a general error.
            if ((cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1)
                    || (cause instanceof MVStoreException store && DAMAGE.contains(store.getErrorCode()))) {
                return true;
            }
        }
        return false;
    }

    private static CountersignException damaged(Path file, Exception cause) {
        var copy = DatabaseCopies.of(file).newestFirst().stream().findFirst();
        return copy.<CountersignException>map(
                        found -> new CountersignException.Damaged(file + ".mv.db", found.file(), found.madeAt(), cause))
                .orElseGet(() -> new CountersignException.DamagedWithoutCopy(file + ".mv.db", cause));
    }

    /** {@code file} is without the {@code .mv.db} that H2 adds. */
    static String h2Url(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + H2_OPTIONS;
    }

    // WRITE_DELAY: every commit is written at once. With H2's default of half a second, killing the process in the
    // middle of a
    // large transaction left part of it behind, other parts in the table than in its indexes.
    // PostgreSQL's spelling and null order, so that one SQL text serves both databases.
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                    + ";WRITE_DELAY=0"
                    // Closing must not move what is written: H2 2.4.240 contradicts its own assertions when it does,
                    // and files that broke did so between a close and the next start.
                    + ";MAX_COMPACT_TIME=0"
                    // Longer results go through a file first: a tray of 40,000 takes seven times as long, one of
                    // 100,000 eleven times.
                    + ";MAX_MEMORY_ROWS=250000"
                    // One person's decisions wait for each other, and a batch of ten thousand takes its time.
                    + ";LOCK_TIMEOUT=60000";

    /** True for H2 in this process, false for a server. */
    public boolean isEmbedded() {
        return !(settings instanceof DatabaseSettings.Remote);
    }

    /**
     * Another number after every change of these tables that was committed through {@link Statements} of this object; at least
     * as new as any change that the caller knows of. Empty for a server, which others change too.
     */
    public OptionalLong version(Set<String> tables) {
        return isEmbedded() ? OptionalLong.of(changes.version(tables)) : OptionalLong.empty();
    }

    /** This statement was executed, and is committed unless a transaction runs. */
    void executed(String sql) {
        changes.executed(sql, current.get() != null);
    }

    /** The pool, for libraries that bring their own SQL; what they do joins no {@link #inTransaction transaction}. */
    public DataSource dataSource() {
        return pool;
    }

    /**
     * Lets the pool tell a registry about its connections; once.
     *
     * @param registry of a library that the pool knows, such as a {@code MeterRegistry} of Micrometer
     */
    public void measure(Object registry) {
        pool.setMetricRegistry(registry);
    }

    /** Runs {@code work} with a handle: the one of the running transaction, else a fresh one that commits each statement. */
    public <T> T with(Function<Handle, T> work) {
        var running = current.get();
        try {
            if (running != null) {
                return work.apply(running);
            }
            try (var handle = jdbi.open()) {
                return work.apply(handle);
            }
        } catch (JdbiException e) {
            throw failure("statement", settings, e);
        }
    }

    /** Like {@link #with} on the bare connection, for statements too hot for Jdbi; {@code operation} names it in failures. */
    public <T> T withConnection(String operation, ConnectionWork<T> work) {
        return with(handle -> {
            try {
                return work.apply(handle.getConnection());
            } catch (SQLException e) {
                throw failure(operation, settings, e);
            }
        });
    }

    /** True when {@code failure} was caused by a second row with the same unique key (SQLSTATE 23505). */
    public static boolean isUniqueViolation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** Work on a connection that the caller neither closes nor commits. */
    @FunctionalInterface
    public interface ConnectionWork<T> {
        T apply(Connection connection) throws SQLException;
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        return current.get() != null ? work.get() : commit(work);
    }

    private <T> T commit(Supplier<T> work) {
        try {
            return jdbi.inTransaction(handle -> {
                current.set(handle);
                try {
                    return work.get();
                } finally {
                    current.remove();
                }
            });
        } catch (JdbiException e) {
            throw failure("transaction", settings, e);
        } finally {
            changes.committed();
        }
    }

    /** Closes the file completely, so that another process may open or copy it; nothing happens at the second time. */
    @Override
    public void close() {
        if (pool.isClosed()) {
            return; // another connection would open the file again
        }
        pool.close();
        if (isEmbedded()) {
            shutDown();
        }
    }

    // After the pool and on a bare connection: whatever asks a connection again after this statement, as a pool and
    // Jdbi do,
    // makes H2 write "Database is already closed" to a trace file in the home.
    private void shutDown() {
        try (var connection = DriverManager.getConnection(pool.getJdbcUrl());
                var statement = connection.createStatement()) {
            // Writes a new file and puts it in the place of this one, unlike what else makes a file smaller.
            statement.execute(isMostlyEmpty(statement) ? "shutdown compact" : "shutdown");
        } catch (SQLException e) {
            LOG.warn("the database could not be shut down", e);
        }
    }

    private static boolean isMostlyEmpty(Statement statement) throws SQLException {
        // The share of the file that chunks have, times the share of these that is still referred to.
        long live = info(statement, "info.FILL_RATE") * info(statement, "info.CHUNKS_FILL_RATE") / 100;
        return info(statement, "info.FILE_SIZE") > SMALL && live < HALF_FULL;
    }

    private static long info(Statement statement, String name) throws SQLException {
        try (var found = statement.executeQuery(
                "select setting_value from information_schema.settings where setting_name = '" + name + "'")) {
            return found.next() ? found.getLong(1) : 0;
        }
    }
}

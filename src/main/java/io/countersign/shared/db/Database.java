package io.countersign.shared.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The open database: a connection pool, migrated to the newest schema. Thread-safe. A repository asks for a
 * {@link Handle} with {@link #with}; inside {@link #inTransaction} every such call of the same thread shares one.
 */
public final class Database implements Transactions, AutoCloseable {
    private static final int POOL_SIZE = 10;

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final boolean embedded;

    @SuppressWarnings("ThreadLocalUsage") // one per database, and a process has one database: no static state
    private final ThreadLocal<Handle> current = new ThreadLocal<>();

    private Database(HikariDataSource pool, boolean embedded) {
        this.pool = pool;
        this.embedded = embedded;
        this.jdbi = Jdbi.create(pool);
    }

    /**
     * Connects and migrates.
     *
     * @throws CountersignException.Unreachable when a server does not answer or refuses the user
     * @throws CountersignException.Storage when the database cannot be read or migrated
     */
    public static Database open(DatabaseSettings settings) {
        var config = new HikariConfig();
        config.setPoolName("countersign");
        config.setMaximumPoolSize(POOL_SIZE);
        config.setInitializationFailTimeout(10_000);
        var dialect =
                switch (settings) {
                    case DatabaseSettings.Embedded(var file) -> {
                        config.setJdbcUrl("jdbc:h2:file:" + file.toAbsolutePath() + H2_OPTIONS);
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
            var pool = new HikariDataSource(config);
            try {
                Flyway.configure()
                        .dataSource(pool)
                        .locations("classpath:db/migration/common", "classpath:db/migration/" + dialect)
                        .failOnMissingLocations(false)
                        .load()
                        .migrate();
                return new Database(pool, dialect.equals("h2"));
            } catch (RuntimeException e) {
                pool.close();
                throw e;
            }
        } catch (PoolInitializationException e) {
            throw settings instanceof DatabaseSettings.Remote remote
                    ? new CountersignException.Unreachable(remote.url(), e)
                    : new CountersignException.Storage("open " + settings, e);
        } catch (FlywayException e) {
            throw new CountersignException.Storage("open " + settings, e);
        }
    }

    // WRITE_DELAY: every commit is written at once. With H2's default of half a second, killing the process in the
    // middle of a
    // large transaction left part of it behind, other parts in the table than in its indexes.
    // PostgreSQL's spelling and null order, so that one SQL text serves both databases.
    private static final String H2_OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                    + ";WRITE_DELAY=0"
                    // Longer results go through a file first: a tray of 40,000 takes seven times as long, one of
                    // 100,000 eleven times.
                    + ";MAX_MEMORY_ROWS=250000"
                    // One person's decisions wait for each other, and a batch of ten thousand takes its time.
                    + ";LOCK_TIMEOUT=60000";

    /** True for H2 in this process, false for a server. */
    public boolean isEmbedded() {
        return embedded;
    }

    /** The pool, for libraries that bring their own SQL; what they do joins no {@link #inTransaction transaction}. */
    public DataSource dataSource() {
        return pool;
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
            throw new CountersignException.Storage("statement", e);
        }
    }

    /** Like {@link #with} on the bare connection, for statements too hot for Jdbi; {@code operation} names it in failures. */
    public <T> T withConnection(String operation, ConnectionWork<T> work) {
        return with(handle -> {
            try {
                return work.apply(handle.getConnection());
            } catch (SQLException e) {
                throw new CountersignException.Storage(operation, e);
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
            throw new CountersignException.Storage("transaction", e);
        }
    }

    @Override
    public void close() {
        if (embedded) {
            try (var handle = jdbi.open()) {
                handle.execute("shutdown");
            } catch (JdbiException e) {
                // H2 answers SHUTDOWN by closing the connection it came on; the data is on disk by then.
                org.slf4j.LoggerFactory.getLogger(Database.class).debug("shutdown", e);
            }
        }
        pool.close();
    }
}

package io.countersign.shared.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import io.countersign.shared.CountersignException;
import io.countersign.shared.Transactions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
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

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private final DatabaseSettings settings;
    private final TableChanges changes = new TableChanges();
    private volatile boolean doubtful;

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
                        config.setJdbcUrl(H2File.url(file));
                        yield "h2";
                    }
                    case DatabaseSettings.InMemory(var name) -> {
                        config.setJdbcUrl(H2File.urlInMemory(name));
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
            // Before the pool: opening makes the file.
            boolean filled = settings instanceof DatabaseSettings.Embedded(var file) && H2File.isFilled(file);
            var pool = new HikariDataSource(config);
            try {
                if (filled && settings instanceof DatabaseSettings.Embedded(var file)) {
                    refuseEmpty(pool, file);
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

    private static void refuseEmpty(DataSource pool, Path file) {
        try (var connection = pool.getConnection()) {
            H2File.refuseEmpty(file, connection);
        } catch (SQLException e) {
            throw H2File.failure("open " + file, file, e);
        }
    }

    private static CountersignException failure(String operation, DatabaseSettings settings, Exception cause) {
        return settings instanceof DatabaseSettings.Embedded(var file)
                ? H2File.failure(operation, file, cause)
                : new CountersignException.Storage(operation, cause);
    }

    private CountersignException failed(String operation, Exception cause) {
        doubtful |= H2File.isOfStore(cause);
        return failure(operation, settings, cause);
    }

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
            throw failed("statement", e);
        }
    }

    /** Like {@link #with} on the bare connection, for statements too hot for Jdbi; {@code operation} names it in failures. */
    public <T> T withConnection(String operation, ConnectionWork<T> work) {
        return with(handle -> {
            try {
                return work.apply(handle.getConnection());
            } catch (SQLException e) {
                throw failed(operation, e);
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
            throw failed("transaction", e);
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
            try {
                H2File.shutDown(pool.getJdbcUrl(), doubtful);
            } catch (SQLException e) {
                LOG.warn("the database could not be shut down", e);
            }
        }
    }
}

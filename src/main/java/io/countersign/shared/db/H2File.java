package io.countersign.shared.db;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/** What is particular to H2 and the file that it keeps; {@code file} is without the {@code .mv.db} that H2 adds. */
final class H2File {
    // Bytes that no database with our tables gets by with; one whose process was killed before it had any is smaller.
    private static final long EMPTY = 1 << 16;
    // Bytes, and percent: a file that is larger than that and less full is written anew when it is closed.
    private static final long SMALL = 32L << 20;
    private static final int HALF_FULL = 50;
    private static final Set<Integer> DAMAGE = Set.of(DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_CHUNK_NOT_FOUND);

    // MODE and what follows: PostgreSQL's spelling and null order, so that one SQL text serves both databases.
    // WRITE_DELAY: every commit is written at once. With H2's default of half a second, killing the process in the
    // middle of a large transaction left part of it behind, other parts in the table than in its indexes.
    // MAX_COMPACT_TIME: closing must not move what is written. H2 2.4.240 contradicts its own assertions when it
    // does, and files that broke did so between a close and the next start.
    // MAX_MEMORY_ROWS: longer results go through a file first, and a tray of 40,000 then takes seven times as long.
    // LOCK_TIMEOUT: one person's decisions wait for each other, and a batch of ten thousand takes its time.
    private static final String OPTIONS =
            ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE"
                    + ";WRITE_DELAY=0;MAX_COMPACT_TIME=0;MAX_MEMORY_ROWS=250000;LOCK_TIMEOUT=60000";

    private H2File() {}

    static String url(Path file) {
        return "jdbc:h2:file:" + file.toAbsolutePath() + OPTIONS;
    }

    static String urlInMemory(String name) {
        return "jdbc:h2:mem:" + name + OPTIONS;
    }

    /** Whether there is a file that must have tables. */
    static boolean isFilled(Path file) {
        try {
            return Files.size(Path.of(file + ".mv.db")) > EMPTY;
        } catch (IOException _) {
            return false; // there is none yet
        }
    }

    /** Closes a filled file in which H2 finds nothing: where nothing is sound, it takes it for an empty database without a word. */
    static void refuseEmpty(Path file, Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var tables = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            tables.next();
            if (tables.getLong(1) == 0) {
                statement.execute("shutdown immediately");
                throw damaged(file, new IOException("nothing in it can be read"));
            }
        }
    }

    /** As a person is told of it: damage with the way back. */
    static CountersignException failure(String operation, Path file, Exception cause) {
        return any(cause, H2File::isDamage) ? damaged(file, cause) : new CountersignException.Storage(operation, cause);
    }

    /** Not always told as 90030: in the middle of a statement H2 tells it as a general error. */
    private static boolean isDamage(Throwable cause) {
        return (cause instanceof SQLException sql && sql.getErrorCode() == ErrorCode.FILE_CORRUPTED_1)
                || (cause instanceof MVStoreException store && DAMAGE.contains(store.getErrorCode()));
    }

    /** The store failed, which closes it in the middle of whatever was going on: memory, the disk. */
    static boolean isOfStore(Throwable failure) {
        return any(failure, MVStoreException.class::isInstance);
    }

    private static boolean any(Throwable failure, Predicate<Throwable> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(kind);
    }

    private static CountersignException damaged(Path file, Exception cause) {
        var copy = DatabaseCopies.of(file).newestFirst().stream().findFirst();
        return copy.<CountersignException>map(
                        found -> new CountersignException.Damaged(file + ".mv.db", found.file(), found.madeAt(), cause))
                .orElseGet(() -> new CountersignException.DamagedWithoutCopy(file + ".mv.db", cause));
    }

    /**
     * Shuts the database down. On a bare connection and once no pool has one: whatever asks a connection again after this, as a
     * pool and Jdbi do, makes H2 write "Database is already closed" to a trace file in the home.
     *
     * @param doubtful the store failed: the file is left as it is, and opening it takes back what was not committed, as after a
     *     kill
     */
    static void shutDown(String url, boolean doubtful) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            if (doubtful) {
                statement.execute("shutdown immediately");
            } else {
                // Compacting writes a new file and puts it in the place of this one, unlike what else makes it smaller.
                statement.execute(isMostlyEmpty(statement) ? "shutdown compact" : "shutdown");
            }
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

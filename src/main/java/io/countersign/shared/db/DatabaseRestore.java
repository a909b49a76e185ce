package io.countersign.shared.db;

import io.countersign.shared.CountersignException;
import io.countersign.shared.db.DatabaseCopies.Copy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes back to a copy of an embedded database that is not open. */
public final class DatabaseRestore {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseRestore.class);
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'-set-aside-'uuuu-MM-dd'T'HH-mm-ss'Z'", Locale.ROOT);
    private static final String H2_ENDING = ".mv.db";

    private final Path database;

    /** {@code database} is its file without the {@code .mv.db} that H2 adds. */
    public DatabaseRestore(Path database) {
        this.database = database;
    }

    /**
     * What was done.
     *
     * @param setAside where the file is now that was in use until then; absent from the disk when there was none
     * @param entries how many entries the audit log has again
     * @param entriesLost how many it had more; empty where the file cannot be read for that
     */
    public record Restored(Copy copy, Path setAside, long entries, OptionalLong entriesLost) {}

    /**
     * Makes the database anew from its newest usable copy and puts it in place of the present file, which is kept. Until then
     * nothing is changed. Blocking, for as long as importing all that would take.
     *
     * @throws CountersignException.NotFound when there is no usable copy
     * @throws CountersignException.NotWritten when there is no room
     */
    public Restored run(Instant now) {
        for (var copy : DatabaseCopies.of(database).newestFirst()) {
            var fresh = copy.file().resolveSibling("restoring");
            try {
                Files.deleteIfExists(h2(fresh));
                long entries = rebuild(copy, fresh);
                var aside = database.resolveSibling(database.getFileName() + NAME.format(now.atOffset(ZoneOffset.UTC)));
                replace(fresh, aside);
                return new Restored(copy, h2(aside), entries, lost(aside, entries));
            } catch (SQLException e) {
                LOG.warn("the copy {} cannot be used", copy.file(), e);
            } catch (IOException e) {
                throw new CountersignException.NotWritten(h2(database).toString(), e);
            }
        }
        throw new CountersignException.NotFound("copy", database.resolveSibling("backups"));
    }

    private static long rebuild(Copy copy, Path fresh) throws SQLException {
        try (var connection = DriverManager.getConnection(H2File.url(fresh));
                var statement = connection.createStatement()) {
            try (var script = connection.prepareStatement("runscript from ? compression gzip charset 'UTF-8'")) {
                script.setString(1, copy.file().toString());
                script.execute();
            } catch (SQLException e) {
                statement.execute("shutdown immediately");
                throw e;
            }
            long entries = entries(connection);
            statement.execute("shutdown");
            return entries;
        }
    }

    private void replace(Path fresh, Path aside) throws IOException {
        if (Files.exists(h2(database))) {
            try {
                // A second name for the file: at no moment is there no database.
                Files.createLink(h2(aside), h2(database));
            } catch (UnsupportedOperationException | IOException e) {
                LOG.debug("this file system knows no second names", e);
                Files.move(h2(database), h2(aside));
            }
        }
        Files.move(h2(fresh), h2(database), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static OptionalLong lost(Path aside, long entries) {
        if (!Files.exists(h2(aside))) {
            return OptionalLong.empty();
        }
        var url = H2File.url(aside) + ";ACCESS_MODE_DATA=r;TRACE_LEVEL_FILE=0";
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            long had = entries(connection);
            statement.execute("shutdown");
            return OptionalLong.of(Math.max(0, had - entries));
        } catch (SQLException e) {
            LOG.info("what was set aside cannot be read", e);
            return OptionalLong.empty();
        }
    }

    private static long entries(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from audit_log")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Path h2(Path file) {
        return file.resolveSibling(file.getFileName() + H2_ENDING);
    }
}

package io.countersign.shared.db;

import io.countersign.shared.CountersignException;
import io.countersign.shared.WholeFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.engine.Constants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of an embedded database in a folder beside it, readable by their owner only: the newest, and the newest of an earlier
 * day. A copy is the SQL that makes the database again, so it can only be made while every row can be read, and a damaged file
 * never takes the place of a good copy. One process at a time.
 */
public final class DatabaseCopies {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseCopies.class);
    private static final String ENDING = ".sql.gz";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'countersign-'uuuu-MM-dd'T'HH-mm-ss'Z" + ENDING + "'", Locale.ROOT);

    private final Path folder;

    private DatabaseCopies(Path folder) {
        this.folder = folder;
    }

    /** The copies of a database; {@code database} is its file without the {@code .mv.db} that H2 adds. */
    public static DatabaseCopies of(Path database) {
        return new DatabaseCopies(database.resolveSibling("backups"));
    }

    /** One copy. {@code madeAt} has whole seconds. */
    public record Copy(Path file, Instant madeAt) {}

    /** All of them, the newest first; none where the folder cannot be read. */
    public List<Copy> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> copy(file).stream())
                    .sorted(Comparator.comparing(Copy::madeAt).reversed())
                    .toList();
        } catch (IOException e) {
            LOG.warn("the copies in {} cannot be listed", folder, e);
            return List.of();
        }
    }

    private static Optional<Copy> copy(Path file) {
        try {
            var name = file.getFileName().toString();
            return Optional.of(new Copy(file, LocalDateTime.parse(name, NAME).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException _) {
            return Optional.empty(); // a file of somebody else
        }
    }

    /**
     * {@link #make} where the newest copy is at least that old, or dated after {@code now}; while there is none, where the oldest
     * entry of the audit log is: what was only just imported can be imported again. What fails is logged, never thrown.
     */
    public void makeIfOlder(Duration age, Database database, Instant now) {
        try {
            var newest = newestFirst().stream().findFirst().map(Copy::madeAt).filter(made -> !made.isAfter(now));
            var since = newest.or(() -> newestFirst().isEmpty() ? oldestEntry(database) : Optional.empty());
            if (since.isEmpty() || !since.get().plus(age).isAfter(now)) {
                make(database, now);
            }
        } catch (CountersignException e) {
            LOG.warn("the database was not copied; earlier copies are kept", e);
        }
    }

    private static Optional<Instant> oldestEntry(Database database) {
        return new Statements(database)
                .first(
                        "select min(happened_at) as oldest from audit_log",
                        row -> Statements.optionalInstant(row, "oldest"))
                .flatMap(entry -> entry);
    }

    /**
     * Copies an open embedded database as it is at one moment, while others read and write, and removes copies that are not
     * needed any more. Blocking.
     *
     * @throws CountersignException.NotWritten when there is no room or the folder cannot be written
     * @throws CountersignException when the database cannot be read completely
     */
    public Copy make(Database database, Instant now) {
        var made = now.truncatedTo(ChronoUnit.SECONDS);
        var copy = new Copy(folder.resolve(NAME.format(made.atOffset(ZoneOffset.UTC))), made);
        try {
            Files.createDirectories(folder);
            onlyForItsOwner(folder, "rwx------");
            removeUnfinished();
        } catch (IOException e) {
            throw new CountersignException.NotWritten(folder.toString(), e);
        }
        write(copy.file(), database);
        removeOlder(copy);
        return copy;
    }

    /** Writes such a copy to any file, replacing what was there; with the failures of {@link #make}. */
    public static void write(Path file, Database database) {
        WholeFile.write(file, temporary -> {
            script(database, temporary);
            onlyForItsOwner(temporary, "rw-------"); // H2 makes the file anew
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        });
    }

    private static void script(Database database, Path file) throws IOException {
        try {
            database.inTransaction(() -> database.withConnection("copy", connection -> {
                // All tables as of one moment: statements of their own would each see what was committed meanwhile.
                connection.setTransactionIsolation(Constants.TRANSACTION_SNAPSHOT);
                try (var statement =
                        connection.prepareStatement("script nosettings to ? compression gzip charset 'UTF-8'")) {
                    statement.setString(1, file.toString());
                    return statement.execute();
                }
            }));
        } catch (CountersignException.Storage e) {
            if (e.getCause() instanceof SQLException failure && isAboutTheFile(failure)) {
                throw new IOException(failure); // a full disk, which is no failure of the database
            }
            throw e;
        }
    }

    private static void onlyForItsOwner(Path file, String permissions) throws IOException {
        var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null) { // Windows: what is in a person's folder is theirs
            view.setPermissions(PosixFilePermissions.fromString(permissions));
        }
    }

    private static boolean isAboutTheFile(SQLException failure) {
        return failure.getErrorCode() == ErrorCode.IO_EXCEPTION_1 || failure.getErrorCode() == ErrorCode.IO_EXCEPTION_2;
    }

    /** What a killed process left. */
    private void removeUnfinished() throws IOException {
        try (var files = Files.list(folder)) {
            for (var file :
                    files.filter(file -> file.toString().endsWith(".part")).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void removeOlder(Copy newest) {
        var all = newestFirst();
        var keep = Stream.concat(
                        Stream.of(newest),
                        all.stream().filter(copy -> day(copy) < day(newest)).limit(1))
                .toList();
        for (var copy : all) {
            if (!keep.contains(copy)) {
                try {
                    Files.deleteIfExists(copy.file());
                } catch (IOException e) {
                    LOG.warn("an old copy stays", e);
                }
            }
        }
    }

    private static long day(Copy copy) {
        return copy.madeAt().atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}

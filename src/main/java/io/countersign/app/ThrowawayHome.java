package io.countersign.app;

import io.countersign.demo.DemoMailbox;
import io.countersign.mail.ImportResult;
import io.countersign.shared.CountersignException;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** A home in the temporary folder, for the demo mailbox: nothing of it is left once it is closed. */
final class ThrowawayHome implements AutoCloseable {
    private final Home home;
    private final Clock clock;
    private @Nullable CompositionRoot root;

    private ThrowawayHome(Home home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * Makes an empty one.
     *
     * @throws CountersignException.HomeNotWritable when the temporary folder cannot be written
     */
    static ThrowawayHome create(Clock clock) {
        try {
            return new ThrowawayHome(Home.open(Files.createTempDirectory("countersign-demo-")), clock);
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(System.getProperty("java.io.tmpdir", ""), e);
        }
    }

    /** Imports the demo mailbox, dated relative to now. Blocking. */
    ImportResult fill(Progress progress) {
        return root().mailImport().importSource(new DemoMailbox(clock), progress);
    }

    Path directory() {
        return home.directory();
    }

    /** Its services, on an embedded database; opened at the first call, which blocks. */
    synchronized CompositionRoot root() {
        var open = root;
        if (open == null) {
            open = CompositionRoot.open(home, new DatabaseSettings.Embedded(home.database()), DemoMailbox.OWNER, clock);
            root = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (root != null) {
            root.close();
        }
        home.close();
        try {
            delete(home.directory());
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(home.directory().toString(), e);
        }
    }

    /** A folder with everything in it. */
    static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

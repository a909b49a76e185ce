package io.countersign.app;

import io.countersign.shared.CountersignException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The data directory, held by one process at a time: database, raw mail, logs. Closing it lets the next process in; a
 * killed process lets go of it too.
 */
final class Home implements AutoCloseable {
    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Creates the directory where it is missing and takes it.
     *
     * @throws CountersignException.HomeNotWritable when it cannot be created or written
     * @throws CountersignException.HomeInUse when another process holds it
     */
    static Home open(Path directory) {
        try {
            Files.createDirectories(directory);
            var lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!taken(lock)) {
                lock.close();
                throw new CountersignException.HomeInUse(directory.toString());
            }
            return new Home(directory, lock);
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(directory.toString(), e);
        }
    }

    private static boolean taken(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException _) {
            return false;
        }
    }

    Path directory() {
        return directory;
    }

    /** Where H2 keeps its file, without its ending. */
    Path database() {
        return directory.resolve("countersign");
    }

    /** Where raw mail is kept beside an embedded database. */
    Path mail() {
        return directory.resolve("mail");
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new CountersignException.HomeNotWritable(directory.toString(), e);
        }
    }
}

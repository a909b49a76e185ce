package io.countersign.mail.sync;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Why a followed mailbox cannot be read now. It is tried again each time. */
public enum Trouble {
    /** There is nothing at its path: it was moved, or its disk is not connected. */
    MISSING,
    /** It is there and may not be read. */
    UNREADABLE,
    /** A folder without a single mail: so a disk looks that is not connected. */
    EMPTY;

    /** What is wrong with a path at a first look; that there is mail in it is seen when it is read. */
    static Optional<Trouble> at(Path path) {
        if (!Files.exists(path)) {
            return Optional.of(MISSING);
        }
        if (!Files.isReadable(path)) {
            return Optional.of(UNREADABLE);
        }
        return Files.isDirectory(path) ? ofFolder(path) : Optional.empty();
    }

    private static Optional<Trouble> ofFolder(Path folder) {
        try (var entries = Files.newDirectoryStream(folder)) {
            return entries.iterator().hasNext() ? Optional.empty() : Optional.of(EMPTY);
        } catch (IOException | DirectoryIteratorException _) {
            return Optional.of(UNREADABLE);
        }
    }
}

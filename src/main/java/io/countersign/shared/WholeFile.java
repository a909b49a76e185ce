package io.countersign.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is replaced as a whole, or not at all. */
public final class WholeFile {
    private WholeFile() {}

    /** Writes what the file shall hold; what it throws leaves the file as it was. */
    @FunctionalInterface
    public interface Filler {
        void fill(Path temporary) throws IOException;
    }

    /**
     * Writes a file, replacing what was there. A link stays a link: what it points to is replaced.
     *
     * @throws CountersignException.NotWritten when it cannot be written
     */
    public static void write(Path target, Filler filler) {
        try {
            var file = Files.exists(target) ? target.toRealPath() : target.toAbsolutePath();
            var folder = file.getParent();
            if (Files.isDirectory(file) || folder == null) {
                throw new IOException("it is a folder");
            }
            var temporary = Files.createTempFile(folder, ".countersign-", ".part");
            try {
                filler.fill(temporary);
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw new CountersignException.NotWritten(target.toString(), e);
        }
    }
}

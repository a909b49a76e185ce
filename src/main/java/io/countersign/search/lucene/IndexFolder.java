package io.countersign.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.regex.Pattern;

/** A folder of generations, of which a small file names the one that answers. */
final class IndexFolder {
    private static final Pattern NAME = Pattern.compile("g[0-9]{1,12}");
    private static final String CURRENT = "current";

    private final Path folder;

    IndexFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** The folder of the generation that answers; a new name where there is none. */
    Path current() throws IOException {
        try {
            var name = Files.readString(folder.resolve(CURRENT), StandardCharsets.UTF_8)
                    .strip();
            return NAME.matcher(name).matches() ? folder.resolve(name) : next();
        } catch (NoSuchFileException _) {
            return next();
        }
    }

    /** A folder that no generation had. */
    Path next() throws IOException {
        try (var all = Files.list(folder)) {
            long last = all.map(path -> path.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .mapToLong(name -> Long.parseLong(name.substring(1)))
                    .max()
                    .orElse(0);
            return folder.resolve("g" + (last + 1));
        }
    }

    /** From now on, and after a crash, that generation answers; all others are deleted. */
    void choose(Path generation) throws IOException {
        var written = Files.writeString(
                folder.resolve(CURRENT + ".new"), generation.getFileName().toString(), StandardCharsets.UTF_8);
        Files.move(
                written, folder.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        tidy(generation);
    }

    private void tidy(Path kept) throws IOException {
        try (var all = Files.list(folder)) {
            for (var other : all.filter(
                            path -> NAME.matcher(path.getFileName().toString()).matches() && !path.equals(kept))
                    .toList()) {
                delete(other);
            }
        }
    }

    static void delete(Path generation) {
        try (var all = Files.walk(generation)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException _) {
            // gone already
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

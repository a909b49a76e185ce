package io.countersign.search.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folders of an index, each one built from scratch; the newest finished one is the index. What else is there is dropped. */
final class Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);
    private static final int DIGITS = 6;

    /** Earlier versions had folders "g1", "g2" ... and a file that named the one in use. */
    private static final Pattern OWN = Pattern.compile("\\d{" + DIGITS + "}|g\\d{1,12}|current");

    private final Path folder;

    Generations(Path folder) {
        this.folder = folder;
    }

    /** Opens the index; where there is none of this version, an empty one that follows nothing. */
    Generation open() throws IOException {
        Files.createDirectories(folder);
        for (var candidate : all().reversed()) {
            if (Generation.isFinished(candidate)) {
                dropOthers(candidate);
                return Generation.open(candidate);
            }
        }
        var fresh = Generation.create(next());
        fresh.finish(0);
        return fresh;
    }

    /** A folder for the next index. */
    Path next() throws IOException {
        int newest = all().stream()
                .mapToInt(each -> Integer.parseInt(each.getFileName().toString()))
                .max()
                .orElse(0);
        return folder.resolve(String.format(Locale.ROOT, "%0" + DIGITS + "d", newest + 1));
    }

    /** Oldest first. */
    private List<Path> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.filter(each -> each.getFileName().toString().matches("\\d{" + DIGITS + "}"))
                    .sorted()
                    .toList();
        }
    }

    void dropOthers(Path kept) throws IOException {
        try (var files = Files.list(folder)) {
            for (var each : files.toList()) {
                if (!each.equals(kept)
                        && OWN.matcher(each.getFileName().toString()).matches()) {
                    drop(each);
                }
            }
        }
    }

    /** Deletes a folder; what cannot be deleted now is tried again at the next start. */
    static void drop(Path dropped) {
        try (var files = Files.walk(dropped)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be deleted", dropped, e);
        }
    }
}

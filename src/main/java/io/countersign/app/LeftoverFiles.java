package io.countersign.app;

import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process that was killed while it wrote a file has left in the data directory. */
record LeftoverFiles(Path home, Clock clock) {
    private static final Duration OLD = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverFiles.class);

    /** Deletes half-written files that are a day old; returns how many. */
    int delete(Progress progress) {
        int deleted = 0;
        try (var files = Files.newDirectoryStream(home, ".countersign-*.part")) {
            for (var file : files) {
                progress.checkCancelled();
                deleted += isOld(file) && Files.deleteIfExists(file) ? 1 : 0;
            }
        } catch (IOException e) {
            LOG.warn("Half-written files cannot be deleted", e);
        }
        return deleted;
    }

    private boolean isOld(Path file) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(clock.instant().minus(OLD));
    }
}

package io.countersign.app;

import io.countersign.job.Counts;
import io.countersign.job.JobDesk;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.shared.CountersignException;
import io.countersign.shared.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The weekly summary, told once on this computer and only while it is fresh. */
record DigestNews(JobDesk jobs, Path home, Clock clock) {
    static final String PENDING = "pending";
    static final String AT_RISK = "atRisk";
    static final String DOUBLES = "doubles";

    private static final Duration FRESH = Duration.ofDays(7);
    private static final int LOOK_BACK = 10;
    private static final Logger LOG = LoggerFactory.getLogger(DigestNews.class);

    /** Empty when there is nothing new, or nothing that waits for the person. Blocking. */
    Optional<Counts> take() {
        return jobs.history(Optional.of(JobParts.DIGEST), LOOK_BACK).stream()
                .filter(run -> run.outcome() == Outcome.DONE)
                .findFirst()
                .filter(run -> run.startedAt().isAfter(clock.instant().minus(FRESH)))
                .filter(this::isNew)
                .map(JobRun::counts)
                .filter(counts -> counts.values().values().stream().anyMatch(count -> count > 0));
    }

    private boolean isNew(JobRun run) {
        var told = home.resolve("digest-told");
        var mark = Long.toString(run.id());
        try {
            if (Files.exists(told) && Files.readString(told).strip().equals(mark)) {
                return false;
            }
            WholeFile.write(told, file -> Files.writeString(file, mark));
            return true;
        } catch (IOException | CountersignException e) {
            LOG.warn("The summary of the week cannot be marked as told", e);
            return false;
        }
    }
}

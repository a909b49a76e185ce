package io.countersign.job;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When the jobs of one person last ran and last succeeded. Blocking and thread-safe. */
public interface JobTimes {
    /** Of every job that ever came to an end, as far back as runs are kept; by name. */
    List<Last> all();

    /**
     * The last run of a job that has ended.
     *
     * @param succeeded when one of its runs last ended well, not necessarily this one
     * @param took how long this one took
     */
    record Last(String job, JobRun.Outcome outcome, Duration took, Optional<Instant> succeeded) {}
}

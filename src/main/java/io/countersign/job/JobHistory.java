package io.countersign.job;

import io.countersign.job.JobRun.Outcome;
import io.countersign.job.JobRun.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of the jobs of one person. Blocking and thread-safe. */
public interface JobHistory {
    /** Notes that a run begins. */
    JobRun begin(String job, String machine, Trigger trigger, Instant at);

    /** Notes how it ended; a run that has ended already stays as it is. */
    JobRun end(JobRun run, Instant at, Outcome outcome, Counts counts, String log);

    /** The run of {@code job} that still counts as going on has died; returns how many there were, 0 or 1. */
    int interrupt(String job, Instant at);

    /** One run. */
    Optional<JobRun> find(long id);

    /** The newest first, of one job or of all. */
    List<JobRun> newest(Optional<String> job, int limit);

    /** Forgets runs that ended before {@code before}, and of each job all but the newest {@code keep}; returns how many. */
    int prune(Instant before, int keep);
}

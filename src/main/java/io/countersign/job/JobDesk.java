package io.countersign.job;

import io.countersign.shared.task.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that a person may do about jobs. Blocking and thread-safe. */
public interface JobDesk {
    /** All jobs with their next and their last run, in a stable order. */
    List<State> jobs();

    /** The newest runs first, of one job or of all. */
    List<JobRun> history(Optional<String> job, int limit);

    /**
     * Runs a job now, here, and returns when it has ended, however it ended; a run that is going on here or elsewhere is waited
     * for instead of doing it twice.
     *
     * @throws io.countersign.shared.CountersignException.Invalid when there is no such job
     */
    JobRun run(String job, Progress progress);

    /** Asks a run in this process to stop. */
    void cancel(String job);

    /** It is not run by schedule any more, until it is resumed. */
    void pause(String job);

    /** From now on, without making up for what was missed meanwhile. */
    void resume(String job);

    /** Changes when it runs. */
    void reschedule(String job, Schedule schedule);

    /**
     * A job as it stands.
     *
     * @param next empty while it is paused or only run by hand
     * @param running the run that is going on, here or on another machine
     */
    record State(
            String name,
            Schedule schedule,
            boolean paused,
            Optional<Instant> next,
            Optional<JobRun> last,
            Optional<JobRun> running) {}
}

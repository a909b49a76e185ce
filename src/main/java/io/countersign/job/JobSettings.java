package io.countersign.job;

import java.util.Map;
import java.util.Optional;

/** What one person chose about jobs. Blocking and thread-safe. */
public interface JobSettings {
    /** By the name of the job; jobs of which nothing was chosen are missing. */
    Map<String, Choice> all();

    void pause(String job, boolean paused);

    void schedule(String job, Schedule schedule);

    /**
     * What was chosen about one job.
     *
     * @param schedule empty for the standard one
     */
    record Choice(Optional<Schedule> schedule, boolean paused) {
        public static final Choice STANDARD = new Choice(Optional.empty(), false);
    }
}

package planted.mail;

import com.github.kagkarlsson.scheduler.Scheduler;

/** Breaks: only job.jdbc knows db-scheduler. */
public record Timetable(Scheduler scheduler) {}

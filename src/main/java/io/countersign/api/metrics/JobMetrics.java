package io.countersign.api.metrics;

import io.countersign.job.JobRun.Outcome;
import io.countersign.job.Schedule;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Duration;

/** What repeats. The label is {@code name}: Prometheus gives {@code job} to what it scrapes. */
final class JobMetrics {
    private static final String NAME = "name";
    private static final Duration WEEK = Duration.ofDays(7);

    private final Measured.Jobs jobs;

    JobMetrics(Measured.Jobs jobs) {
        this.jobs = jobs;
    }

    /** How the last runs went, from one query. */
    MetricSnapshots runs() {
        var took = new Series.Gauge("countersign_job_last_duration_seconds", "How long the last run of a job took.");
        var succeeded = new Series.Gauge(
                "countersign_job_last_success_timestamp_seconds", "When a job last ended well, in seconds since 1970.");
        var failed =
                new Series.Gauge("countersign_job_failed", "1 while the last run of a job failed or was broken off.");
        for (var last : jobs.times().all()) {
            took.with(last.took().toMillis() / 1000.0, NAME, last.job());
            failed.with(failed(last.outcome()) ? 1 : 0, NAME, last.job());
            last.succeeded().ifPresent(at -> succeeded.with(at.toEpochMilli() / 1000.0, NAME, last.job()));
        }
        return MetricSnapshots.of(took.snapshot(), succeeded.snapshot(), failed.snapshot());
    }

    private static boolean failed(Outcome outcome) {
        return outcome == Outcome.FAILED || outcome == Outcome.INTERRUPTED;
    }

    /** When each is due; an alert needs to know which run daily, and which are paused. */
    MetricSnapshots schedules() {
        var interval = new Series.Gauge(
                "countersign_job_interval_seconds", "How often a job is due; none for jobs that are only run by hand.");
        var paused = new Series.Gauge("countersign_job_paused", "1 while a job is not run by its schedule.");
        var running = new Series.Gauge("countersign_job_running", "1 while a job runs.");
        for (var job : jobs.states().get()) {
            paused.with(job.paused() ? 1 : 0, NAME, job.name());
            running.with(job.running().isPresent() ? 1 : 0, NAME, job.name());
            switch (job.schedule()) {
                case Schedule.Daily _ -> interval.with(Duration.ofDays(1).toSeconds(), NAME, job.name());
                case Schedule.Weekly _ -> interval.with(WEEK.toSeconds(), NAME, job.name());
                case Schedule.Every(var pause) -> interval.with(pause.toSeconds(), NAME, job.name());
                case Schedule.ByHand _ -> {}
            }
        }
        return MetricSnapshots.of(interval.snapshot(), paused.snapshot(), running.snapshot());
    }
}

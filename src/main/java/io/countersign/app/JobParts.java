package io.countersign.app;

import io.countersign.ats.RankedApplication;
import io.countersign.ats.tracking.AtsEnrichmentJob;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.job.Counts;
import io.countersign.job.Job;
import io.countersign.job.JobDesk;
import io.countersign.job.Schedule;
import io.countersign.job.jdbc.ScheduledJobs;
import io.countersign.job.power.SystemPower;
import io.countersign.money.MoneyDesk;
import io.countersign.shared.db.Database;
import io.countersign.shared.task.Progress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What repeats. Jobs run by the clock between {@link #start()} and {@link #close()}: while the window is open or the server
 * runs, not in short commands.
 */
final class JobParts implements AutoCloseable {
    static final String MAILBOXES = "mailbox-sync";
    static final String RECALL = "recall-sampling";
    static final String INDEX = "index-catch-up";
    static final String EMBEDDINGS = "embeddings";
    static final String RETENTION = "retention";
    static final String DIGEST = "digest";
    static final String BACKUP = "backup";

    private static final Duration KEEP_RUNS = Duration.ofDays(90);
    private static final Schedule OFTEN = new Schedule.Every(Duration.ofMinutes(15));
    private static final int MOST_RUNS = 1000;
    private static final double AT_RISK = 0.5;

    private final CompositionRoot root;
    private final Home home;
    private final Clock clock;
    private final ScheduledJobs jobs;

    /** @param backup copies the database, where that is possible */
    JobParts(CompositionRoot root, Home home, Database database, Optional<Job.Work> backup, Clock clock) {
        this.root = root;
        this.home = home;
        this.clock = clock;
        jobs = new ScheduledJobs(
                all(backup), database, new ScheduledJobs.Place(root.user(), machine()), new SystemPower(), clock);
    }

    /** What the history calls this computer. */
    static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return "localhost";
        }
    }

    JobDesk desk() {
        return jobs;
    }

    /** The newest weekly summary that was not told yet. */
    DigestNews news() {
        return new DigestNews(jobs, home.directory(), clock);
    }

    /** Jobs run by the clock from now on, those first that were missed. Blocking; does nothing the second time. */
    void start() {
        jobs.start();
    }

    /** Asks running jobs to stop and waits for them, for a minute or two at most. */
    @Override
    public void close() {
        jobs.close();
    }

    private List<Job> all(Optional<Job.Work> backup) {
        var all = new ArrayList<Job>();
        all.add(new Job(AtsEnrichmentJob.NAME, daily(2, 0), this::enrich));
        all.add(new Job(PolicyStatsJob.NAME, daily(2, 15), this::recount));
        all.add(new Job(RECALL, daily(2, 30), this::sample));
        all.add(new Job(MAILBOXES, OFTEN, this::read));
        all.add(new Job(INDEX, OFTEN, this::index));
        root.search()
                .meaning()
                .ifPresent(meaning -> all.add(new Job(
                        EMBEDDINGS, daily(3, 30), progress -> Counts.of("encoded", meaning.encodeAll(progress)))));
        backup.ifPresent(work -> all.add(new Job(BACKUP, daily(3, 0), work)));
        all.add(new Job(RETENTION, daily(4, 0), this::forget));
        all.add(new Job(DIGEST, new Schedule.Weekly(DayOfWeek.MONDAY, LocalTime.of(8, 0)), this::sumUp));
        return all;
    }

    private static Schedule daily(int hour, int minute) {
        return new Schedule.Daily(LocalTime.of(hour, minute));
    }

    private Counts enrich(Progress progress) {
        root.upgrade().runIfDue(progress);
        var result = root.applications().enrichment().run(false, progress);
        return Counts.of("examined", result.examined())
                .and("enriched", result.enriched())
                .and("applications", result.applications());
    }

    private Counts recount(Progress progress) {
        var counted = root.policyStats().run(progress).counted();
        return Counts.of("policies", counted.policies())
                .and("decisions", counted.decisions())
                .and("corrected", counted.corrected());
    }

    private Counts sample(Progress progress) {
        return Counts.of("drawn", root.recall().draw(progress));
    }

    private Counts read(Progress progress) {
        return root.followed().run(imports -> root.search().indexingUnlessFollowing(imports, progress::note), progress);
    }

    private Counts index(Progress progress) {
        return Counts.of("indexed", root.search().catchUpUnlessFollowing(progress));
    }

    private Counts forget(Progress progress) {
        progress.checkCancelled();
        return Counts.of("runs", jobs.prune(KEEP_RUNS, MOST_RUNS))
                .and("files", new LeftoverFiles(home.directory(), clock).delete(progress));
    }

    private Counts sumUp(Progress progress) {
        progress.checkCancelled();
        long pending = root.approvals().pendingCount();
        progress.checkCancelled();
        long atRisk = root.applications().desk().applications().stream()
                .map(RankedApplication::outlook)
                .filter(outlook -> outlook.ghostingRisk() >= AT_RISK)
                .count();
        progress.checkCancelled();
        long doubles = root.money().duplicates(MoneyDesk.WINDOW_DAYS).stream()
                .filter(pair -> pair.answer().isEmpty())
                .count();
        return Counts.of(DigestNews.PENDING, pending)
                .and(DigestNews.AT_RISK, atRisk)
                .and(DigestNews.DOUBLES, doubles);
    }
}

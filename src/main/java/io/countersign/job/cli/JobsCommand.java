package io.countersign.job.cli;

import io.countersign.job.JobDesk;
import io.countersign.job.JobJson;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.ScheduleText;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jobs list|run|history|pause|resume|schedule} */
@Command(
        name = "jobs",
        description =
                "Lists what repeats, runs it now, changes when it runs. Jobs run on schedule while the window is open"
                        + " or serve runs.")
public final class JobsCommand implements Runnable {
    private static final String WHICH = "the job: its name";
    private static final int MOST = 1000;

    private final Supplier<JobDesk> jobs;
    private final UnaryOperator<String> words;
    private final Output output;
    private final JobRows rows;

    /** @param words says the log of a run in English */
    public JobsCommand(Supplier<JobDesk> jobs, ZoneId zone, UnaryOperator<String> words, Output output) {
        this.jobs = jobs;
        this.words = words;
        this.output = output;
        this.rows = new JobRows(zone, words, output);
    }

    @Override
    public void run() {
        list();
    }

    @Command(name = "list", description = "Lists all jobs with their last and next run.")
    void list() {
        rows.states(jobs.get().jobs());
    }

    @Command(
            name = "run",
            description =
                    "Runs one now and waits for it to end; for cron and systemd timers. Exits with 1 unless it was done.")
    int now(@Parameters(paramLabel = "NAME", description = WHICH) String name) {
        var run = jobs.get().run(name, output.progress());
        rows.run(run);
        if (run.outcome() == Outcome.DONE) {
            return 0;
        }
        output.warn("The job " + name + " " + JobJson.word(run.outcome())
                + why(run).map(line -> ": " + words.apply(line)).orElse("") + ". See: countersign jobs history "
                + name);
        return 1;
    }

    private static Optional<String> why(JobRun run) {
        return run.outcome() == Outcome.FAILED
                ? run.log()
                        .lines()
                        .filter(line -> !line.startsWith("caused by"))
                        .reduce((_, last) -> last)
                : Optional.empty();
    }

    @Command(name = "history", description = "Shows what became of the runs, newest first.")
    void history(
            @Parameters(paramLabel = "NAME", arity = "0..1", defaultValue = "", description = "of this job only")
                    String name,
            @Option(
                            names = "--limit",
                            paramLabel = "N",
                            defaultValue = "20",
                            description = "at most this many (default: ${DEFAULT-VALUE})")
                    int limit) {
        if (limit < 1 || limit > MOST) {
            throw new CountersignException.Invalid("--limit", "It is a number from 1 to " + MOST + ".");
        }
        rows.history(jobs.get().history(Optional.of(name).filter(text -> !text.isEmpty()), limit));
    }

    @Command(name = "pause", description = "Stops running it on schedule until it is resumed.")
    void pause(@Parameters(paramLabel = "NAME", description = WHICH) String name) {
        jobs.get().pause(name);
        show(name);
    }

    @Command(name = "resume", description = "Runs it on schedule again; what was missed meanwhile is not made up for.")
    void resume(@Parameters(paramLabel = "NAME", description = WHICH) String name) {
        jobs.get().resume(name);
        show(name);
    }

    @Command(name = "schedule", description = "Changes when it runs.")
    void schedule(
            @Parameters(paramLabel = "NAME", description = WHICH) String name,
            @Parameters(
                            paramLabel = "WHEN",
                            arity = "1..2",
                            description = "02:30, \"sun 03:00\", \"every 15m\", or off")
                    String[] when) {
        jobs.get().reschedule(name, ScheduleText.parse(String.join(" ", when)));
        show(name);
    }

    private void show(String name) {
        rows.states(jobs.get().jobs().stream()
                .filter(state -> state.name().equals(name))
                .toList());
    }
}

package io.countersign.job.cli;

import io.countersign.job.Counts;
import io.countersign.job.JobDesk.State;
import io.countersign.job.JobJson;
import io.countersign.job.JobRun;
import io.countersign.job.ScheduleText;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Jobs and their runs as a table or as JSON Lines.
 *
 * @param words says the log of a run in English
 */
record JobRows(ZoneId zone, UnaryOperator<String> words, Output output) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    void states(List<State> states) {
        if (output.isJson()) {
            states.forEach(state -> output.json(json().of(state)));
            return;
        }
        var table = new TextTable("job", "schedule", "next", "last", "outcome", "counts");
        states.forEach(state -> table.row(
                state.name(),
                ScheduleText.of(state.schedule()) + (state.paused() ? " (paused)" : ""),
                state.running().isPresent()
                        ? "running"
                        : state.next().map(this::shortTime).orElse(""),
                state.last().map(run -> shortTime(run.startedAt())).orElse(""),
                state.last().map(run -> JobJson.word(run.outcome())).orElse(""),
                state.last().map(run -> counts(run.counts())).orElse("")));
        output.table(table);
    }

    /** One that has just ended. */
    void run(JobRun run) {
        if (output.isJson()) {
            output.json(json().of(run));
        } else {
            output.line(run.job() + " " + JobJson.word(run.outcome()) + " in "
                    + seconds(run).map(time -> time + " s").orElse("?")
                    + (run.counts().values().isEmpty() ? "" : ": " + counts(run.counts())));
        }
    }

    void history(List<JobRun> runs) {
        if (output.isJson()) {
            runs.forEach(run -> output.json(json().of(run)));
            return;
        }
        var table = new TextTable("job", "started", "seconds", "why", "outcome", "counts", "log");
        runs.forEach(run -> table.row(
                run.job(),
                shortTime(run.startedAt()),
                seconds(run).orElse(""),
                JobJson.word(run.trigger()),
                JobJson.word(run.outcome()),
                counts(run.counts()),
                words.apply(run.log()).replace("\n", "; ")));
        output.table(table);
    }

    private static String counts(Counts counts) {
        return counts.values().entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> seconds(JobRun run) {
        return run.duration().map(length -> String.format(Locale.ROOT, "%.1f", JobJson.inSeconds(length)));
    }

    private JobJson json() {
        return new JobJson(zone, words);
    }

    private String shortTime(Instant moment) {
        return SHORT.format(moment.atZone(zone));
    }
}

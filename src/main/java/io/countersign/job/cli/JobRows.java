package io.countersign.job.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.job.Counts;
import io.countersign.job.JobDesk.State;
import io.countersign.job.JobRun;
import io.countersign.job.ScheduleText;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
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
            states.forEach(state -> output.json(json(state)));
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
                state.last().map(run -> word(run.outcome())).orElse(""),
                state.last().map(run -> counts(run.counts())).orElse("")));
        output.table(table);
    }

    private ObjectNode json(State state) {
        var node = Output.object().put("name", state.name()).put("schedule", ScheduleText.of(state.schedule()));
        node.put("lastRun", state.last().map(run -> time(run.startedAt())).orElse(null));
        node.put("lastOutcome", state.last().map(run -> word(run.outcome())).orElse(null));
        node.put("nextRun", state.next().map(this::time).orElse(null));
        node.set(
                "counts",
                Output.tree(state.last().map(JobRun::counts).orElse(Counts.NONE).values()));
        return node.put("paused", state.paused()).put("running", state.running().isPresent());
    }

    /** One that has just ended. */
    void run(JobRun run) {
        if (output.isJson()) {
            output.json(json(run));
        } else {
            output.line(run.job() + " " + word(run.outcome()) + " in "
                    + seconds(run).map(time -> time + " s").orElse("?")
                    + (run.counts().values().isEmpty() ? "" : ": " + counts(run.counts())));
        }
    }

    void history(List<JobRun> runs) {
        if (output.isJson()) {
            runs.forEach(run -> output.json(json(run)));
            return;
        }
        var table = new TextTable("job", "started", "seconds", "why", "outcome", "counts", "log");
        runs.forEach(run -> table.row(
                run.job(),
                shortTime(run.startedAt()),
                seconds(run).orElse(""),
                word(run.trigger()),
                word(run.outcome()),
                counts(run.counts()),
                words.apply(run.log()).replace("\n", "; ")));
        output.table(table);
    }

    private ObjectNode json(JobRun run) {
        var node = Output.object()
                .put("id", run.id())
                .put("name", run.job())
                .put("machine", run.machine())
                .put("trigger", word(run.trigger()))
                .put("startedAt", time(run.startedAt()))
                .put("finishedAt", run.finishedAt().map(this::time).orElse(null))
                .put("seconds", run.duration().map(JobRows::inSeconds).orElse(null))
                .put("outcome", word(run.outcome()));
        node.set("counts", Output.tree(run.counts().values()));
        return node.put("log", words.apply(run.log()));
    }

    /** As the command line spells it. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String counts(Counts counts) {
        return counts.values().entrySet().stream()
                .map(count -> String.format(Locale.ROOT, "%,d %s", count.getValue(), count.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> seconds(JobRun run) {
        return run.duration().map(length -> String.format(Locale.ROOT, "%.1f", inSeconds(length)));
    }

    private static double inSeconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private String time(Instant moment) {
        return OffsetDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), zone)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    private String shortTime(Instant moment) {
        return SHORT.format(moment.atZone(zone));
    }
}

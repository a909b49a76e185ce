package io.countersign.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.job.JobDesk.State;
import io.countersign.shared.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Jobs and their runs as the command line and the API print them; field names are a contract.
 *
 * @param words says the log of a run in English
 */
public record JobJson(ZoneId zone, UnaryOperator<String> words) {
    /** A job as it stands. */
    public ObjectNode of(State state) {
        var node = Json.object().put("name", state.name()).put("schedule", ScheduleText.of(state.schedule()));
        node.put("lastRun", state.last().map(run -> time(run.startedAt())).orElse(null));
        node.put("lastOutcome", state.last().map(run -> word(run.outcome())).orElse(null));
        node.put("nextRun", state.next().map(this::time).orElse(null));
        node.set(
                "counts",
                Json.tree(state.last().map(JobRun::counts).orElse(Counts.NONE).values()));
        return node.put("paused", state.paused()).put("running", state.running().isPresent());
    }

    /** One run. */
    public ObjectNode of(JobRun run) {
        var node = Json.object()
                .put("id", run.id())
                .put("name", run.job())
                .put("machine", run.machine())
                .put("trigger", word(run.trigger()))
                .put("startedAt", time(run.startedAt()))
                .put("finishedAt", run.finishedAt().map(this::time).orElse(null))
                .put("seconds", run.duration().map(JobJson::inSeconds).orElse(null))
                .put("outcome", word(run.outcome()));
        node.set("counts", Json.tree(run.counts().values()));
        return node.put("log", words.apply(run.log()));
    }

    /** As command line and API spell it. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** To the millisecond. */
    public static double inSeconds(Duration length) {
        return length.toMillis() / 1000.0;
    }

    private String time(Instant moment) {
        return OffsetDateTime.ofInstant(moment.truncatedTo(ChronoUnit.SECONDS), zone)
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}

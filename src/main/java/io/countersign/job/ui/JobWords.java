package io.countersign.job.ui;

import io.countersign.job.Counts;
import io.countersign.job.JobRun;
import io.countersign.job.JobRun.Outcome;
import io.countersign.job.Schedule;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs, schedules and runs in the person's words. For one thread. */
public final class JobWords {
    private static final long MEGA = 1_000_000;

    private final Texts texts;
    private final Formats formats;
    private final Clock clock;

    public JobWords(Texts texts, Formats formats, Clock clock) {
        this.texts = texts;
        this.formats = formats;
        this.clock = clock;
    }

    String get(String key, Object... arguments) {
        return arguments.length == 0 ? texts.get(key) : texts.get(key, arguments);
    }

    /** What the job is called; the name that the command line knows where there is no better one. */
    String name(String job) {
        return name(texts, job);
    }

    /** The same in other words. */
    public static String name(Texts texts, String job) {
        return texts.has("jobs.name." + job) ? texts.get("jobs.name." + job) : job;
    }

    /** What it is good for, in one line. */
    String about(String job) {
        return texts.has("jobs.about." + job) ? texts.get("jobs.about." + job) : "";
    }

    /** What the list of background work calls a run of it. */
    String taskKey(String job) {
        return texts.has("jobs.name." + job) ? "jobs.name." + job : "jobs.running";
    }

    /** When it runs: {@code every Monday at 8:00 AM}. */
    String schedule(Schedule schedule) {
        return switch (schedule) {
            case Schedule.Daily(var at) -> texts.get("jobs.schedule.daily", time(at));
            case Schedule.Weekly(var day, var at) ->
                texts.get("jobs.schedule.weekly", day.getDisplayName(TextStyle.FULL, languageOfTexts()), time(at));
            case Schedule.Every(var pause) -> every(pause);
            case Schedule.ByHand() -> texts.get("jobs.schedule.by.hand");
        };
    }

    private String every(Duration pause) {
        long minutes = pause.toMinutes();
        if (minutes % Duration.ofDays(1).toMinutes() == 0) {
            return texts.get("jobs.schedule.days", pause.toDays());
        }
        return minutes % Duration.ofHours(1).toMinutes() == 0
                ? texts.get("jobs.schedule.hours", pause.toHours())
                : texts.get("jobs.schedule.minutes", minutes);
    }

    /** The days of the week are part of a sentence, and so of its language. */
    Locale languageOfTexts() {
        return Locale.of(texts.get("jobs.language"));
    }

    private String time(LocalTime at) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(formats.locale())
                .format(at);
    }

    /** When it runs next, or why it does not. */
    String next(JobLine line) {
        var state = line.state();
        if (state.paused()) {
            return texts.get("jobs.next.paused");
        }
        return state.next().map(this::upcoming).orElseGet(() -> texts.get("jobs.next.never"));
    }

    /** When it runs and, unless it rests, when next. */
    String plan(JobLine line) {
        var schedule = schedule(line.state().schedule());
        return line.state().next().isPresent() && !line.state().paused()
                ? schedule + " · " + texts.get("jobs.next.short", next(line))
                : schedule;
    }

    /** How many jobs there are, which is next and which rest. */
    String summary(List<JobLine> lines) {
        var next = lines.stream()
                .filter(line -> line.state().next().isPresent())
                .min(Comparator.comparing(line -> line.state().next().orElseThrow()))
                .map(line -> " · " + texts.get("jobs.summary.next", name(line.name()), next(line)))
                .orElse("");
        long paused = lines.stream().filter(line -> line.state().paused()).count();
        var resting = paused == 0 ? "" : " · " + texts.get("jobs.summary.paused", paused);
        return lines.isEmpty() ? "" : texts.get("jobs.summary", lines.size()) + next + resting;
    }

    private String upcoming(Instant at) {
        if (!at.isAfter(clock.instant())) {
            return texts.get("jobs.next.due");
        }
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        var day = at.atZone(clock.getZone()).toLocalDate();
        if (day.equals(today)) {
            return texts.get("jobs.next.today", formats.time(at));
        }
        return day.equals(today.plusDays(1)) ? texts.get("jobs.next.tomorrow", formats.time(at)) : formats.dateTime(at);
    }

    /** What it is doing or how it ended last, in one or two words. */
    String state(JobLine line) {
        return switch (line.phase()) {
            case WAITING -> texts.get("jobs.state.waiting");
            case RUNNING -> texts.get("jobs.state.running");
            case STOPPING -> texts.get("jobs.state.stopping");
            case ELSEWHERE -> texts.get("jobs.state.running");
            case RESTING ->
                line.state().paused()
                        ? texts.get("jobs.state.paused")
                        : line.state()
                                .last()
                                .map(run -> outcome(run.outcome()))
                                .orElseGet(() -> texts.get("jobs.state.never"));
        };
    }

    /** The look of {@link #state}. */
    static String style(JobLine line) {
        if (line.isBusy()) {
            return "accent";
        }
        return line.state().paused()
                ? "warn"
                : line.state().last().map(run -> style(run.outcome())).orElse("plain");
    }

    String outcome(Outcome outcome) {
        return texts.get("jobs.outcome." + outcome.name().toLowerCase(Locale.ROOT));
    }

    static String style(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> "accent";
            case DONE -> "ok";
            case FAILED -> "bad";
            case CANCELLED, INTERRUPTED -> "warn";
        };
    }

    /** How far the run is that is going on. */
    String progress(JobLine line) {
        if (line.phase() == JobLine.Phase.WAITING) {
            return texts.get("jobs.progress.waiting");
        }
        var elapsed = texts.get("jobs.progress.since", formats.duration(line.elapsed()));
        var where = line.phase() == JobLine.Phase.ELSEWHERE
                ? line.state()
                        .running()
                        .map(run -> texts.get("jobs.progress.elsewhere", run.machine()) + " · ")
                        .orElse("")
                : "";
        var step = line.step()
                .filter(known -> known.total() > 0)
                .map(known ->
                        texts.get("tasks.of", formats.number(known.done()), formats.number(known.total())) + " · ")
                .orElse("");
        return where + step + elapsed;
    }

    /** How the last run came out: {@code 2:00 AM · 3 s · 12 mails examined}. */
    String last(JobLine line) {
        return line.state()
                .last()
                .map(run -> Stream.of(when(run), result(run))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")))
                .orElseGet(() -> texts.get("jobs.last.none"));
    }

    /** How long ago the last run began; empty where there was none. */
    String age(JobLine line) {
        return line.isBusy()
                ? ""
                : line.state().last().map(run -> formats.age(run.startedAt())).orElse("");
    }

    /** When it began and how long it took. */
    String when(JobRun run) {
        var began = formats.moment(run.startedAt());
        return run.duration()
                .map(length -> texts.get("jobs.run.when", began, length(length)))
                .orElse(began);
    }

    private String length(Duration length) {
        return length.toMillis() < 1000 ? texts.get("jobs.run.instant") : formats.duration(length);
    }

    /** What it did, in numbers; for one that failed, why. */
    String result(JobRun run) {
        if (run.outcome() == Outcome.FAILED) {
            return why(run);
        }
        var counted = counts(run.counts());
        return counted.isEmpty() && run.outcome() == Outcome.DONE ? texts.get("jobs.nothing.to.do") : counted;
    }

    /** The last line of the log that is no cause of another. */
    private String why(JobRun run) {
        return run.log()
                .lines()
                .filter(line -> !line.startsWith("caused by"))
                .reduce((_, last) -> last)
                .map(new LogWords(texts)::of)
                .orElseGet(() -> texts.get("error.unexpected"));
    }

    /** Its last lines. */
    String log(JobRun run) {
        return run.log().isEmpty() ? texts.get("jobs.log.empty") : new LogWords(texts).of(run.log());
    }

    /** Why it began. */
    String trigger(JobRun run) {
        return texts.get("jobs.trigger." + run.trigger().name().toLowerCase(Locale.ROOT));
    }

    private String counts(Counts counts) {
        return counts.values().entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(this::count)
                .collect(Collectors.joining(" · "));
    }

    private String count(Map.Entry<String, Long> count) {
        var key = "jobs.count." + count.getKey();
        if (count.getKey().equals("bytes")) {
            long value = count.getValue();
            return value < MEGA
                    ? texts.get("jobs.count.kilobytes", formats.number(Math.max(1, value / 1000)))
                    : texts.get("jobs.count.megabytes", formats.decimal(value / (double) MEGA, 1));
        }
        return texts.has(key)
                ? texts.get(key, count.getValue())
                : count.getKey() + " " + formats.number(count.getValue());
    }

    /** What a toast says when a run has ended. */
    String ended(JobRun run) {
        var result = result(run);
        var said = texts.get("jobs.ended", name(run.job()), outcome(run.outcome()));
        return result.isEmpty() ? said : said + " · " + result;
    }

    /** What a toast says when the schedule was changed. */
    String rescheduled(String job, Schedule schedule) {
        return texts.get("jobs.rescheduled.toast", name(job), schedule(schedule));
    }

    String failure(Throwable why) {
        return texts.of(why);
    }

    /** Everything that a filter looks at. */
    String all(JobLine line) {
        return String.join(
                "\n",
                line.name(),
                name(line.name()),
                about(line.name()),
                schedule(line.state().schedule()),
                state(line));
    }

    /** The whole line, for a screen reader. */
    String spoken(JobLine line) {
        return String.join(
                ", ",
                name(line.name()),
                state(line),
                schedule(line.state().schedule()),
                texts.get("jobs.next.spoken", next(line)),
                line.isBusy() ? progress(line) : texts.get("jobs.last.spoken", last(line)));
    }

    /** A run in one sentence, for a screen reader. */
    String spoken(JobRun run) {
        return String.join(", ", outcome(run.outcome()), when(run), trigger(run), result(run));
    }
}

package io.countersign.job.ui;

import io.countersign.job.JobDesk;
import io.countersign.job.JobRun;
import io.countersign.job.Schedule;
import io.countersign.job.ui.JobLine.Phase;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.task.NewestOnly;
import io.countersign.shared.ui.Command;
import io.countersign.shared.ui.Pause;
import io.countersign.shared.ui.Toasts;
import io.countersign.shared.ui.WindowPorts;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/**
 * What repeats and what became of it, read again and again while it is shown: often while a job runs. UI thread only; the view
 * and the commands of the window share one.
 */
public final class JobsViewModel {
    static final int RUNS = 100;

    private final Supplier<JobDesk> desk;
    private final Place place;
    private final BackgroundTasks tasks;
    private final Toasts toasts;
    private final JobWords words;
    private final NewestOnly reading;
    private final AskedRuns asked = new AskedRuns();
    private final Set<String> stopping = new HashSet<>();
    private final ObservableList<JobLine> lines = FXCollections.observableArrayList();
    private final FilteredList<JobLine> shown = new FilteredList<>(lines);
    private final ObservableList<JobRun> runs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<JobLine>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper loadedOnce = new ReadOnlyBooleanWrapper();
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private List<JobDesk.State> states = List.of();
    private String selected = "";
    private boolean watching;

    /**
     * Where the window is.
     *
     * @param machine what the history calls this computer
     * @param view shows the jobs, wherever the person is
     * @param often how long until what is shown is read again while a job runs
     * @param seldom the same while none does
     */
    public record Place(String machine, Clock clock, Runnable view, Pause often, Pause seldom) {}

    private record Read(List<JobDesk.State> states, List<JobRun> runs) {}

    /** {@code desk} is asked for each time: the demo mailbox may take the place of the person's own. */
    public JobsViewModel(Supplier<JobDesk> desk, Place place, WindowPorts ports) {
        this.desk = desk;
        this.place = place;
        tasks = ports.tasks();
        toasts = ports.toasts();
        words = new JobWords(ports.texts(), ports.formats(), place.clock());
        reading = new NewestOnly(tasks);
    }

    JobWords words() {
        return words;
    }

    /** Begins to follow what happens, or stops to. */
    void watch(boolean on) {
        watching = on;
        if (on) {
            read();
        }
    }

    /** Reads everything again. */
    void read() {
        var job = selected;
        reading.ask(
                "jobs.reading",
                _ -> {
                    var now = desk.get().jobs();
                    var of = job.isEmpty()
                            ? now.stream().map(JobDesk.State::name).findFirst()
                            : Optional.of(job);
                    return new Read(now, of.isEmpty() ? List.of() : desk.get().history(of, RUNS));
                },
                read -> {
                    problem.set("");
                    states = read.states();
                    if (selected.isEmpty() && !states.isEmpty()) {
                        selected = states.getFirst().name();
                    }
                    if (!runs.equals(read.runs())) {
                        runs.setAll(read.runs());
                    }
                    loadedOnce.set(true);
                    show();
                    readLater();
                },
                why -> problem.set(words.failure(why)));
    }

    private void readLater() {
        if (watching) {
            boolean busy = lines.stream().anyMatch(JobLine::isBusy);
            (busy ? place.often() : place.seldom()).then(() -> {
                if (watching) {
                    read();
                }
            });
        }
    }

    /** Only lines that changed are replaced, so that the list keeps its place and its selection. */
    private void show() {
        stopping.removeIf(name -> states.stream()
                .noneMatch(state -> state.name().equals(name) && state.running().isPresent()));
        var next = states.stream().map(this::line).toList();
        if (next.size() != lines.size()) {
            lines.setAll(next);
        }
        for (int i = 0; i < next.size(); i++) {
            if (!next.get(i).equals(lines.get(i))) {
                lines.set(i, next.get(i));
            }
        }
        current.set(find(selected));
        summary.set(words.summary(lines));
    }

    private JobLine line(JobDesk.State state) {
        var elapsed = state.running()
                .map(run -> Duration.between(run.startedAt(), place.clock().instant()))
                .map(length -> Duration.ofSeconds(Math.max(0, length.toSeconds())))
                .orElse(Duration.ZERO);
        return new JobLine(state, phase(state), asked.step(state.name()), elapsed);
    }

    private Phase phase(JobDesk.State state) {
        if (asked.isWaiting(state.name())) {
            return Phase.WAITING;
        }
        if (stopping.contains(state.name())) {
            return Phase.STOPPING;
        }
        if (asked.isRunning(state.name())) {
            return Phase.RUNNING;
        }
        return state.running()
                .map(run -> run.machine().equals(place.machine()) ? Phase.RUNNING : Phase.ELSEWHERE)
                .orElse(Phase.RESTING);
    }

    private Optional<JobLine> find(String name) {
        return lines.stream().filter(line -> line.name().equals(name)).findFirst();
    }

    /** Shows the details of this job. */
    void select(String name) {
        if (!name.equals(selected)) {
            selected = name;
            editing.set(false);
            runs.clear();
            current.set(find(name));
            read();
        }
    }

    /** Shows only jobs whose words contain the text. */
    void filter(String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                wanted.isEmpty()
                        ? null
                        : line -> words.all(line).toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** Runs a job, at once or after the one that was asked for before it. */
    void run(String name) {
        if (!isBusy(name) && asked.add(name)) {
            runNext();
            show();
        }
    }

    private void runNext() {
        asked.next().ifPresent(name -> {
            tasks.run(
                    words.taskKey(name),
                    progress -> desk.get().run(name, asked.watched(name, progress)),
                    run -> {
                        afterRun();
                        toasts.show(words.ended(run), words.get("jobs.show"), () -> open(name));
                    },
                    why -> {
                        afterRun();
                        if (!(why instanceof CancellationException)) {
                            problem.set(words.failure(why));
                        }
                    });
            read();
        });
    }

    private void afterRun() {
        asked.ended();
        runNext();
        read();
    }

    /** Goes to the jobs, wherever the person is. */
    void open() {
        place.view().run();
    }

    /** What can be done about each job, once they are known. */
    public void commands(Consumer<List<Command>> then) {
        tasks.run("jobs.reading", _ -> desk.get().jobs(), jobs -> {
            states = jobs;
            show();
            then.accept(JobCommands.ofAll(this, jobs));
        });
    }

    boolean isBusy(String name) {
        return find(name).map(JobLine::isBusy).orElse(false);
    }

    boolean isPaused(String name) {
        return find(name).map(line -> line.state().paused()).orElse(false);
    }

    /** Goes to this job, wherever the person is. */
    void open(String name) {
        select(name);
        place.view().run();
    }

    /** Asks a run to stop, or takes one back that has not begun. */
    void cancel(String name) {
        if (asked.remove(name)) {
            show();
            return;
        }
        stopping.add(name);
        show();
        change("jobs.stopping", jobs -> jobs.cancel(name));
    }

    /** By the clock it runs no more, until it is resumed. */
    void pause(String name) {
        change("jobs.changing", jobs -> jobs.pause(name), "jobs.paused.toast", name, () -> resume(name));
    }

    void resume(String name) {
        change("jobs.changing", jobs -> jobs.resume(name), "jobs.resumed.toast", name, () -> pause(name));
    }

    /** Changes when it runs; can be taken back. */
    void reschedule(String name, Schedule schedule) {
        editing.set(false);
        find(name)
                .map(line -> line.state().schedule())
                .filter(before -> !before.equals(schedule))
                .ifPresent(before -> {
                    tasks.run("jobs.changing", _ -> applied(jobs -> jobs.reschedule(name, schedule)), _ -> {
                        toasts.show(
                                words.rescheduled(name, schedule),
                                words.get("activity.undo"),
                                () -> reschedule(name, before));
                        read();
                    });
                });
    }

    private void change(String task, Consumer<JobDesk> change) {
        tasks.run(task, _ -> applied(change), _ -> read());
    }

    private void change(String task, Consumer<JobDesk> change, String said, String name, Runnable back) {
        tasks.run(task, _ -> applied(change), _ -> {
            toasts.show(words.get(said, words.name(name)), words.get("activity.undo"), back);
            read();
        });
    }

    private boolean applied(Consumer<JobDesk> change) {
        change.accept(desk.get());
        return true;
    }

    /** What passes the filter, in a stable order. */
    ObservableList<JobLine> lines() {
        return shown;
    }

    /** The runs of the current job, newest first. */
    ObservableList<JobRun> runs() {
        return runs;
    }

    /** The job whose details are shown. */
    ReadOnlyObjectProperty<Optional<JobLine>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Why nothing can be read or run; empty while all is well. */
    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** How many jobs there are and which is next, in one line. */
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** True once the jobs were read: only then is an empty list the truth. */
    ReadOnlyBooleanProperty loadedOnceProperty() {
        return loadedOnce.getReadOnlyProperty();
    }

    /** Whether the schedule of the current job is being changed. */
    BooleanProperty editingProperty() {
        return editing;
    }
}

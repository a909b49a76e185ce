package io.countersign.job.ui;

import io.countersign.job.JobDesk;
import io.countersign.job.ui.JobLine.Phase;
import io.countersign.shared.ui.Command;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What can be done about jobs by name. */
public final class JobCommands {
    private JobCommands() {}

    /** For the job whose details are shown. */
    static List<Command> ofCurrent(JobsViewModel model) {
        return List.of(
                current(model, "run", model::run, line -> !line.isBusy()).keys("R"),
                current(model, "cancel", model::cancel, JobCommands::canStop).keys("C"),
                current(model, "pause", model::pause, line -> !line.state().paused())
                        .keys("P"),
                current(model, "resume", model::resume, line -> line.state().paused())
                        .keys("P"),
                current(model, "edit", _ -> model.editingProperty().set(true), _ -> true)
                        .keys("E"));
    }

    private static boolean canStop(JobLine line) {
        return line.phase() == Phase.RUNNING || line.phase() == Phase.WAITING;
    }

    private static Command current(
            JobsViewModel model, String id, Consumer<String> action, Predicate<JobLine> condition) {
        return Command.of(
                        "jobs." + id,
                        model.words().get("jobs.command." + id),
                        model.words().get("jobs.title"),
                        () -> model.currentProperty().get().map(JobLine::name).ifPresent(action))
                .when(() -> model.currentProperty().get().filter(condition).isPresent());
    }

    /** For each of these jobs, wherever the person is. */
    public static List<Command> ofAll(JobsViewModel model, List<JobDesk.State> jobs) {
        var commands = new ArrayList<Command>();
        for (var job : jobs) {
            commands.add(named(model, "run", job.name(), model::run).when(() -> !model.isBusy(job.name())));
            commands.add(named(model, "pause", job.name(), model::pause).when(() -> !model.isPaused(job.name())));
            commands.add(named(model, "resume", job.name(), model::resume).when(() -> model.isPaused(job.name())));
        }
        return List.copyOf(commands);
    }

    private static Command named(JobsViewModel model, String id, String job, Consumer<String> action) {
        var words = model.words();
        return Command.of(
                "jobs." + id + "." + job,
                words.get("jobs.command." + id + ".named", words.name(job)),
                words.get("jobs.title"),
                () -> action.accept(job));
    }
}

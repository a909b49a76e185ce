package io.countersign.job.ui;

import io.countersign.job.InMemoryJobDesk;
import io.countersign.shared.task.BackgroundTasks;
import io.countersign.shared.ui.RecordedScreen;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Parent;

/** The jobs over made-up ones, with everything that is said recorded; time passes when {@link #tick} is called. */
final class JobsStage extends RecordedScreen {
    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    final InMemoryJobDesk desk;
    final JobsViewModel model;
    private Runnable next = () -> {};
    int often;

    JobsStage(InMemoryJobDesk desk, BackgroundTasks tasks, Locale locale) {
        super(tasks, locale, CLOCK);
        this.desk = desk;
        var place = new JobsViewModel.Place(
                InMemoryJobDesk.HERE,
                CLOCK,
                () -> shown.add(View.ACTIVITY),
                work -> {
                    often++;
                    next = work;
                },
                work -> next = work);
        model = new JobsViewModel(() -> desk, place, ports);
    }

    /** What waits for a little time to pass is done. */
    void tick() {
        var due = next;
        next = () -> {};
        due.run();
    }

    /** The view, shown for the first time, its commands registered. For the JavaFX thread. */
    Parent show() {
        var location = Objects.requireNonNull(View.class.getResource("/views/activity-jobs.fxml"));
        var loaded =
                new ViewLoader(texts, Map.of(JobsController.class, () -> new JobsController(model))).load(location);
        var controller = (JobsController) loaded.controller();
        commands.add(controller.commands());
        controller.shown();
        return loaded.root();
    }

    JobLine line(String name) {
        return model.lines().stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}

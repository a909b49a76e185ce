package io.countersign.approval.ui;

import io.countersign.approval.InMemoryApprovals;
import io.countersign.approval.InMemoryTrust;
import io.countersign.approval.SampleRows;
import io.countersign.approval.SampleTray;
import io.countersign.mail.InMemoryMail;
import io.countersign.policy.ui.PolicyDrafts;
import io.countersign.shared.ui.Formats;
import io.countersign.shared.ui.FxBackgroundTasks;
import io.countersign.shared.ui.Look;
import io.countersign.shared.ui.RecordingToasts;
import io.countersign.shared.ui.ScriptedDialogs;
import io.countersign.shared.ui.ScriptedFiles;
import io.countersign.shared.ui.Texts;
import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewCounts;
import io.countersign.shared.ui.ViewLoader;
import io.countersign.shared.ui.WindowPorts;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures a decision on the JavaFX thread with a hundred thousand pending rows: from the key to the next row and its mail
 * laid out, in milliseconds of its CPU time. Run with {@code -Dglass.platform=Wide -Dprism.order=sw}.
 */
public final class DecisionLatency {
    // CPU time of the JavaFX thread: what the work costs, whatever else the machine does meanwhile.
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 200;
    private static final int MEASURED = 300;

    private DecisionLatency() {}

    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        var started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        var stored = new InMemoryApprovals();
        var mail = new InMemoryMail();
        SampleRows.many(rows).forEach(stored::add);
        SampleTray.explainAll(stored, mail);
        try (var executor = Executors.newFixedThreadPool(2)) {
            var window = onFx(() -> new Window(stored, mail, new FxBackgroundTasks(executor, _ -> {})));
            window.idle();
            System.out.println("rows " + rows + ", lines "
                    + onFx(() -> window.model.lines().size()));
            window.measure("approve", ApprovalsViewModel::approve);
            window.measure("next", model -> model.cursor().moveBy(1));
            onFx(() -> {
                window.model.cursor().moveTo(rows / 2);
                return 0;
            });
            window.measure("approve in the middle", ApprovalsViewModel::approve);
            window.measure("undo", ApprovalsViewModel::undo);
        }
        Platform.exit();
    }

    private static <T> T onFx(Callable<T> work) throws Exception {
        var task = new FutureTask<>(work);
        Platform.runLater(task);
        return task.get();
    }

    private static final class Window {
        private final ApprovalsViewModel model;
        private final FxBackgroundTasks tasks;
        private final Scene scene;

        Window(InMemoryApprovals stored, InMemoryMail mail, FxBackgroundTasks tasks) {
            this.tasks = tasks;
            var texts = Texts.of(Locale.ENGLISH);
            var trust = new InMemoryTrust();
            var clock = Clock.systemUTC();
            var formats = new Formats(texts, Locale.ENGLISH, clock);
            var words = new ApprovalWords(texts, formats);
            var ports = new WindowPorts(
                    tasks,
                    new RecordingToasts(),
                    new ScriptedDialogs(),
                    new ScriptedFiles(),
                    _ -> {},
                    new ViewCounts(),
                    texts,
                    formats);
            model = new ApprovalsViewModel(
                    stored,
                    new TrustPorts(trust, trust),
                    new DetailReader(stored, mail, mail, EarlierApplications.none()),
                    RowFilter.words(),
                    tasks,
                    new ShellNotices(ports, new PolicyDrafts(_ -> {}), new PendingExport(ports, words, clock), words));
            Look.loadFonts();
            var loaded = new ViewLoader(
                            texts,
                            Map.of(
                                    ApprovalsController.class,
                                    () -> new ApprovalsController(model, words, Clock.systemUTC())))
                    .load(View.APPROVALS);
            scene = new Scene(loaded.root(), 1232, 820);
            new Look(false, 1).applyTo(scene);
            var stage = new Stage();
            stage.setScene(scene);
            stage.show();
            ((ApprovalsController) loaded.controller()).shown();
        }

        /** Waits until nothing runs behind the window. */
        void idle() throws Exception {
            while (!onFx(() -> tasks.running().isEmpty())) {
                Thread.onSpinWait();
            }
        }

        void measure(String name, Consumer<ApprovalsViewModel> key) throws Exception {
            var times = new ArrayList<Double>();
            for (int i = 0; i < WARM_UP + MEASURED; i++) {
                double time = onFx(() -> {
                    long start = THREADS.getCurrentThreadCpuTime();
                    key.accept(model);
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
                });
                if (i >= WARM_UP) {
                    times.add(time);
                }
                idle();
            }
            Collections.sort(times);
            System.out.printf(
                    Locale.ROOT,
                    "%-22s p50 %.2f ms  p95 %.2f ms  p99 %.2f ms  max %.2f ms%n",
                    name,
                    at(times, 0.5),
                    at(times, 0.95),
                    at(times, 0.99),
                    times.getLast());
        }

        private static double at(List<Double> sorted, double share) {
            return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
        }
    }
}

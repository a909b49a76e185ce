package io.countersign.app;

import io.countersign.app.shell.Shell;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.View;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Types the beginnings of queries into the search of a window over a real mailbox, letter by letter: from the key to its rows
 * laid out, on the wall clock and in CPU time of the threads on the way; and then once more for the longest work on the JavaFX
 * thread, in its CPU time. A machine without a graphics card paints on the processor meanwhile. Argument: a home,
 * which nothing else has open. Run with {@code -Dglass.platform=Wide -Dprism.order=sw}.
 */
public final class TypingLatency {
    private static final List<String> QUERIES = List.of(
            "interview",
            "meeting",
            "offer",
            "thank",
            "jeff",
            "enron",
            "energy",
            "gas trading",
            "contract",
            "friday",
            "salary",
            "california",
            "re: call",
            "attached",
            "schedule",
            "lunch",
            "resume",
            "invoice",
            "price",
            "from:kean",
            "from:jeff",
            "subject:report",
            "to:steven",
            "\"power plant\"",
            "category:",
            "is:unread",
            "has:att",
            "after:2001",
            "conference",
            "university",
            "zephyr",
            "quarter",
            "application",
            "john smith",
            "houston",
            "position",
            "review",
            "mark",
            "travel",
            "xyzzy");
    private static final int LETTERS = 5;
    // Eighty words a minute.
    private static final long BETWEEN_KEYS_MS = 150;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final TextField field;
    private final Semaphore shown = new Semaphore(0);
    private boolean arrived;
    private final List<Double> worked = new ArrayList<>();
    private long cpuAtKey;
    private long lastCpu;
    private final List<Double> work = new ArrayList<>();
    private boolean watching;

    private TypingLatency(Scene scene) {
        field = (TextField) scene.lookup("#search-field");
        ListView<?> list = (ListView<?>) scene.lookup("#hits");
        list.getItems().addListener((ListChangeListener<Object>) _ -> arrived = true);
        scene.addPostLayoutPulseListener(() -> {
            if (arrived) {
                arrived = false;
                worked.add((cpu() - cpuAtKey) / 1e6);
                shown.release();
            }
        });
    }

    public static void main(String[] arguments) throws Exception {
        var clock = Clock.system(ZoneId.systemDefault());
        try (var home = Home.open(Path.of(arguments[0]));
                var root = CompositionRoot.open(home, new DatabaseSettings.Embedded(home.database()), "me", clock);
                var workers = WindowRun.workers()) {
            root.search().catchUp(Progress.none(), System.out::println);
            var window = BenchWindow.open(root, home.directory(), View.SEARCH, workers);
            var shell = window.shell();
            var scene = window.scene();
            idle(shell);
            var typing = BenchWindow.onFx(() -> new TypingLatency(scene));
            System.out.println("mails " + root.messages().count());
            print("first, key to rows", typing.type(shell));
            BenchWindow.onFx(() -> {
                typing.worked.clear();
                return 0;
            });
            print("again, key to rows", typing.type(shell));
            print("of which worked", BenchWindow.onFx(() -> List.copyOf(typing.worked)));
            typing.watch(true);
            typing.type(shell);
            print("work on the JavaFX thread", BenchWindow.onFx(() -> List.copyOf(typing.work)));
            typing.watch(false);
            idle(shell);
        }
        Platform.exit();
    }

    /** Milliseconds of each letter. */
    private List<Double> type(Shell shell) throws Exception {
        var times = new ArrayList<Double>();
        for (var query : QUERIES) {
            BenchWindow.onFx(() -> {
                field.clear();
                return 0;
            });
            idle(shell);
            for (int i = 0; i < Math.min(LETTERS, query.length()); i++) {
                var letter = query.substring(i, i + 1);
                BenchWindow.onFx(() -> arrived = false);
                shown.drainPermits(); // what an emptied field or a late part of an answer changed is no answer to
                // this key
                long start = System.nanoTime();
                Platform.runLater(() -> {
                    cpuAtKey = cpu();
                    Event.fireEvent(field, key(letter));
                });
                if (!shown.tryAcquire(5, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("no rows for " + query.substring(0, i + 1));
                }
                double took = (System.nanoTime() - start) / 1e6;
                times.add(took);
                if (took > 50) {
                    System.out.printf(Locale.ROOT, "  %s: %.1f ms%n", query.substring(0, i + 1), took);
                }
                idle(shell);
                long rest = BETWEEN_KEYS_MS - (System.nanoTime() - start) / 1_000_000;
                TimeUnit.MILLISECONDS.sleep(Math.max(1, rest));
            }
        }
        return times;
    }

    private static KeyEvent key(String letter) {
        return new KeyEvent(KeyEvent.KEY_TYPED, letter, letter, KeyCode.UNDEFINED, false, false, false, false);
    }

    /** Of the JavaFX thread and of those that search. */
    private static long cpu() {
        long sum = 0;
        for (var thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
            if (thread != null
                    && (thread.getThreadName().startsWith("work-")
                            || thread.getThreadName().startsWith("JavaFX Application"))) {
                sum += THREADS.getThreadCpuTime(thread.getThreadId());
            }
        }
        return sum;
    }

    // Comes back behind everything that waits, again and again: between two of its visits each of that ran once.
    private void watch(boolean on) throws Exception {
        BenchWindow.onFx(() -> {
            watching = on;
            lastCpu = THREADS.getCurrentThreadCpuTime();
            if (on) {
                Platform.runLater(this::visit);
            }
            return 0;
        });
    }

    private void visit() {
        long now = THREADS.getCurrentThreadCpuTime();
        double ms = (now - lastCpu) / 1e6;
        if (ms > 0.5) {
            work.add(ms);
        }
        lastCpu = now;
        if (watching) {
            Platform.runLater(this::visit);
        }
    }

    private static void idle(Shell shell) throws Exception {
        while (!BenchWindow.onFx(() -> shell.tasks().running().isEmpty())) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void print(String name, List<Double> times) {
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%-26s n %d  p50 %.1f ms  p95 %.1f ms  p99 %.1f ms  max %.1f ms%n",
                name,
                sorted.size(),
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                sorted.getLast());
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
    }
}

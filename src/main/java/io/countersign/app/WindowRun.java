package io.countersign.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One life of the window, from showing it to the end of its background work. */
record WindowRun(Clock clock) {
    // As many as the connection pool has to spare beside the one that a long import holds.
    private static final int WORKERS = 4;

    /** Shows the window and returns when it is closed. {@code opener} is called off the JavaFX thread. */
    void show(Path home, Supplier<CompositionRoot> opener, Runnable closer) {
        try (var workers = workers()) {
            new DesktopApp(launch(home, () -> following(opener.get()), closer, workers)).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static CompositionRoot following(CompositionRoot root) {
        root.search().follow();
        return root;
    }

    Launch launch(Path home, Supplier<CompositionRoot> opener, Runnable closer, ExecutorService workers) {
        return new Launch(home, workers, () -> new Mailbox(opener.get(), clock, closer), clock);
    }

    static ExecutorService workers() {
        return Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().name("work-", 0).factory());
    }
}

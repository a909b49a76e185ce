package io.countersign.app;

import io.countersign.ask.ModelKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** One life of the window, from showing it to the end of its background work. {@code key} is that of the language model, where one is set up. */
record WindowRun(Clock clock, ModelKey key) {
    // As many as the connection pool has to spare beside the one that a long import holds.
    private static final int WORKERS = 4;

    /** Shows the window and returns when it is closed. {@code opener} is called off the JavaFX thread. */
    void show(Path home, Supplier<CompositionRoot> opener, Runnable closer) {
        try (var workers = workers()) {
            new DesktopApp(launch(home, opener, closer, workers)).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Launch launch(Path home, Supplier<CompositionRoot> opener, Runnable closer, ExecutorService workers) {
        return new Launch(home, workers, () -> mailbox(opener.get(), closer), clock);
    }

    /** These services as the window shows them; {@code closer} closes them. */
    Mailbox mailbox(CompositionRoot root, Runnable closer) {
        return new Mailbox(root, clock, key, closer);
    }

    static ExecutorService workers() {
        return Executors.newFixedThreadPool(
                WORKERS, Thread.ofPlatform().name("work-", 0).factory());
    }
}

package io.countersign.app;

import io.countersign.shared.ui.Look;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The window as a program. Starts the toolkit itself instead of extending {@code Application}, so that nothing is passed through static fields. */
public final class DesktopApp {
    private final Launch launch;

    public DesktopApp(Launch launch) {
        this.launch = launch;
    }

    /**
     * Shows the window and returns when it was closed and its services are closed too. Not for the JavaFX thread; once per process.
     *
     * @throws UnsupportedOperationException when there is no display
     */
    public void run() throws InterruptedException {
        var closed = new CountDownLatch(1);
        var failure = new AtomicReference<@Nullable RuntimeException>();
        Platform.startup(() -> {
            try {
                Thread.currentThread()
                        .setUncaughtExceptionHandler((_, e) ->
                                LoggerFactory.getLogger(DesktopApp.class).error("on the JavaFX thread", e));
                Look.loadFonts();
                Platform.setImplicitExit(false);
                new DesktopWindow(new Stage(), launch, closed::countDown).show();
            } catch (RuntimeException e) {
                failure.set(e);
                closed.countDown();
            }
        });
        closed.await();
        Platform.exit();
        var why = failure.get();
        if (why != null) {
            throw why;
        }
    }
}

package io.countersign.app;

import io.countersign.shared.ui.View;
import io.countersign.shared.ui.ViewLoader;
import io.countersign.shared.ui.ViewLoader.Loaded;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;

/**
 * What a window needs before anything is opened.
 *
 * @param home where {@code window.json} is kept; need not exist yet
 * @param executor runs background work: a named pool about the size of the connection pool, never interrupted; the caller closes it
 * @param opener opens the services; blocking, called once off the JavaFX thread
 * @param loading how a view is loaded
 */
public record Launch(
        Path home,
        Executor executor,
        Callable<WindowContext> opener,
        Clock clock,
        BiFunction<ViewLoader, View, Loaded> loading) {

    /** Loads views from their FXML. */
    public Launch(Path home, Executor executor, Callable<WindowContext> opener, Clock clock) {
        this(home, executor, opener, clock, ViewLoader::load);
    }
}

package io.countersign.app;

import java.time.Clock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one command uses: home and services are opened when first asked for, so that a wrong argument costs nothing, and
 * closed in order. Not thread-safe: commands run one at a time.
 */
final class Session implements AutoCloseable {
    private final GlobalOptions options;
    private final Clock clock;
    private @Nullable Home home;
    private @Nullable CompositionRoot root;

    Session(GlobalOptions options, Clock clock) {
        this.options = options;
        this.clock = clock;
    }

    /** The services behind the chosen home; opened at the first call. */
    CompositionRoot root() {
        var open = root;
        if (open == null) {
            var taken = Home.open(options.home());
            home = taken;
            open = CompositionRoot.open(taken, options.database(taken), options.user(), clock);
            root = open;
        }
        return open;
    }

    /** One service, looked up when it is used. */
    <T> Supplier<T> later(Function<CompositionRoot, T> service) {
        return () -> service.apply(root());
    }

    @Override
    public void close() {
        if (root != null) {
            root.close();
        }
        if (home != null) {
            home.close();
        }
    }
}

package io.countersign.app;

import io.countersign.search.cli.CheckCommand.Recovered;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.db.DatabaseRestore;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one command uses: home and services are opened when first asked for, so that a wrong argument costs nothing, and
 * closed in order. Commands run one at a time, but the window opens it on another thread.
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
    synchronized CompositionRoot root() {
        var open = root;
        if (open == null) {
            var taken = takeHome();
            var database = options.database(taken);
            var words = Engines.of(options.searchServer(), taken.directory(), database, clock);
            var engines =
                    options.semantic().isEverOn() ? Engines.withMeaning(words, taken.directory(), database) : words;
            open = CompositionRoot.open(taken, database, engines, options.user(), clock);
            root = open;
        }
        return open;
    }

    /** The data directory, held from the first call on. */
    synchronized Home takeHome() {
        var taken = home;
        if (taken == null) {
            taken = Home.open(options.home());
            home = taken;
        }
        return taken;
    }

    /** Once a day, after a command: copies the database that it used. */
    synchronized void copyDatabase() {
        if (root != null) {
            root.copyDatabase(Duration.ofDays(1));
        }
    }

    /**
     * Goes back to the newest copy of the embedded database, which must not have been opened yet, and imports again what was
     * stored since.
     */
    synchronized Recovered recoverDatabase(Progress progress) {
        var taken = takeHome();
        if (!(options.database(taken) instanceof DatabaseSettings.Embedded(var file))) {
            throw new CountersignException.Invalid(
                    "--restore-database", "a database server has copies of its own; this is for the embedded database");
        }
        var restored = new DatabaseRestore(file).run(clock.instant());
        Engines.forget(taken.directory(), options.database(taken));
        var mails = root().importUnlisted(progress);
        return new Recovered(restored, mails);
    }

    /** One service, looked up when it is used. */
    <T> Supplier<T> later(Function<CompositionRoot, T> service) {
        return () -> service.apply(root());
    }

    /**
     * One service, once better detectors have looked at the mail again where that is due.
     *
     * @param output hears of it, since it takes its time
     */
    <T> Supplier<T> upgraded(Function<CompositionRoot, T> service, Output output) {
        return () -> {
            long examined = root().upgrade().runIfDue(output.progress());
            if (examined > 0) {
                output.warn("The detectors have improved: " + examined + " mails were rechecked.");
            }
            return service.apply(root());
        };
    }

    @Override
    public synchronized void close() {
        if (root != null) {
            root.close();
            root = null;
        }
        if (home != null) {
            home.close();
            home = null;
        }
    }
}

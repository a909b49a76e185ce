package io.countersign.search.elastic;

import io.countersign.search.SearchFailure;
import io.countersign.search.SearchFailure.Kind;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The index that changes are written to. Whoever writes and then ends ({@link #end}) has either written everything to the index
 * that searches find, or is told to begin again from what that index follows: nothing is lost when another process, or a
 * rebuild, puts a new index in its place meanwhile. Thread-safe.
 */
final class Target {
    private final Generations generations;
    private final AtomicReference<Optional<Generation>> known = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<Generation>> written = new AtomicReference<>(Optional.empty());

    Target(Generations generations) {
        this.generations = generations;
    }

    /** What was behind the alias when it was last looked at; made where there was nothing. */
    Generation current() {
        return known.get().orElseGet(() -> {
            var found = generations.currentOrFirst();
            known.set(Optional.of(found));
            return found;
        });
    }

    void write(Consumer<Generation> writing) {
        var generation = current();
        var before = written.get();
        if (before.isPresent() && !before.get().equals(generation)) {
            throw lost();
        }
        written.set(Optional.of(generation));
        guarded(() -> writing.accept(generation));
    }

    /** Ends what was written, and looks whether that is still what searches find. */
    void end(Consumer<Generation> ending) {
        var generation = written.get().orElseGet(this::current);
        if (!generations.current().equals(Optional.of(generation))) {
            throw lost();
        }
        guarded(() -> ending.accept(generation));
        written.set(Optional.empty());
    }

    private void guarded(Runnable writing) {
        try {
            writing.run();
        } catch (SearchFailure e) {
            // The server may have put something else there; what of this batch arrived is not known.
            forget();
            throw e;
        }
    }

    /** Looks at the server again before the next question; what was written and not ended is not forgotten. */
    void forget() {
        known.set(Optional.empty());
    }

    private SearchFailure lost() {
        forget();
        written.set(Optional.empty());
        var detail = "the search index was replaced meanwhile; changes are taken from the log again";
        return new SearchFailure(Kind.UNREACHABLE, detail, new IllegalStateException(detail));
    }
}

package io.countersign.mail.sync;

import io.countersign.mail.ImportResult;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;

/** What became of the mailboxes that were looked at. */
public record SyncResult(List<Outcome> outcomes, double seconds) {
    public SyncResult {
        outcomes = List.copyOf(outcomes);
    }

    /** What became of one. */
    public sealed interface Outcome {
        Path path();
    }

    /** Nothing in it had changed. */
    public record Unchanged(Path path) implements Outcome {}

    /** What was new in it was read; it may have been known. */
    public record Read(Path path, ImportResult result) implements Outcome {}

    /** It could not be read, and is tried again the next time. */
    public record Failed(Path path, Trouble trouble) implements Outcome {}

    /** What was read, as one import. */
    public ImportResult total() {
        var results = results();
        return new ImportResult(
                sum(ImportResult::read),
                sum(ImportResult::imported),
                sum(ImportResult::duplicates),
                sum(ImportResult::rejected),
                seconds,
                results.stream().flatMap(result -> result.errors().stream()).toList(),
                results.stream()
                        .flatMapToLong(result -> result.firstNewId().stream())
                        .min());
    }

    private long sum(ToLongFunction<ImportResult> count) {
        return results().stream().mapToLong(count).sum();
    }

    private List<ImportResult> results() {
        return outcomes.stream()
                .filter(Read.class::isInstance)
                .map(outcome -> ((Read) outcome).result())
                .toList();
    }

    /** Those that could not be read. */
    public List<Failed> failed() {
        return outcomes.stream()
                .filter(Failed.class::isInstance)
                .map(Failed.class::cast)
                .toList();
    }

    /** How many could be read. */
    public long reached() {
        return outcomes.stream().filter(outcome -> !(outcome instanceof Failed)).count();
    }
}

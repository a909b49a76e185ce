package io.countersign.insight;

import io.countersign.approval.DecisionRepository;
import io.countersign.insight.Recount.Counted;
import io.countersign.shared.Transactions;
import io.countersign.shared.task.Progress;
import java.time.Clock;

/**
 * Recomputes the statistics of one person from the logs. Decisions keep them exact, so a run that corrects anything has found a
 * mistake, unless the time zone changed. Blocking; a cancelled run changes nothing.
 */
public final class PolicyStatsJob {
    /** What schedules and histories call it. */
    public static final String NAME = "policy-stats";

    private final String user;
    private final Books books;
    private final Clock clock;

    public PolicyStatsJob(String user, Books books, Clock clock) {
        this.user = user;
        this.books = books;
        this.clock = clock;
    }

    /** What is recounted; the lock of {@code decisions} keeps others from deciding meanwhile. */
    public record Books(Recount recount, RecallDesk recall, DecisionRepository decisions, Transactions transactions) {}

    /** Runs. */
    public Result run(Progress progress) {
        long start = System.nanoTime();
        var counted = books.transactions().inTransaction(() -> {
            books.decisions().lock();
            var found = books.recount().run(user, clock.getZone(), clock.instant(), progress);
            books.recall().recount();
            return found;
        });
        return new Result(counted, (System.nanoTime() - start) / 1e9);
    }

    /** Runs where sums are missing: after an update of the program, or in another time zone. */
    public void runIfDue(Progress progress) {
        if (books.recount().isDue(user, clock.getZone())) {
            run(progress);
        }
    }

    /** What a run found, and how long it took. */
    public record Result(Counted counted, double seconds) {}
}

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
    private final Recount recount;
    private final DecisionRepository decisions;
    private final Transactions transactions;
    private final Clock clock;

    /** @param decisions whose lock keeps others from deciding meanwhile */
    public PolicyStatsJob(
            String user, Recount recount, DecisionRepository decisions, Transactions transactions, Clock clock) {
        this.user = user;
        this.recount = recount;
        this.decisions = decisions;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Runs. */
    public Result run(Progress progress) {
        long start = System.nanoTime();
        var counted = transactions.inTransaction(() -> {
            decisions.lock();
            return recount.run(user, clock.getZone(), clock.instant(), progress);
        });
        return new Result(counted, (System.nanoTime() - start) / 1e9);
    }

    /** Runs where sums are missing: after an update of the program, or in another time zone. */
    public void runIfDue(Progress progress) {
        if (recount.isDue(user, clock.getZone())) {
            run(progress);
        }
    }

    /** What a run found, and how long it took. */
    public record Result(Counted counted, double seconds) {}
}

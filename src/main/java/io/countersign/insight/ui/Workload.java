package io.countersign.insight.ui;

import io.countersign.approval.Step;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many steps decisions took: what is decided together takes one.
 *
 * @param decided proposals decided in these steps; what was taken back is not among them
 * @param undone proposals whose decision was taken back
 * @param savedByWeek decisions that needed no step of their own, by the Monday of their week
 */
record Workload(long decided, long steps, long undone, SortedMap<LocalDate, Long> savedByWeek) {
    static final Workload NONE = new Workload(0, 0, 0, new TreeMap<>());

    /** Counts what was decided, or taken back, from {@code since} on. */
    static Workload of(Collection<Step> all, Instant since, ZoneId zone) {
        long decided = 0;
        long steps = 0;
        long undone = 0;
        var saved = new TreeMap<LocalDate, Long>();
        for (var step : all) {
            if (step.undoneAt().isPresent()) {
                undone += step.undoneAt().get().isBefore(since) ? 0 : step.size();
            } else if (!step.at().isBefore(since) && step.size() > 0) {
                decided += step.size();
                steps++;
                var monday =
                        step.at().atZone(zone).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                saved.merge(monday, step.size() - 1L, Long::sum);
            }
        }
        return new Workload(decided, steps, undone, saved);
    }

    /** Decisions that needed no step of their own. */
    long saved() {
        return decided - steps;
    }
}

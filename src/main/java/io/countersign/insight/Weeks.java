package io.countersign.insight;

import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyCounts.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Sums days up to weeks that begin on Monday. */
final class Weeks {
    private Weeks() {}

    /** The weeks that have anything, oldest first. */
    static List<Week> of(Collection<Day> days) {
        var weeks = new TreeMap<LocalDate, Week>();
        for (var day : days) {
            var monday = day.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            weeks.merge(monday, new Week(monday, day.fired(), day.approved(), day.rejected()), Weeks::sum);
        }
        return List.copyOf(weeks.values());
    }

    static Map<Long, List<Week>> perPolicy(Collection<Day> days) {
        return days.stream()
                .collect(Collectors.groupingBy(
                        Day::policyId, Collectors.collectingAndThen(Collectors.toList(), Weeks::of)));
    }

    private static Week sum(Week one, Week other) {
        return new Week(
                one.monday(),
                one.fired() + other.fired(),
                one.approved() + other.approved(),
                one.rejected() + other.rejected());
    }
}

package io.countersign.insight;

import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyCounts.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Sums days, oldest first, up to weeks that begin on Monday. */
final class Weeks {
    private final Map<Long, Map<LocalDate, Sum>> perPolicy = new HashMap<>();
    private final Map<LocalDate, Sum> all = new TreeMap<>();

    private Weeks() {}

    /** Grows: there may be tens of thousands of days. */
    private static final class Sum {
        private long fired;
        private long approved;
        private long rejected;

        void add(Day day) {
            fired += day.fired();
            approved += day.approved();
            rejected += day.rejected();
        }
    }

    static Weeks of(List<Day> days) {
        var weeks = new Weeks();
        var monday = LocalDate.MIN;
        var today = LocalDate.MIN;
        for (var day : days) {
            if (!day.day().equals(today)) {
                today = day.day();
                monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            }
            weeks.all.computeIfAbsent(monday, _ -> new Sum()).add(day);
            weeks.perPolicy
                    .computeIfAbsent(day.policyId(), _ -> new TreeMap<>())
                    .computeIfAbsent(monday, _ -> new Sum())
                    .add(day);
        }
        return weeks;
    }

    /** The weeks that have anything, oldest first. */
    List<Week> all() {
        return list(all);
    }

    Map<Long, List<Week>> perPolicy() {
        var lists = new HashMap<Long, List<Week>>();
        perPolicy.forEach((policy, weeks) -> lists.put(policy, list(weeks)));
        return lists;
    }

    private static List<Week> list(Map<LocalDate, Sum> weeks) {
        return weeks.entrySet().stream()
                .map(entry -> new Week(
                        entry.getKey(), entry.getValue().fired, entry.getValue().approved, entry.getValue().rejected))
                .toList();
    }
}

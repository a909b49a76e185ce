package io.countersign.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What the database counts per policy. Blocking and thread-safe. */
public interface PolicyCounts {
    /** Since the beginning, from the counters that each decision keeps. */
    List<Row> all(String user);

    /** From this day of the person's time zone on. */
    List<Row> since(String user, LocalDate firstDay);

    /** Day by day from this one on, oldest first; days without anything are left out. */
    List<Day> days(String user, LocalDate firstDay);

    /** Standing decisions by tenth of confidence, from this day on, lowest first; empty tenths are left out. */
    List<Tenth> tenths(String user, LocalDate firstDay);

    /**
     * One policy that exists or ever fired, in the order in which policies are tried, removed ones last.
     *
     * @param pending what waits for a decision now, whenever it was proposed
     */
    record Row(long policyId, String name, long fired, long approved, long rejected, long pending, Instant updatedAt) {}

    /** What happened to proposals of one policy on one day. */
    record Day(LocalDate day, long policyId, long fired, long approved, long rejected) {}

    /**
     * Decisions on proposals whose confidence lay in one tenth.
     *
     * @param tenth 0..9
     * @param confidence the sum of their confidences
     */
    record Tenth(int tenth, long decided, long approved, double confidence) {}
}

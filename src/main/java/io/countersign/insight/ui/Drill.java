package io.countersign.insight.ui;

import io.countersign.insight.Behind;
import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyStats;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A number whose mails are asked for.
 *
 * @param title what the number counts, in words
 * @param behind its parts; a mail that several of them have is listed once
 */
record Drill(String title, List<Behind> behind) {
    Drill {
        behind = List.copyOf(behind);
    }

    static Drill of(String title, Behind behind) {
        return new Drill(title, List.of(behind));
    }

    /** What was decided about proposals of these policies. */
    static Drill decided(String title, List<PolicyStats> policies) {
        return new Drill(
                title,
                policies.stream()
                        .flatMap(stats -> Stream.<Behind>concat(
                                part(stats.approved(), new Behind.Decided(stats.policyId(), true)),
                                part(stats.rejected(), new Behind.Decided(stats.policyId(), false))))
                        .toList());
    }

    /** What of these policies waits. */
    static Drill pending(String title, List<PolicyStats> policies) {
        return each(title, policies, stats -> part(stats.pending(), new Behind.Pending(stats.policyId())));
    }

    /** What these policies missed. */
    static Drill missed(String title, List<PolicyStats> policies) {
        return each(title, policies, stats -> Stream.of(new Behind.Missed(stats.policyId())));
    }

    /** What was decided in a week, about one policy, or about all that decided something then. */
    static Drill week(String title, Week week, OptionalLong policy, InsightReport report) {
        return each(
                title,
                report.decidedPolicies(),
                stats -> policy.orElse(stats.policyId()) == stats.policyId()
                                && report.decidedWeeks(OptionalLong.of(stats.policyId())).stream()
                                        .anyMatch(each -> each.monday().equals(week.monday()))
                        ? Stream.of(new Behind.Week(stats.policyId(), week.monday()))
                        : Stream.empty());
    }

    private static Drill each(
            String title, List<PolicyStats> policies, Function<PolicyStats, Stream<? extends Behind>> behind) {
        return new Drill(title, policies.stream().<Behind>flatMap(behind).toList());
    }

    private static Stream<Behind> part(long count, Behind behind) {
        return count > 0 ? Stream.of(behind) : Stream.empty();
    }
}

package io.countersign.insight.ui;

import io.countersign.insight.Behind;
import io.countersign.insight.InsightSnapshot.Bin;
import io.countersign.insight.InsightSnapshot.Week;
import io.countersign.insight.PolicyStats;
import java.util.List;
import java.util.OptionalLong;

/** What each number stands for, with the words above the list of its mails. */
record DrillWords(InsightWords words) {
    private String of(PolicyStats stats, String what) {
        return words.get("insights.drill.of", words.get("insights.drill." + what), stats.name());
    }

    private String all(String what) {
        return words.get("insights.drill.of", words.get("insights.drill." + what), words.get("insights.policy.all"));
    }

    Drill fired(PolicyStats stats) {
        return Drill.of(of(stats, "fired"), new Behind.Fired(stats.policyId()));
    }

    Drill decided(PolicyStats stats, boolean approved) {
        return Drill.of(of(stats, approved ? "approved" : "rejected"), new Behind.Decided(stats.policyId(), approved));
    }

    Drill decided(PolicyStats stats) {
        return Drill.decided(of(stats, "decided"), List.of(stats));
    }

    Drill pending(PolicyStats stats) {
        return Drill.of(of(stats, "pending"), new Behind.Pending(stats.policyId()));
    }

    Drill missed(PolicyStats stats) {
        return Drill.of(of(stats, "missed"), new Behind.Missed(stats.policyId()));
    }

    Drill allDecided(InsightReport report) {
        return Drill.decided(all("decided"), report.policies());
    }

    Drill allPending(InsightReport report) {
        return Drill.pending(all("pending"), report.policies());
    }

    Drill allMissed(InsightReport report) {
        return Drill.missed(
                all("missed"),
                report.policies().stream()
                        .filter(stats -> report.recall(stats).isPresent())
                        .toList());
    }

    Drill week(Week week, OptionalLong policy, InsightReport report) {
        var title = words.get("insights.drill.week", words.formats().date(week.monday()));
        var name = report.policies().stream()
                .filter(stats -> policy.isPresent() && stats.policyId() == policy.getAsLong())
                .findFirst()
                .map(PolicyStats::name)
                .orElse(words.get("insights.policy.all"));
        return Drill.week(words.get("insights.drill.of", title, name), week, policy, report);
    }

    Drill bin(Bin bin) {
        return Drill.of(
                words.get("insights.drill.bin", words.percent(bin.low()), words.percent(bin.high())),
                new Behind.Confidence(bin.low(), bin.high()));
    }

    Drill feature(String feature) {
        return Drill.of(
                words.get("insights.drill.of", words.get("insights.drill.decided"), words.feature(feature)),
                new Behind.Feature(feature));
    }
}

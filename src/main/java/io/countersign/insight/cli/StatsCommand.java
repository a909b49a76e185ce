package io.countersign.insight.cli;

import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStatsJob;
import io.countersign.insight.PolicyStatsJson;
import io.countersign.shared.CountersignException;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stats [--window-days N] [--recompute]} */
@Command(name = "stats", description = "Shows how good every policy is.")
public final class StatsCommand implements Runnable {
    private final Supplier<PolicyStatistics> statistics;
    private final Supplier<String> user;
    private final Supplier<PolicyStatsJob> job;
    private final Output output;

    @Option(names = "--window-days", paramLabel = "N", description = "only the last N days (default: all)")
    private @Nullable Integer windowDays;

    @Option(names = "--recompute", description = "counts the log of decisions again, now instead of at night")
    private boolean recompute;

    public StatsCommand(
            Supplier<PolicyStatistics> statistics, Supplier<String> user, Supplier<PolicyStatsJob> job, Output output) {
        this.statistics = statistics;
        this.user = user;
        this.job = job;
        this.output = output;
    }

    @Override
    public void run() {
        if (windowDays != null && windowDays < 1) {
            throw new CountersignException.Invalid("--window-days", "a window has at least 1 day");
        }
        if (recompute) {
            recompute();
        } else {
            show();
        }
    }

    private void recompute() {
        var result = job.get().run(output.progress());
        var counted = result.counted();
        if (output.isJson()) {
            output.json(Output.object()
                    .put("policies", counted.policies())
                    .put("decisions", counted.decisions())
                    .put("corrected", counted.corrected())
                    .put("seconds", Math.round(result.seconds() * 1000) / 1000.0));
        } else {
            output.line(String.format(
                    Locale.ROOT,
                    "%,d decisions of %,d policies counted, %,d rows corrected, in %.1f s",
                    counted.decisions(),
                    counted.policies(),
                    counted.corrected(),
                    result.seconds()));
        }
    }

    private void show() {
        var window = windowDays == null ? OptionalInt.empty() : OptionalInt.of(windowDays);
        var rows = statistics.get().of(user.get(), window);
        if (output.isJson()) {
            rows.forEach(row -> output.json(PolicyStatsJson.of(row)));
        } else {
            var table = new TextTable(
                    "policy",
                    "fired",
                    "approved",
                    "rejected",
                    "pending",
                    "precision",
                    "of decided",
                    "95 %",
                    "recall",
                    "95 %");
            rows.forEach(row -> table.row(
                    row.name(),
                    row.fired(),
                    row.approved(),
                    row.rejected(),
                    row.pending(),
                    percent(row.precision()),
                    percent(row.decidedPrecision()),
                    range(row.precisionLow(), row.precisionHigh()),
                    percent(row.recall()),
                    range(row.recallLow(), row.recallHigh())));
            output.table(table);
        }
    }

    private static String range(OptionalDouble low, OptionalDouble high) {
        return low.isPresent() ? percent(low) + "–" + percent(high) : "";
    }

    private static String percent(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.1f%%", 100 * ratio.getAsDouble()) : "";
    }
}

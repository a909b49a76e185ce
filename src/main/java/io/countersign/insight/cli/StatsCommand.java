package io.countersign.insight.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.insight.PolicyStatistics;
import io.countersign.insight.PolicyStats;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code stats [--window-days N]} */
@Command(name = "stats", description = "Shows how good every policy is.")
public final class StatsCommand implements Runnable {
    private final Supplier<PolicyStatistics> statistics;
    private final Supplier<String> user;
    private final Output output;

    @Option(names = "--window-days", paramLabel = "N", description = "only the last so many days (default: all)")
    private @Nullable Integer windowDays;

    public StatsCommand(Supplier<PolicyStatistics> statistics, Supplier<String> user, Output output) {
        this.statistics = statistics;
        this.user = user;
        this.output = output;
    }

    @Override
    public void run() {
        var window = windowDays == null ? OptionalInt.empty() : OptionalInt.of(windowDays);
        var rows = statistics.get().of(user.get(), window);
        if (output.isJson()) {
            rows.forEach(row -> output.json(json(row)));
        } else {
            var table = new TextTable(
                    "policy", "fired", "approved", "rejected", "pending", "precision", "of decided", "95 %");
            rows.forEach(row -> table.row(
                    row.name(),
                    row.fired(),
                    row.approved(),
                    row.rejected(),
                    row.pending(),
                    percent(row.precision()),
                    percent(row.decidedPrecision()),
                    percent(row.precisionLow()) + "–" + percent(row.precisionHigh())));
            output.table(table);
        }
    }

    private static ObjectNode json(PolicyStats row) {
        var node = Output.object()
                .put("policyId", row.policyId())
                .put("name", row.name())
                .put("fired", row.fired())
                .put("approved", row.approved())
                .put("rejected", row.rejected())
                .put("pending", row.pending());
        put(node, "precision", row.precision());
        put(node, "decidedPrecision", row.decidedPrecision());
        put(node, "precisionLow", row.precisionLow());
        put(node, "precisionHigh", row.precisionHigh());
        put(node, "recall", row.recall());
        put(node, "recallLow", row.recallLow());
        put(node, "recallHigh", row.recallHigh());
        if (row.windowDays().isPresent()) {
            node.put("windowDays", row.windowDays().getAsInt());
        } else {
            node.putNull("windowDays");
        }
        return node.put("updatedAt", row.updatedAt().toString());
    }

    private static void put(ObjectNode node, String name, OptionalDouble ratio) {
        if (ratio.isPresent()) {
            node.put(name, Math.round(ratio.getAsDouble() * 10_000) / 10_000.0);
        } else {
            node.putNull(name);
        }
    }

    private static String percent(OptionalDouble ratio) {
        return ratio.isPresent() ? String.format(Locale.ROOT, "%.1f%%", 100 * ratio.getAsDouble()) : "";
    }
}

package io.countersign.learning.cli;

import io.countersign.learning.UserWeight;
import io.countersign.learning.UserWeights;
import io.countersign.learning.WeightJson;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code weights [--reset [FEATURE]]} */
@Command(name = "weights", description = "Shows what was learned from decisions, or forgets it.")
public final class WeightsCommand implements Runnable {
    private final Supplier<UserWeights> weights;
    private final Supplier<String> user;
    private final Output output;

    @Option(
            names = "--reset",
            arity = "0..1",
            paramLabel = "FEATURE",
            fallbackValue = "",
            description = "forget this feature, or everything that was learned when none is named")
    private @Nullable String reset;

    public WeightsCommand(Supplier<UserWeights> weights, Supplier<String> user, Output output) {
        this.weights = weights;
        this.user = user;
        this.output = output;
    }

    @Override
    public void run() {
        if (reset != null) {
            int forgotten = reset.isEmpty()
                    ? weights.get().reset(user.get())
                    : weights.get().reset(user.get(), reset) ? 1 : 0;
            output.warn(forgotten + " learned features forgotten");
        }
        print(weights.get().all(user.get()));
    }

    private void print(List<UserWeight> learned) {
        if (output.isJson()) {
            learned.forEach(weight -> output.json(WeightJson.of(weight)));
        } else {
            var table = new TextTable("feature", "weight", "decisions", "updated");
            learned.forEach(weight -> table.row(
                    weight.feature(),
                    String.format(Locale.ROOT, "%+.2f", weight.weight()),
                    weight.decisions(),
                    weight.updatedAt()));
            output.table(table);
        }
    }
}

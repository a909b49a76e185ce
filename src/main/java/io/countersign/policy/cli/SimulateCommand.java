package io.countersign.policy.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.policy.ImportPreview;
import io.countersign.policy.Policy;
import io.countersign.policy.PolicyDesk;
import io.countersign.policy.simulation.Simulation.Forecast;
import io.countersign.policy.simulation.Simulation.Precision;
import io.countersign.policy.simulation.Simulator;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code policies simulate} */
@Command(
        name = "simulate",
        description = "Says what the policies of a file would propose once they are imported; changes nothing.")
final class SimulateCommand implements Runnable {
    private static final int EXAMPLES = 5;

    private final Supplier<PolicyDesk> policies;
    private final Supplier<Simulator> simulator;
    private final Supplier<MessageRepository> messages;
    private final Output output;

    @Parameters(paramLabel = "FILE", description = PolicyFiles.FILE)
    private Path file = Path.of("");

    SimulateCommand(
            Supplier<PolicyDesk> policies,
            Supplier<Simulator> simulator,
            Supplier<MessageRepository> messages,
            Output output) {
        this.policies = policies;
        this.simulator = simulator;
        this.messages = messages;
        this.output = output;
    }

    @Override
    public void run() {
        var wanted = new PolicyFiles(output).read(file); // before the database is opened: a bad file is said at once
        var preview = policies.get().preview(wanted);
        var drafts = preview.entries().stream().map(SimulateCommand::draft).toList();
        var forecasts = simulator.get().simulate(drafts, output.progress()).forecasts();
        if (output.isJson()) {
            forecasts.forEach(forecast -> output.json(json(forecast)));
        } else {
            output.table(table(forecasts));
        }
        forecasts.forEach(forecast -> forecast.problem()
                .ifPresent(problem -> output.warn(forecast.draft().name() + ": " + problem)));
    }

    private static Policy draft(ImportPreview.Entry entry) {
        return entry.stored()
                .map(stored -> entry.imported().numbered(stored.id(), stored.version()))
                .orElseGet(() -> entry.imported().numbered(0, 0));
    }

    private ObjectNode json(Forecast forecast) {
        var node = Output.object();
        node.put("name", forecast.draft().name());
        node.put("matched", forecast.matched());
        node.put("wouldPropose", forecast.proposes().size());
        node.put("agree", forecast.agree().decisions());
        node.put("disagree", forecast.disagree().decisions());
        node.put("predictedPrecision", share(forecast, Precision::value));
        node.put("low", share(forecast, Precision::low));
        node.put("high", share(forecast, Precision::high));
        node.put("thin", forecast.precision().map(Precision::isThin).orElse(true));
        node.set("takesFrom", Output.tree(byId(forecast.takesFrom())));
        node.set("losesTo", Output.tree(byId(forecast.losesTo())));
        node.set(
                "examples",
                Output.tree(examples(forecast).stream()
                        .map(SimulateCommand::example)
                        .toList()));
        return node;
    }

    private static @Nullable Double share(Forecast forecast, Function<Precision, Double> part) {
        return forecast.precision().map(part).orElse(null);
    }

    private static Map<String, Long> byId(Map<Long, Long> mails) {
        var byId = new TreeMap<String, Long>();
        mails.forEach((id, count) -> byId.put(id.toString(), count));
        return byId;
    }

    private List<Message> examples(Forecast forecast) {
        return messages
                .get()
                .findAll(forecast.proposes().stream().limit(EXAMPLES).toList())
                .stream()
                .sorted(Comparator.comparing((Message mail) -> mail.envelope().receivedAt())
                        .reversed())
                .toList();
    }

    private static Map<String, Object> example(Message mail) {
        var example = new LinkedHashMap<String, Object>();
        example.put("messageId", mail.id());
        example.put("from", mail.envelope().from().toString());
        example.put("subject", mail.envelope().subject());
        example.put("receivedAt", mail.envelope().receivedAt().toString());
        return example;
    }

    private static TextTable table(List<Forecast> forecasts) {
        var table = new TextTable("matched", "proposes", "agree", "disagree", "takes", "precision", "name");
        for (var forecast : forecasts) {
            table.row(
                    forecast.matched(),
                    forecast.proposes().size(),
                    forecast.agree().decisions(),
                    forecast.disagree().decisions(),
                    forecast.takesFrom().values().stream()
                            .mapToLong(Long::longValue)
                            .sum(),
                    forecast.precision().map(SimulateCommand::words).orElse("unknown"),
                    forecast.draft().name());
        }
        return table;
    }

    private static String words(Precision precision) {
        return "%d%% (%d-%d%%)%s"
                .formatted(
                        Math.round(100 * precision.value()),
                        Math.round(100 * precision.low()),
                        Math.round(100 * precision.high()),
                        precision.isThin() ? ", few decisions" : "");
    }
}

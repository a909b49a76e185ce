package io.countersign.money.cli;

import io.countersign.money.DuplicatePair;
import io.countersign.money.MoneyDesk;
import io.countersign.money.MoneyJson;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duplicates [--window-days 7]} */
@Command(name = "duplicates", description = "Lists charges that may have been paid twice, most suspect first.")
public final class DuplicatesCommand implements Runnable {
    private static final int LONGEST_WINDOW = 366;

    private final Supplier<MoneyDesk> desk;
    private final Function<DuplicatePair.Reason, String> words;
    private final Output output;

    @Option(
            names = "--window-days",
            paramLabel = "N",
            description = "at most this many days apart (default: ${DEFAULT-VALUE})")
    private int windowDays = MoneyDesk.WINDOW_DAYS;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Lists from this desk.
     *
     * @param words says a reason in an English sentence
     */
    public DuplicatesCommand(Supplier<MoneyDesk> desk, Function<DuplicatePair.Reason, String> words, Output output) {
        this.desk = desk;
        this.words = words;
        this.output = output;
    }

    @Override
    public void run() {
        if (windowDays < 0 || windowDays > LONGEST_WINDOW) {
            throw new ParameterException(
                    spec.commandLine(), "--window-days is a number from 0 to " + LONGEST_WINDOW + ".");
        }
        var suspects = desk.get().duplicates(windowDays).stream()
                .filter(pair -> pair.answer().orElse(true))
                .toList();
        if (output.isJson()) {
            suspects.forEach(pair -> output.json(MoneyJson.of(pair, words)));
        } else {
            output.table(table(suspects));
        }
    }

    private TextTable table(List<DuplicatePair> pairs) {
        var table = new TextTable("merchant", "amount", "", "earlier", "later", "sure", "why");
        for (var pair : pairs) {
            table.row(
                    pair.earlier().merchant(),
                    MoneyJson.amount(pair.earlier().amount(), pair.earlier().currency()),
                    pair.earlier().currency(),
                    pair.earlier().date(),
                    pair.later().date(),
                    Math.round(100 * pair.suspicion()) + "%",
                    pair.reasons().stream().map(words).collect(Collectors.joining(" ")));
        }
        return table;
    }
}

package io.countersign.ats.cli;

import io.countersign.ats.Application;
import io.countersign.ats.ApplicationDesk;
import io.countersign.ats.ApplicationJson;
import io.countersign.ats.FollowUpDraft;
import io.countersign.ats.FollowUpDraft.Kind;
import io.countersign.ats.RankedApplication;
import io.countersign.ats.Reason;
import io.countersign.mail.MessageRepository;
import io.countersign.shared.cli.Output;
import io.countersign.shared.cli.TextTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code applications [--min-risk R]} */
@Command(name = "applications", description = "Lists job applications, first those where an action changes most.")
public final class ApplicationsCommand implements Runnable {
    private final Supplier<ApplicationDesk> desk;
    private final Supplier<MessageRepository> messages;
    private final Function<Reason, String> words;
    private final BiFunction<Application, Kind, FollowUpDraft> drafts;
    private final Output output;

    @Option(
            names = "--min-risk",
            paramLabel = "R",
            description = "only those with at least this ghosting risk, 0 to 1 (default: all)")
    private double minRisk;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Lists from this desk.
     *
     * @param words says a reason in an English sentence
     * @param drafts writes the mail of a next step
     */
    public ApplicationsCommand(
            Supplier<ApplicationDesk> desk,
            Supplier<MessageRepository> messages,
            Function<Reason, String> words,
            BiFunction<Application, Kind, FollowUpDraft> drafts,
            Output output) {
        this.desk = desk;
        this.messages = messages;
        this.words = words;
        this.drafts = drafts;
        this.output = output;
    }

    @Override
    public void run() {
        if (!(minRisk >= 0 && minRisk <= 1)) {
            throw new ParameterException(spec.commandLine(), "--min-risk is a number from 0 to 1.");
        }
        var ranked = desk.get().applications().stream()
                .filter(one -> one.outlook().ghostingRisk() >= minRisk)
                .toList();
        if (output.isJson()) {
            var json = new ApplicationJson(messages.get(), ranked, words, drafts);
            ranked.forEach(one -> output.json(json.of(one)));
        } else {
            output.table(table(ranked));
        }
    }

    private TextTable table(List<RankedApplication> ranked) {
        var table = new TextTable("", "id", "company", "role", "stage", "silent", "risk", "reply", "due", "why");
        for (var one : ranked) {
            var application = one.application();
            var outlook = one.outlook();
            table.row(
                    one.rank(),
                    application.id(),
                    application.company(),
                    application.role(),
                    application.state().stage().id(),
                    outlook.daysSilent(),
                    String.format(Locale.ROOT, "%.2f", outlook.ghostingRisk()),
                    Math.round(100 * outlook.replyOdds14d()) + "%",
                    outlook.step().dueDate().map(LocalDate::toString).orElse(""),
                    words.apply(outlook.reasons().getFirst()));
        }
        return table;
    }
}

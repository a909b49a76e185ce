package io.countersign.app;

import io.countersign.api.cli.ServeCommand;
import io.countersign.approval.cli.ActCommand;
import io.countersign.approval.cli.AlwaysCommand;
import io.countersign.approval.cli.DecideCommand;
import io.countersign.approval.cli.MailDesk;
import io.countersign.approval.cli.ProposeCommand;
import io.countersign.approval.cli.ShowCommand;
import io.countersign.approval.cli.TrayCommand;
import io.countersign.approval.cli.TrustCommand;
import io.countersign.approval.cli.UndoCommand;
import io.countersign.approval.cli.WithdrawCommand;
import io.countersign.ask.cli.AskCommand;
import io.countersign.ask.llm.KeyringModelKey;
import io.countersign.ats.Reason;
import io.countersign.ats.cli.ApplicationsCommand;
import io.countersign.ats.cli.EnrichCommand;
import io.countersign.ats.jdbc.JdbcWarehouseView;
import io.countersign.ats.warehouse.WarehouseSources;
import io.countersign.insight.cli.StatsCommand;
import io.countersign.job.cli.JobsCommand;
import io.countersign.job.ui.LogWords;
import io.countersign.learning.cli.WeightsCommand;
import io.countersign.mail.Message;
import io.countersign.mail.cli.ImportCommand;
import io.countersign.mail.cli.SourcesCommand;
import io.countersign.mail.cli.SyncCommand;
import io.countersign.money.DuplicatePair;
import io.countersign.money.cli.DuplicatesCommand;
import io.countersign.money.cli.ReceiptsCommand;
import io.countersign.money.cli.SpendingCommand;
import io.countersign.policy.cli.PoliciesCommand;
import io.countersign.search.MessageMatcher;
import io.countersign.search.SearchQuery;
import io.countersign.search.cli.CheckCommand;
import io.countersign.search.cli.MessagesCommand;
import io.countersign.search.cli.SearchCommand;
import io.countersign.shared.cli.Output;
import io.countersign.shared.ui.Texts;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The program as the command line sees it: one run of one command. Exit codes are a contract: 0 done, 1 failed with one line
 * on the error output that says what and what to do, 2 wrong usage.
 */
final class Program {
    private static final int FAILED = 1;

    private final PrintWriter out;
    private final PrintWriter err;
    private final Map<String, String> environment;
    private final Clock clock;

    Program(PrintWriter out, PrintWriter err, Map<String, String> environment, Clock clock) {
        this.out = out;
        this.err = err;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** The program on the standard streams of this process. */
    static Program ofThisProcess() {
        return new Program(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                System.getenv(),
                Clock.system(ZoneId.systemDefault()));
    }

    /** Runs one command; returns the exit code. */
    int run(String... arguments) {
        var options = new GlobalOptions(environment);
        var output = new Output(out, err, options::isJson, isTerminal());
        try (var session = new Session(options, clock)) {
            int code = commandLine(options, session, output).execute(arguments);
            output.flush();
            session.copyDatabase();
            return code;
        } finally {
            output.flush();
        }
    }

    private static boolean isTerminal() {
        return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    }

    private CommandLine commandLine(GlobalOptions options, Session session, Output output) {
        var display = Display.ofThisMachine(environment);
        var key = new KeyringModelKey(environment);
        var run = new WindowRun(clock, key);
        var window = new WindowCommand(options, session, display, run);
        var line = new CommandLine(window).setOut(out).setErr(err);
        line.addSubcommand(new ImportCommand(
                session.upgraded(root -> root.search().indexing(root.mailImport(), output::warn), output), output));
        line.addSubcommand(new SyncCommand(
                session.upgraded(
                        root -> root.followed().sync(imports -> root.search().indexing(imports, output::warn)), output),
                output));
        line.addSubcommand(
                new SourcesCommand(session.later(root -> root.followed().desk()), clock.getZone(), output));
        line.addSubcommand(
                new MessagesCommand(session.later(CompositionRoot::messages), Program::query, clock, output));
        line.addSubcommand(new ShowCommand(session.later(Program::desk), clock, output));
        line.addSubcommand(
                new ProposeCommand(session.upgraded(CompositionRoot::approvals, output), Program::query, output));
        line.addSubcommand(new TrayCommand(
                session.later(CompositionRoot::approvals), session.later(CompositionRoot::messages), output));
        line.addSubcommand(new DecideCommand.Approve(session.later(CompositionRoot::approvals), output));
        line.addSubcommand(new DecideCommand.Reject(session.later(CompositionRoot::approvals), output));
        line.addSubcommand(new ActCommand(
                session.later(CompositionRoot::byHand), session.later(CompositionRoot::messages), output));
        line.addSubcommand(new WithdrawCommand(session.later(CompositionRoot::requests), output));
        line.addSubcommand(new UndoCommand(session.later(CompositionRoot::approvals), output));
        line.addSubcommand(new AlwaysCommand(session.later(CompositionRoot::approvals), output));
        line.addSubcommand(PoliciesCommand.of(
                        session.later(CompositionRoot::policyDesk),
                        session.upgraded(CompositionRoot::simulator, output),
                        session.later(CompositionRoot::messages),
                        output)
                .addSubcommand(new TrustCommand(session.later(CompositionRoot::trust), output)));
        line.addSubcommand(new StatsCommand(
                session.later(CompositionRoot::statistics),
                session.later(CompositionRoot::user),
                session.later(CompositionRoot::policyStats),
                output));
        line.addSubcommand(new WeightsCommand(
                session.later(CompositionRoot::weights), session.later(CompositionRoot::user), output));
        line.addSubcommand(new ReceiptsCommand(session.upgraded(CompositionRoot::money, output), output));
        line.addSubcommand(
                new DuplicatesCommand(session.upgraded(CompositionRoot::money, output), Program::inEnglish, output));
        line.addSubcommand(new SpendingCommand(session.upgraded(CompositionRoot::money, output), output));
        line.addSubcommand(new EnrichCommand(
                session.upgraded(root -> root.applications().enrichment(), output),
                session.later(root -> root.applications().warehouse()),
                new WarehouseSources(new JdbcWarehouseView(environment, output::warn), output::warn),
                output));
        line.addSubcommand(new ApplicationsCommand(
                session.upgraded(root -> root.applications().desk(), output),
                session.later(CompositionRoot::messages),
                Program::inEnglish,
                (application, kind) ->
                        session.root().applications().drafts().draft(application, kind, Locale.getDefault()),
                output));
        line.addSubcommand(new AskCommand(
                session.upgraded(
                        root -> {
                            root.search().catchUp(output.progress(), output::warn);
                            return root.ask(clock, Locale.getDefault(), key);
                        },
                        output),
                session.later(CompositionRoot::messages),
                output));
        line.addSubcommand(new SearchCommand(
                session.later(root -> options.semantic().inCommands()
                        ? root.search().deskWithMeaning(output.progress(), output::warn)
                        : root.search().desk()),
                session.later(root -> root.search().catchUp()),
                clock.getZone(),
                output));
        line.addSubcommand(new CheckCommand(
                session.later(CompositionRoot::rawMailCheck),
                session.later(root -> root.search().catchUp()),
                session.later(root -> root.search().check()),
                session::recoverDatabase,
                () -> Diagnostics.ofThisProcess(session::root, options.home()).text(),
                output));
        line.addSubcommand(new ServeCommand(
                session.upgraded(
                        root -> {
                            root.search().catchUp(output.progress(), output::warn);
                            return ApiParts.of(root, root.ask(clock, Locale.getDefault(), key))
                                    .offer(options.home());
                        },
                        output),
                () -> session.root().jobs().start(),
                session::close,
                output));
        line.addSubcommand(new JobsCommand(
                session.later(root -> root.jobs().desk()),
                clock.getZone(),
                new LogWords(Texts.of(Locale.ENGLISH))::of,
                output));
        line.addSubcommand(new DemoCommand(display, run, output));
        line.addSubcommand(new ScreenshotsCommand(options, session, run, output));
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        line.addSubcommand(new CommandLine.HelpCommand());
        return line.setExecutionStrategy(parsed -> execute(options, parsed))
                .setExecutionExceptionHandler((failure, _, _) -> failed(failure))
                .setParameterExceptionHandler((wrong, _) -> wrongUsage(wrong))
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int execute(GlobalOptions options, ParseResult parsed) {
        logTo(options.home());
        return new CommandLine.RunLast().execute(parsed);
    }

    /** Must run before anything logs: the log file is chosen when logging starts. */
    private static void logTo(Path home) {
        if (System.getProperty("countersign.log") == null) {
            System.setProperty(
                    "countersign.log", home.resolve("logs/countersign.log").toString());
        }
    }

    private int failed(Throwable failure) {
        LoggerFactory.getLogger(Program.class).error("The command failed", failure);
        err.println(oneLine(Texts.of(Locale.getDefault()).of(failure)));
        return FAILED;
    }

    private int wrongUsage(ParameterException wrong) {
        var line = wrong.getCommandLine();
        var message = oneLine(String.valueOf(wrong.getMessage())).replace("is not a long", "is not a whole number");
        err.println(message + (message.endsWith(".") ? "" : ".") + " See: countersign "
                + (line.getParent() == null ? "" : line.getCommandName() + " ") + "--help");
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static Predicate<Message> query(String text) {
        return new MessageMatcher(SearchQuery.parse(text));
    }

    private static String inEnglish(DuplicatePair.Reason reason) {
        return Texts.of(Locale.ENGLISH).get(reason.key(), reason.arguments().toArray());
    }

    private static String inEnglish(Reason reason) {
        return Texts.of(Locale.ENGLISH).get(reason.key(), reason.arguments().toArray());
    }

    private static MailDesk desk(CompositionRoot root) {
        return new MailDesk(root.messages(), root.reader(), root.approvals());
    }
}

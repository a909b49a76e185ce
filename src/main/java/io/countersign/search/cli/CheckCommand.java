package io.countersign.search.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.countersign.mail.ImportResult;
import io.countersign.mail.RawMailCheck;
import io.countersign.search.IndexCatchUp;
import io.countersign.search.IndexCheck;
import io.countersign.search.SearchFailure;
import io.countersign.shared.cli.Output;
import io.countersign.shared.db.DatabaseRestore;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check [--rebuild-index] [--restore-database] [--diagnostics]} */
@Command(
        name = "check",
        description =
                "Verifies database, search index and mail store against each other; exits with 1 where they differ.")
public final class CheckCommand implements Callable<Integer> {
    private static final int SHOWN = 100;

    private final Supplier<RawMailCheck> raws;
    private final Supplier<IndexCatchUp> catchUp;
    private final Supplier<IndexCheck> index;
    private final Function<Progress, Recovered> recovery;
    private final Supplier<String> diagnostics;
    private final Output output;

    @Option(names = "--rebuild-index", description = "rebuilds the search index from all mail before checking it")
    private boolean rebuildIndex;

    @Option(
            names = "--restore-database",
            description = "first goes back to the newest copy of the embedded database; the present file is kept")
    private boolean restoreDatabase;

    @Option(
            names = "--diagnostics",
            description = "checks nothing, but prints what a bug report needs: no mail, no addresses, no paths")
    private boolean diagnose;

    /**
     * Checks these.
     *
     * @param recovery goes back to the newest copy of the database; called before any of the others
     * @param diagnostics what a bug report needs
     */
    public CheckCommand(
            Supplier<RawMailCheck> raws,
            Supplier<IndexCatchUp> catchUp,
            Supplier<IndexCheck> index,
            Function<Progress, Recovered> recovery,
            Supplier<String> diagnostics,
            Output output) {
        this.raws = raws;
        this.catchUp = catchUp;
        this.index = index;
        this.recovery = recovery;
        this.diagnostics = diagnostics;
        this.output = output;
    }

    /** The database is an earlier one; {@code mails} is what was imported again from the raw mail store. */
    public record Recovered(DatabaseRestore.Restored database, ImportResult mails) {}

    /** Something that is wrong; {@code messageId} 0 when it is about no single mail. */
    private record Problem(String kind, long messageId, String sentence) {}

    @Override
    public Integer call() {
        if (diagnose) {
            diagnose();
            return 0;
        }
        return check();
    }

    private void diagnose() {
        var text = diagnostics.get();
        if (output.isJson()) {
            output.json(Output.object().put("diagnostics", text));
        } else {
            text.lines().forEach(output::line);
        }
    }

    private int check() {
        var recovered = restoreDatabase ? Optional.of(recovery.apply(output.progress())) : Optional.<Recovered>empty();
        var problems = new ArrayList<Problem>();
        for (long id : raws.get().unreadable(output.progress())) {
            problems.add(new Problem(
                    "raw", id, "The raw bytes of mail " + id + " are gone or damaged: import its source again."));
        }
        var counts = Output.object();
        try {
            int done = rebuildIndex
                    ? Math.toIntExact(catchUp.get().rebuild(output.progress()))
                    : Math.toIntExact(catchUp.get().run(output.progress()));
            var report = index.get().run(output.progress());
            counts.put("mails", report.stored())
                    .put("indexed", report.indexed())
                    .put("updated", done);
            problems.addAll(differences(report));
        } catch (SearchFailure e) {
            problems.add(new Problem("index", 0, "The search index cannot be used: " + e.getMessage()));
        }
        if (output.isJson()) {
            recovered.ifPresent(found -> describe(found, counts.putObject("restored")));
            var list = counts.putArray("problems");
            problems.forEach(problem -> list.addObject()
                    .put("kind", problem.kind())
                    .put("message", problem.messageId())
                    .put("problem", problem.sentence()));
            output.json(counts);
        } else {
            recovered.ifPresent(this::print);
            print(problems);
        }
        return problems.isEmpty() ? 0 : 1;
    }

    private static void describe(Recovered recovered, ObjectNode into) {
        var database = recovered.database();
        into.put("copyOf", database.copy().madeAt().toString())
                .put("setAside", database.setAside().toString())
                .put("auditEntries", database.entries())
                .put("mailsFound", recovered.mails().imported());
        database.entriesLost()
                .ifPresentOrElse(lost -> into.put("auditEntriesLost", lost), () -> into.putNull("auditEntriesLost"));
    }

    private void print(Recovered recovered) {
        var database = recovered.database();
        output.line("The database is again as it was at " + database.copy().madeAt()
                + "; the file that was in use until now is kept as " + database.setAside() + ".");
        output.line("Mails that were stored since and were still there: "
                + recovered.mails().imported()
                + ", imported again into the inbox. Import your mail again, in case others are missing.");
        output.line("Lost is what was decided since: "
                + (database.entriesLost().isPresent()
                        ? database.entriesLost().getAsLong() + " entries of the audit log"
                        : "how much cannot be told, since that file cannot be read")
                + "; the audit log has " + database.entries() + " entries.");
    }

    private static List<Problem> differences(IndexCheck.Report report) {
        var problems = new ArrayList<Problem>();
        report.missing()
                .forEach(id -> problems.add(new Problem(
                        "missing", id, "Mail " + id + " is not in the search index: use --rebuild-index.")));
        report.strays()
                .forEach(id -> problems.add(new Problem(
                        "stray",
                        id,
                        "The search index has mail " + id + ", which is not stored: use --rebuild-index.")));
        if (report.behind() > 0) {
            problems.add(new Problem(
                    "behind", 0, "The search index is " + report.behind() + " changes away: use --rebuild-index."));
        }
        if (problems.isEmpty() && !report.isSound()) {
            problems.add(new Problem(
                    "count",
                    0,
                    "The search index has " + report.indexed() + " mails, the database " + report.stored()
                            + ": use --rebuild-index."));
        }
        return problems;
    }

    private void print(List<Problem> problems) {
        problems.stream().limit(SHOWN).map(Problem::sentence).forEach(output::line);
        if (problems.size() > SHOWN) {
            output.line((problems.size() - SHOWN) + " more: --json lists them.");
        }
        output.line(problems.isEmpty() ? "Everything is in order." : problems.size() + " problems");
    }
}

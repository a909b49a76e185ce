package io.countersign.app;

import io.countersign.ats.TimelineEntry;
import io.countersign.mail.Message;
import io.countersign.mail.Stage;
import io.countersign.mail.Understanding;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Prints the applications that come out of mail: of the demo mailbox, or of the files named after the person's address. With
 * {@code -v} each timeline too.
 */
public final class ApplicationReport {
    private ApplicationReport() {}

    public static void main(String[] arguments) throws IOException {
        var named = Arrays.stream(arguments).filter(word -> !word.equals("-v")).toList();
        boolean verbose = named.size() < arguments.length;
        var clock = Clock.system(ZoneId.systemDefault());
        if (named.isEmpty()) {
            try (var home = ThrowawayHome.create(clock)) {
                time("import", () -> home.fill(Progress.none()));
                print(home.root(), verbose);
            }
            return;
        }
        var folder = Files.createTempDirectory("countersign-report-");
        try (var home = Home.open(folder);
                var root = CompositionRoot.open(
                        home, new DatabaseSettings.Embedded(home.database()), named.getFirst(), clock)) {
            List<Path> paths = named.stream().skip(1).map(Path::of).toList();
            time("import", () -> root.mailImport().importPaths(paths, Progress.none()));
            print(root, verbose);
        }
    }

    private static <T> T time(String what, Supplier<T> work) {
        long start = System.nanoTime();
        var result = work.get();
        System.out.printf(Locale.ROOT, "%s: %.2f s, %s%n", what, (System.nanoTime() - start) / 1e9, result);
        return result;
    }

    private static void print(CompositionRoot root, boolean verbose) {
        var parts = root.applications();
        long[] marked = {0};
        root.messages().forEachFrom(0, message -> {
            marked[0] += message.understanding().ats().isPresent() ? 1 : 0;
            return true;
        });
        System.out.println("mails of applications: " + marked[0]);
        time("second run", () -> parts.enrichment().run(false, Progress.none()));
        time("full run", () -> parts.enrichment().run(true, Progress.none()));
        for (var ranked : parts.desk().applications()) {
            var application = ranked.application();
            var state = application.state();
            System.out.printf(
                    Locale.ROOT,
                    "%3d %-6s %-26s %-34s %-11s %-15s applied %s, %d silent, risk %.2f, talk %s, asked %d, %s%n",
                    ranked.rank(),
                    application.id(),
                    application.company(),
                    application.role(),
                    state.stage(),
                    application.system().orElse("-"),
                    state.appliedAt().map(Object::toString).orElse("-"),
                    ranked.outlook().daysSilent(),
                    ranked.outlook().ghostingRisk(),
                    state.interviewDate().map(Object::toString).orElse("-"),
                    state.followUps(),
                    ranked.outlook().step());
            if (verbose) {
                application.timeline().forEach(entry -> print(entry, root));
            }
        }
        parts.desk().joined().questions().forEach(question -> System.out.println("? " + question));
    }

    private static void print(TimelineEntry entry, CompositionRoot root) {
        var understanding =
                entry.messageId().flatMap(id -> root.messages().find(id)).map(Message::understanding);
        System.out.printf(
                "         %s %-9s %-11s %s | %s | %s %s%n",
                entry.at(),
                entry.kind(),
                entry.stage().map(Stage::id).orElse(""),
                entry.party(),
                entry.title(),
                understanding.map(Understanding::category),
                understanding.map(Understanding::riskScore));
    }
}

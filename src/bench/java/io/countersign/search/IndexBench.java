package io.countersign.search;

import io.countersign.mail.MailParser;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Times building the index of a home from its stored mail, and changes of it: {@code IndexBench HOME}. */
public final class IndexBench {
    private IndexBench() {}

    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var folder = home.resolve("index");
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("countersign")));
                var raws = new SegmentRawMailStore(home.resolve("mail"));
                var index = new LuceneIndex(folder)) {
            var messages = new JdbcMessageRepository(database);
            var changes = new JdbcMailChanges(database);
            var catchUp = new IndexCatchUp(
                    index,
                    changes,
                    messages,
                    new StoredMailReader(new JdbcMailStore(database), raws, new MailParser()));
            long start = System.nanoTime();
            catchUp.rebuild(Progress.none());
            System.out.printf(
                    Locale.ROOT,
                    "rebuild %.1f s, %d mails, %.0f MB%n",
                    seconds(start),
                    index.size(),
                    size(folder) / 1e6);
            catchUp.run(Progress.none());
            for (int size : new int[] {1, 1, 100, 10_000, 10_000}) {
                change(messages, size);
                start = System.nanoTime();
                catchUp.run(Progress.none());
                System.out.printf(Locale.ROOT, "taking in %d changed mails %.0f ms%n", size, seconds(start) * 1000);
            }
        }
        System.out.printf(Locale.ROOT, "closed: %.0f MB%n", size(folder) / 1e6);
    }

    private static void change(JdbcMessageRepository messages, int size) {
        var ids = new ArrayList<Long>();
        messages.forEachFrom(0, message -> ids.add(message.id()) && ids.size() < size);
        messages.updateStates(messages.findAll(ids).stream()
                .map(mail ->
                        mail.withState(mail.state().withUnread(!mail.state().unread())))
                .map(mail -> mail.withState(mail.state().withAssignedLabels(List.of("v" + mail.version()))))
                .toList());
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}

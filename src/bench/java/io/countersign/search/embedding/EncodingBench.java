package io.countersign.search.embedding;

import io.countersign.mail.MailParser;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.search.IndexCatchUp;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.search.lucene.LuceneVectors;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What it costs to encode the mail of a home: {@code EncodingBench HOME WORK}; indexes words and meanings below WORK. */
public final class EncodingBench {
    private EncodingBench() {}

    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var work = Path.of(arguments[1]);
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("countersign")));
                var raws = new SegmentRawMailStore(home.resolve("mail"));
                var index = new LuceneIndex(work.resolve("index"));
                var encoder = MiniLm.load();
                var vectors = new LuceneVectors(work.resolve("meaning"), encoder.version())) {
            var messages = new JdbcMessageRepository(database);
            var log = new JdbcMailChanges(database);
            new IndexCatchUp(
                            index,
                            log,
                            messages,
                            new StoredMailReader(new JdbcMailStore(database), raws, new MailParser()))
                    .run(Progress.none());
            System.out.printf("%d mails, resident %d MB%n", messages.count(), residentMb());
            long start = System.nanoTime();
            long done = new VectorCatchUp(vectors, encoder, log, messages).run(new Told());
            double seconds = (System.nanoTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT,
                    "%d encoded in %.0f s, %.0f/s, resident %d MB, %,d bytes%n",
                    done,
                    seconds,
                    done / seconds,
                    residentMb(),
                    size(work.resolve("meaning")));
        }
    }

    private static final class Told implements Progress {
        private final long start = System.nanoTime();

        @Override
        public void report(long done, long total, String message) {
            if (done % 10_000 == 0) {
                System.out.printf(
                        Locale.ROOT,
                        "%d of %d after %.0f s, resident %d MB%n",
                        done,
                        total,
                        (System.nanoTime() - start) / 1e9,
                        residentMb());
            }
        }

        @Override
        public void checkCancelled() {}
    }

    /** What this process holds of the memory now; 0 where the system does not say. */
    public static long residentMb() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}

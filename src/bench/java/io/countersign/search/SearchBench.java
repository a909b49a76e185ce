package io.countersign.search;

import io.countersign.mail.MailParser;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Measures the embedded index on the mail of a home: time and size of indexing, the ten queries that mail indexers are compared
 * by, and search as one types. Arguments: the home, and a folder for the index, which is built when it is empty.
 */
public final class SearchBench {
    private static final int RUNS = 50;
    private static final Map<String, String> QUERIES = queries();

    private SearchBench() {}

    private static Map<String, String> queries() {
        var queries = new LinkedHashMap<String, String>();
        queries.put("common term", "unsubscribe");
        queries.put("rare term", "GPSDO");
        queries.put("phrase", "\"sample rate\"");
        queries.put("from", "from:paypal");
        queries.put("subject", "subject:invoice");
        queries.put("date range", "after:2021-01-01 before:2021-07-01");
        queries.put("prefix", "transmi*");
        queries.put("AND", "invoice payment");
        queries.put("from+term", "from:ettus fpga");
        queries.put("date+subject", "after:2020-01-01 before:2021-01-01 subject:error");
        return queries;
    }

    public static void main(String[] arguments) throws IOException {
        var home = Path.of(arguments[0]);
        var folder = Path.of(arguments[1]);
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("countersign")));
                var index = LuceneIndex.open(folder, Clock.systemUTC())) {
            var messages = new JdbcMessageRepository(database);
            if (index.size() == 0) {
                var raws = new SegmentRawMailStore(home.resolve("mail"));
                fill(index, messages, new StoredMailReader(new JdbcMailStore(database), raws, new MailParser()));
            }
            System.out.printf("%d mails, %,d bytes%n", index.size(), size(folder));
            QUERIES.forEach((name, query) -> measure(index, name, query));
            typing(index);
        }
    }

    private static void fill(LuceneIndex index, JdbcMessageRepository messages, StoredMailReader reader) {
        long start = System.nanoTime();
        try (var rebuild = index.rebuild()) {
            var batch = new ArrayList<IndexedMail>();
            messages.forEachFrom(0, message -> {
                batch.add(indexed(message, reader));
                if (batch.size() == 500) {
                    rebuild.put(batch);
                    batch.clear();
                }
                return true;
            });
            rebuild.put(batch);
            rebuild.finish(1);
        }
        System.out.printf(Locale.ROOT, "indexed in %.1f s%n", (System.nanoTime() - start) / 1e9);
    }

    private static IndexedMail indexed(Message message, StoredMailReader reader) {
        return reader.read(message.id())
                .map(mail -> new IndexedMail(
                        message,
                        mail.text(),
                        mail.attachments().stream()
                                .map(ParsedMail.Attachment::name)
                                .toList()))
                .orElseGet(() -> new IndexedMail(message, "", List.of()));
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void measure(SearchIndex index, String name, String query) {
        var times = new double[RUNS];
        long total = 0;
        for (int run = -10; run < RUNS; run++) {
            long start = System.nanoTime();
            total = index.search(SearchRequest.of(
                            SearchQuery.parse(query), 50, Clock.systemUTC().instant()))
                    .total();
            if (run >= 0) {
                times[run] = (System.nanoTime() - start) / 1e6;
            }
        }
        print(name, times, total);
    }

    /** Every beginning of some queries, as they are typed. */
    private static void typing(SearchIndex index) {
        var typed = List.of(
                "unsubscribe from list",
                "gpsdo sample rate",
                "from:paypal receipt",
                "invoice payment",
                "interview",
                "meeting tomorrow",
                "energy trading report",
                "re: usrp",
                "the weather",
                "amazon order",
                "error log",
                "from:kaminski options",
                "conference call",
                "a question about radio",
                "subject:fpga image");
        var times = new ArrayList<Double>();
        for (int round = 0; round < 3; round++) {
            for (var query : typed) {
                for (int end = 1; end <= query.length(); end++) {
                    long start = System.nanoTime();
                    index.search(SearchRequest.of(
                            SearchQuery.parseTyped(query.substring(0, end)),
                            50,
                            Clock.systemUTC().instant()));
                    if (round > 0) {
                        times.add((System.nanoTime() - start) / 1e6);
                    }
                }
            }
        }
        print("as you type", times.stream().mapToDouble(Double::doubleValue).toArray(), times.size());
    }

    private static void print(String name, double[] times, long number) {
        Arrays.sort(times);
        System.out.printf(
                Locale.ROOT,
                "%-14s p50 %6.2f ms, p95 %6.2f ms, most %6.2f ms (%d)%n",
                name,
                times[times.length / 2],
                times[(int) (times.length * 0.95)],
                times[times.length - 1],
                number);
    }
}

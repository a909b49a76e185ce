package io.countersign.search.elastic;

import io.countersign.mail.MailParser;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.search.IndexedMail;
import io.countersign.search.SearchQuery;
import io.countersign.search.SearchRequest;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Measures a server: how quickly mails are written, and how quickly queries are answered. Arguments: the URL, a home with mail,
 * how many of its mails. The index on the server is replaced.
 */
public final class ElasticBench {
    private static final int RUNS = 50;
    private static final int WARM_UP = 20;
    private static final int BATCH = 500;
    private static final List<String> QUERIES = List.of(
            "unsubscribe",
            "GPSDO",
            "\"sample rate\"",
            "from:paypal",
            "subject:invoice",
            "after:2021-01-01 before:2021-07-01",
            "transmi*",
            "invoice payment",
            "from:ettus fpga",
            "after:2020-01-01 before:2021-01-01 subject:error");

    private ElasticBench() {}

    public static void main(String[] arguments) {
        var clock = Clock.systemUTC();
        var settings = ElasticSettings.of(arguments[0], new Credentials.None(), Optional.empty());
        var mails = mails(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        try (var index = new ElasticIndex(settings, "bench", clock)) {
            for (int round = 0; round < 3; round++) {
                fill(index, mails);
            }
            var all = new ArrayList<Double>();
            QUERIES.forEach(query -> all.addAll(measure(index, query, clock)));
            print("all queries", all, 0);
        }
    }

    private static List<IndexedMail> mails(Path home, int count) {
        var mails = new ArrayList<IndexedMail>(count);
        try (var database = Database.open(new DatabaseSettings.Embedded(home.resolve("countersign")))) {
            var raws = new SegmentRawMailStore(home.resolve("mail"));
            var reader = new StoredMailReader(new JdbcMailStore(database), raws, new MailParser());
            new JdbcMessageRepository(database).forEachFrom(0, message -> {
                reader.read(message.id())
                        .ifPresent(mail -> mails.add(new IndexedMail(
                                message,
                                mail.text(),
                                mail.attachments().stream()
                                        .map(ParsedMail.Attachment::name)
                                        .toList())));
                return mails.size() < count;
            });
        }
        return mails;
    }

    private static void fill(ElasticIndex index, List<IndexedMail> mails) {
        long start = System.nanoTime();
        try (var rebuild = index.rebuild()) {
            for (int from = 0; from < mails.size(); from += BATCH) {
                rebuild.put(mails.subList(from, Math.min(mails.size(), from + BATCH)));
            }
            rebuild.finish(1);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT, "%d mails written in %.1f s: %.0f/s%n", mails.size(), seconds, mails.size() / seconds);
    }

    private static List<Double> measure(ElasticIndex index, String query, Clock clock) {
        var times = new ArrayList<Double>();
        long total = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            long start = System.nanoTime();
            total = index.search(SearchRequest.of(SearchQuery.parse(query), 50, clock.instant()))
                    .total();
            if (run >= 0) {
                times.add((System.nanoTime() - start) / 1e6);
            }
        }
        print(query, times, total);
        return times;
    }

    private static void print(String name, List<Double> times, long total) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-50s p50 %6.2f ms  p95 %6.2f ms  %d mails%n",
                name,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                total);
    }
}

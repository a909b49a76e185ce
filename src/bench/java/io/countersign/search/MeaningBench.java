package io.countersign.search;

import io.countersign.mail.MailParser;
import io.countersign.mail.MailReader;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcSentMail;
import io.countersign.search.SearchDesk.Wanted;
import io.countersign.search.SearchRequest.Mode;
import io.countersign.search.SearchRequest.Order;
import io.countersign.search.embedding.EncodingBench;
import io.countersign.search.embedding.MiniLm;
import io.countersign.search.embedding.NearMails;
import io.countersign.search.embedding.SemanticSearch;
import io.countersign.search.jdbc.JdbcSavedSearches;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.search.lucene.LuceneVectors;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Searches by words alone beside searches by words and meaning, with what {@link EncodingBench} made: {@code MeaningBench HOME
 * WORK QUESTIONS}. Each line of QUESTIONS is the Message-ID of a mail, a bar, and how somebody who knows it might ask for it in
 * words of their own; a number instead is the seed of questions made from the mails themselves.
 */
public final class MeaningBench {
    private static final int LOOKED_AT = 50;
    private static final int RUNS = 5;
    private static final int EACH = 100;

    private MeaningBench() {}

    private static KnownItems.Question question(String line) {
        int bar = line.indexOf('|');
        return new KnownItems.Question("own words", line.substring(bar + 1), line.substring(0, bar));
    }

    private static List<KnownItems.Question> made(JdbcMessageRepository messages, MailReader reader, long seed) {
        var items = new ArrayList<KnownItems.Item>();
        messages.forEachFrom(
                0,
                mail -> items.add(new KnownItems.Item(
                        mail, reader.read(mail.id()).map(ParsedMail::text).orElse(""))));
        return new KnownItems(items, seed).questions(items, EACH);
    }

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
            var reader = new StoredMailReader(new JdbcMailStore(database), raws, new MailParser());
            var questions = arguments[2].matches("\\d+")
                    ? made(messages, reader, Long.parseLong(arguments[2]))
                    : Files.readAllLines(Path.of(arguments[2])).stream()
                            .map(MeaningBench::question)
                            .toList();
            var catchUp = new IndexCatchUp(index, log, messages, reader);
            catchUp.run(Progress.none());
            var mails = new SearchService.Mails(messages, reader, log, new JdbcSentMail(database));
            var engine = new SearchService.Engine("Lucene", index, catchUp);
            var saved = new JdbcSavedSearches(database, "bench");
            var near = new NearMails(encoder, vectors, index, messages, new WholeMails(reader));
            var clock = Clock.systemUTC();
            try (var patient = new SemanticSearch(near, Duration.ofSeconds(10));
                    var hurried = new SemanticSearch(near, Duration.ofMillis(25))) {
                var words = new SearchService(engine, mails, saved, MeaningSearch.none(), clock);
                System.out.printf("%d mails, %d questions%n", messages.count(), questions.size());
                measure("words", words, questions);
                measure("words and meaning", new SearchService(engine, mails, saved, patient, clock), questions);
                measure("within 25 ms", new SearchService(engine, mails, saved, hurried, clock), questions);
                System.out.printf("resident %d MB%n", EncodingBench.residentMb());
            }
        }
    }

    private static void measure(String name, SearchDesk desk, List<KnownItems.Question> questions) {
        var times = new ArrayList<Double>();
        Map<String, List<Integer>> ranks = new LinkedHashMap<>();
        for (int run = 0; run <= RUNS; run++) {
            for (var question : questions) {
                long start = System.nanoTime();
                var found = desk.find(
                        new Wanted(question.query(), false, Mode.PLAIN, Order.RELEVANCE, Map.of(), LOOKED_AT));
                if (run > 0) {
                    times.add((System.nanoTime() - start) / 1e6);
                }
                if (run == RUNS) {
                    int rank = found.all().stream()
                                    .map(hit -> hit.mail().envelope().messageId())
                                    .toList()
                                    .indexOf(question.messageId())
                            + 1;
                    ranks.computeIfAbsent(question.kind(), _ -> new ArrayList<>())
                            .add(rank);
                    ranks.computeIfAbsent("all", _ -> new ArrayList<>()).add(rank);
                }
            }
        }
        times.sort(Double::compare);
        System.out.printf(
                Locale.ROOT, "%s: p50 %.1f ms, p95 %.1f ms%n", name, times.get(times.size() / 2), times.get((int)
                        (times.size() * 0.95)));
        ranks.forEach((kind, found) -> System.out.printf(
                Locale.ROOT,
                "   %-22s MRR %.3f  Success@5 %.3f  not found %.3f%n",
                kind,
                mean(found, rank -> rank == 0 ? 0 : 1.0 / rank),
                mean(found, rank -> rank >= 1 && rank <= 5 ? 1 : 0),
                mean(found, rank -> rank == 0 ? 1 : 0)));
    }

    private static double mean(List<Integer> ranks, ToDoubleFunction<Integer> of) {
        return ranks.stream().mapToDouble(of).average().orElse(0);
    }
}

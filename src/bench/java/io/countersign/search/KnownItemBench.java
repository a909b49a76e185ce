package io.countersign.search;

import io.countersign.mail.ArrivalRules;
import io.countersign.mail.ImportService;
import io.countersign.mail.MailParser;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.SegmentRawMailStore;
import io.countersign.mail.StoredMailReader;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.search.elastic.Credentials;
import io.countersign.search.elastic.ElasticIndex;
import io.countersign.search.elastic.ElasticSettings;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How well mail that is known to exist is found again, beside notmuch and mu: {@code KnownItemBench MAILDIRS WORK [URL]}, WORK
 * being empty or of an earlier run, URL that of an Elasticsearch server whose index may be replaced. Every other question is
 * held back from whoever tunes the ranking.
 */
public final class KnownItemBench {
    private static final int EACH = 200;
    private static final int LOOKED_AT = 50;

    private KnownItemBench() {}

    /** What is searched. */
    private record Collection(JdbcMessageRepository messages, List<KnownItems.Item> items, Instant now) {}

    private interface Engine extends Function<String, List<String>> {}

    public static void main(String[] arguments) throws IOException {
        var maildirs = Path.of(arguments[0]);
        var work = Files.createDirectories(Path.of(arguments[1]));
        try (var database = Database.open(new DatabaseSettings.Embedded(work.resolve("countersign")));
                var raws = new SegmentRawMailStore(work.resolve("mail"));
                var indexes = new Indexes(work, Arrays.stream(arguments).skip(2).findFirst())) {
            var store = new JdbcMailStore(database);
            var messages = new JdbcMessageRepository(database);
            var reader = new StoredMailReader(store, raws, new MailParser());
            if (messages.count() == 0) {
                read(maildirs, new ImportService.Storage(database, store, raws));
            }
            var items = new ArrayList<KnownItems.Item>();
            messages.forEachFrom(
                    0,
                    mail -> items.add(new KnownItems.Item(
                            mail, reader.read(mail.id()).map(ParsedMail::text).orElse(""))));
            var collection = new Collection(messages, items, newest(items));
            var engines = new LinkedHashMap<String, Engine>();
            indexes.all().forEach((name, index) -> {
                new IndexCatchUp(index, new JdbcMailChanges(database), messages, reader).run(Progress.none());
                engines.put(name, query -> ours(index, collection, query));
            });
            for (var peer : Peers.values()) {
                peer.indexOnce(maildirs, work);
                engines.put(peer.name().toLowerCase(Locale.ROOT), query -> peer.find(query, work));
            }
            report(new KnownItems(items, 1).questions(items, EACH), items.size(), engines);
        }
    }

    private static void read(Path maildirs, ImportService.Storage storage) {
        new ImportService(storage, new MailParser(), List.of(), ArrivalRules.none(), Clock.systemUTC())
                .run(List.of(maildirs), "local", Progress.none());
    }

    /** Ours, in the order in which they are shown. */
    private static final class Indexes implements AutoCloseable {
        private final Map<String, SearchIndex> all = new LinkedHashMap<>();

        Indexes(Path work, Optional<String> url) {
            all.put("lucene", new LuceneIndex(work.resolve("index")));
            url.ifPresent(server -> all.put(
                    "elasticsearch",
                    new ElasticIndex(
                            new ElasticSettings(
                                    URI.create(server),
                                    new Credentials.None(),
                                    Optional.empty(),
                                    "known-items",
                                    ElasticSettings.Patience.USUAL),
                            work.toAbsolutePath().toString(),
                            Clock.systemUTC())));
        }

        Map<String, SearchIndex> all() {
            return all;
        }

        @Override
        public void close() {
            all.values().forEach(SearchIndex::close);
        }
    }

    private static void report(List<KnownItems.Question> questions, int mails, Map<String, Engine> engines) {
        System.out.printf("%d mails, %d questions, half of them held back%n", mails, questions.size());
        engines.forEach((name, engine) -> {
            Map<String, List<Integer>> ranks = new LinkedHashMap<>();
            for (int i = 0; i < questions.size(); i++) {
                var question = questions.get(i);
                int rank = engine.apply(question.query()).indexOf(question.messageId()) + 1;
                for (var kind : List.of(question.kind(), i % 2 == 0 ? "seen half" : "held-back half", "all")) {
                    ranks.computeIfAbsent(kind, _ -> new ArrayList<>()).add(rank);
                }
            }
            ranks.forEach((kind, found) -> print(name, kind, found));
        });
    }

    private static Instant newest(List<KnownItems.Item> items) {
        return items.stream()
                .map(item -> item.mail().envelope().receivedAt())
                .filter(received -> received.isBefore(Clock.systemUTC().instant()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<String> ours(SearchIndex index, Collection collection, String query) {
        var result = index.search(SearchRequest.of(SearchQuery.parse(query), LOOKED_AT, collection.now()));
        var hits =
                Stream.concat(result.hits().stream(), result.others().stream()).toList();
        var byId = collection
                .messages()
                .findAll(hits.stream().map(SearchHit::messageId).toList())
                .stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        return hits.stream()
                .flatMap(hit -> Optional.ofNullable(byId.get(hit.messageId())).stream())
                .map(message -> message.envelope().messageId())
                .toList();
    }

    /** Mean reciprocal rank and success among the first five. */
    private static void print(String name, String kind, List<Integer> ranks) {
        double mrr = ranks.stream()
                .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                .average()
                .orElse(0);
        System.out.printf(
                Locale.ROOT,
                "%-13s %-22s %4d questions  MRR %.3f  Success@5 %.3f  not found %.3f%n",
                name,
                kind,
                ranks.size(),
                mrr,
                share(ranks, rank -> rank >= 1 && rank <= 5),
                share(ranks, rank -> rank == 0));
    }

    private static double share(List<Integer> ranks, IntPredicate wanted) {
        return (double) ranks.stream()
                        .mapToInt(Integer::intValue)
                        .filter(wanted)
                        .count()
                / ranks.size();
    }
}

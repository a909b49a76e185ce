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
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.DatabaseSettings;
import io.countersign.shared.task.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How well mail that is known to exist is found again, beside notmuch and mu: {@code KnownItemBench MAILDIRS WORK}, WORK being empty. */
public final class KnownItemBench {
    private static final int EACH = 100;
    private static final int LOOKED_AT = 50;

    private KnownItemBench() {}

    public static void main(String[] arguments) throws IOException {
        var maildirs = Path.of(arguments[0]);
        var work = Files.createDirectories(Path.of(arguments[1]));
        try (var database = Database.open(new DatabaseSettings.Embedded(work.resolve("countersign")));
                var raws = new SegmentRawMailStore(work.resolve("mail"));
                var index = new LuceneIndex(work.resolve("index"))) {
            var store = new JdbcMailStore(database);
            var messages = new JdbcMessageRepository(database);
            var reader = new StoredMailReader(store, raws, new MailParser());
            new ImportService(
                            new ImportService.Storage(database, store, raws),
                            new MailParser(),
                            List.of(),
                            ArrivalRules.none(),
                            Clock.systemUTC())
                    .run(List.of(maildirs), "local", Progress.none());
            new IndexCatchUp(index, new JdbcMailChanges(database), messages, reader).run(Progress.none());
            for (var peer : Peers.values()) {
                peer.index(maildirs, work);
            }
            var items = new ArrayList<KnownItems.Item>();
            messages.forEachFrom(
                    0,
                    mail -> items.add(new KnownItems.Item(
                            mail, reader.read(mail.id()).map(ParsedMail::text).orElse(""))));
            var questions = new KnownItems(items, 1).questions(items, EACH);
            System.out.printf("%d mails, %d questions%n", items.size(), questions.size());
            report(questions, "countersign", query -> ours(index, messages, query, newest(items)));
            for (var peer : Peers.values()) {
                report(questions, peer.name().toLowerCase(Locale.ROOT), query -> peer.find(query, work));
            }
        }
    }

    private static Instant newest(List<KnownItems.Item> items) {
        return items.stream()
                .map(item -> item.mail().envelope().receivedAt())
                .filter(received -> received.isBefore(Clock.systemUTC().instant()))
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static List<String> ours(SearchIndex index, JdbcMessageRepository messages, String query, Instant now) {
        var hits = index.search(SearchRequest.of(SearchQuery.parse(query), LOOKED_AT, now))
                .hits();
        var byId = messages.findAll(hits.stream().map(SearchHit::messageId).toList()).stream()
                .collect(Collectors.toMap(Message::id, Function.identity()));
        return hits.stream()
                .flatMap(hit -> Optional.ofNullable(byId.get(hit.messageId())).stream())
                .map(message -> message.envelope().messageId())
                .toList();
    }

    /** Mean reciprocal rank and success among the first five, of each kind of question. */
    private static void report(
            List<KnownItems.Question> questions, String name, Function<String, List<String>> search) {
        Map<String, List<Integer>> ranks = new LinkedHashMap<>();
        for (var question : questions) {
            int rank = search.apply(question.query()).indexOf(question.messageId()) + 1;
            ranks.computeIfAbsent(question.kind(), _ -> new ArrayList<>()).add(rank);
            ranks.computeIfAbsent("all", _ -> new ArrayList<>()).add(rank);
        }
        ranks.forEach((kind, found) -> System.out.printf(
                Locale.ROOT,
                "%-12s %-22s MRR %.3f  Success@5 %.3f  not found %.3f%n",
                name,
                kind,
                found.stream()
                        .mapToDouble(rank -> rank == 0 ? 0 : 1.0 / rank)
                        .average()
                        .orElse(0),
                share(found, rank -> rank >= 1 && rank <= 5),
                share(found, rank -> rank == 0)));
    }

    private static double share(List<Integer> ranks, java.util.function.IntPredicate wanted) {
        return (double) ranks.stream()
                        .mapToInt(Integer::intValue)
                        .filter(wanted)
                        .count()
                / ranks.size();
    }
}

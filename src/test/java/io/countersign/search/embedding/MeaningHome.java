package io.countersign.search.embedding;

import io.countersign.mail.Address;
import io.countersign.mail.Envelope;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcSentMail;
import io.countersign.search.IndexCatchUp;
import io.countersign.search.MeaningSearch;
import io.countersign.search.SearchService;
import io.countersign.search.WholeMails;
import io.countersign.search.jdbc.JdbcSavedSearches;
import io.countersign.search.lucene.LuceneIndex;
import io.countersign.search.lucene.LuceneVectors;
import io.countersign.shared.db.Database;
import io.countersign.shared.db.TestDatabases;
import io.countersign.shared.task.Progress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Stored mail with both indexes beside it, in a folder. */
final class MeaningHome implements MailReader, AutoCloseable {
    final Database database = TestDatabases.h2();
    final JdbcMessageRepository messages = new JdbcMessageRepository(database);
    final JdbcMailChanges log = new JdbcMailChanges(database);
    final JdbcMailStore store = new JdbcMailStore(database);
    final LuceneIndex index;
    final LuceneVectors vectors;
    final SentenceEncoder encoder;
    final VectorCatchUp catchUp;
    private final Map<Long, String> texts = new ConcurrentHashMap<>();
    private final List<SemanticSearch> searches = new ArrayList<>();

    MeaningHome(Path folder, SentenceEncoder encoder) {
        this.encoder = encoder;
        index = new LuceneIndex(folder.resolve("index"));
        vectors = new LuceneVectors(folder.resolve("meaning"), encoder.version());
        catchUp = new VectorCatchUp(vectors, encoder, log, messages);
    }

    /** A mail of a text that begins with {@code begin}. */
    void insert(long id, String from, String subject, String begin, String rest) {
        texts.put(id, begin + " " + rest);
        var any = TestMail.message(id);
        var one = any.envelope();
        var envelope = new Envelope(
                one.messageId(),
                one.account(),
                new Address("", from),
                one.to(),
                one.listId(),
                subject,
                one.receivedAt(),
                begin,
                false,
                false,
                1000);
        store.insert(List.of(TestMail.stored(new Message(id, id, 0, envelope, any.state(), any.understanding()))));
    }

    void insert(long id, String subject) {
        insert(id, "ann@example.org", subject, "", "");
    }

    /** Brings both indexes up to date. */
    void catchUp() {
        new IndexCatchUp(index, log, messages, this).run(Progress.none());
        catchUp.run(Progress.none());
    }

    NearMails near() {
        return new NearMails(encoder, vectors, index, messages, new WholeMails(this));
    }

    SearchService words() {
        return desk(MeaningSearch.none());
    }

    SearchService hybrid() {
        return hybrid(Duration.ofSeconds(20));
    }

    SearchService hybrid(Duration patience) {
        var search = new SemanticSearch(near(), patience);
        searches.add(search);
        return desk(search);
    }

    private SearchService desk(MeaningSearch meaning) {
        var mails = new SearchService.Mails(messages, this, log, new JdbcSentMail(database));
        var catchUpWords = new IndexCatchUp(index, log, messages, this);
        return new SearchService(
                new SearchService.Engine("Lucene", index, catchUpWords),
                mails,
                new JdbcSavedSearches(database, "me"),
                meaning,
                Clock.fixed(TestMail.NOON, ZoneOffset.UTC));
    }

    @Override
    public Optional<ParsedMail> read(long messageId) {
        return Optional.ofNullable(texts.get(messageId))
                .map(text -> InMemoryMail.text(new Address("", "ann@example.org"), "", text));
    }

    @Override
    public Optional<byte[]> raw(long messageId) {
        return Optional.empty();
    }

    @Override
    public void close() {
        searches.forEach(SemanticSearch::close);
        vectors.close();
        index.close();
        database.close();
    }
}

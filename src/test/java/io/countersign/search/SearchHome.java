package io.countersign.search;

import io.countersign.mail.Address;
import io.countersign.mail.InMemoryMail;
import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
import io.countersign.mail.ParsedMail;
import io.countersign.mail.TestMail;
import io.countersign.mail.jdbc.JdbcMailChanges;
import io.countersign.mail.jdbc.JdbcMailStore;
import io.countersign.mail.jdbc.JdbcMessageRepository;
import io.countersign.mail.jdbc.JdbcSentMail;
import io.countersign.shared.db.Database;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;

/** Stored mail with texts, and an index beside it. */
final class SearchHome implements MailReader, AutoCloseable {
    final Database database;
    final JdbcMessageRepository messages;
    final JdbcMailChanges log;
    final JdbcSentMail sent;
    final InMemoryIndex index = new InMemoryIndex();
    final IndexCatchUp catchUp;
    private final JdbcMailStore store;
    private final Map<Long, String> texts = new ConcurrentHashMap<>();

    SearchHome(Database database) {
        this.database = database;
        messages = new JdbcMessageRepository(database);
        log = new JdbcMailChanges(database);
        sent = new JdbcSentMail(database);
        store = new JdbcMailStore(database);
        catchUp = new IndexCatchUp(index, log, messages, this);
    }

    /** Stores mails with the text {@code text N}. */
    void insert(long... ids) {
        insert(LongStream.of(ids).mapToObj(TestMail::message).toArray(Message[]::new));
    }

    void insert(Message... mails) {
        store.insert(Arrays.stream(mails).map(TestMail::stored).toList());
    }

    void text(long id, String text) {
        texts.put(id, text);
    }

    /** Marks a mail as read, or unread again. */
    void turn(long id) {
        var mail = messages.find(id).orElseThrow();
        messages.updateStates(
                List.of(mail.withState(mail.state().withUnread(!mail.state().unread()))));
    }

    List<Long> indexed(String query) {
        var request = SearchRequest.of(SearchQuery.parse(query), 1000, TestMail.NOON);
        return index.search(request).hits().stream()
                .map(SearchHit::messageId)
                .sorted()
                .toList();
    }

    @Override
    public Optional<ParsedMail> read(long messageId) {
        var text = texts.getOrDefault(messageId, "text" + messageId);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(InMemoryMail.text(new Address("Ann", "ann@example.org"), "subject", text));
    }

    @Override
    public Optional<byte[]> raw(long messageId) {
        return Optional.empty();
    }

    @Override
    public void close() {
        database.close();
    }
}

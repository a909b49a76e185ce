package io.countersign.search;

import io.countersign.mail.Envelope;
import io.countersign.mail.Message;
import io.countersign.shared.task.Progress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index in a map that finds what a {@link MessageMatcher} finds in the whole text, and fails when it is told to. */
final class InMemoryIndex implements SearchIndex {
    private final Map<Long, IndexedMail> mails = new TreeMap<>();
    private Map<Long, IndexedMail> visible = Map.of();
    private long follows;
    private SearchFailure.@Nullable Kind failing;
    private int failures;
    private int failsAfter;
    final List<Integer> puts = new ArrayList<>();
    final List<Long> updated = new ArrayList<>();
    final List<Long> refreshed = new ArrayList<>();
    final List<SearchRequest> asked = new ArrayList<>();
    int rebuilds;
    Optional<String> didYouMean = Optional.empty();

    /** Every call fails in this way from now on, after this many more. */
    synchronized void fail(SearchFailure.Kind kind, int after) {
        failing = kind;
        failsAfter = after;
        failures = Integer.MAX_VALUE;
    }

    synchronized void failOnce(SearchFailure.Kind kind) {
        fail(kind, 0);
        failures = 1;
    }

    synchronized void recover() {
        failing = null;
    }

    /** As after a crash before anything was committed, or another database. */
    synchronized void follow(long change) {
        follows = change;
    }

    /** Without the log knowing. */
    synchronized void lose(long id) {
        mails.remove(id);
        visible = Map.copyOf(mails);
    }

    synchronized void smuggle(IndexedMail mail) {
        mails.put(mail.message().id(), mail);
        visible = Map.copyOf(mails);
    }

    private void check() {
        var kind = failing;
        if (kind != null && failures > 0 && failsAfter-- <= 0) {
            failures--;
            throw new SearchFailure(kind, "told to", new IllegalStateException());
        }
    }

    @Override
    public synchronized SearchResult search(SearchRequest request) {
        check();
        asked.add(request);
        var matcher = new MessageMatcher(request.query());
        var found = visible.values().stream()
                .filter(mail -> matcher.test(withText(mail)))
                .map(IndexedMail::message)
                .sorted(Comparator.comparing((Message mail) -> mail.envelope().receivedAt())
                        .reversed())
                .toList();
        var hits = found.stream()
                .limit(request.limit())
                .map(mail -> new SearchHit(mail.id(), 1, List.of()))
                .toList();
        return new SearchResult(hits, found.size(), Map.of(), didYouMean);
    }

    @Override
    public synchronized List<Long> matches(SearchRequest request, int most, Progress progress) {
        check();
        var matcher = new MessageMatcher(request.query());
        return visible.values().stream()
                .filter(mail -> matcher.test(withText(mail)))
                .map(mail -> mail.message().id())
                .sorted(Comparator.reverseOrder())
                .limit(most)
                .toList();
    }

    private static Message withText(IndexedMail mail) {
        var message = mail.message();
        var one = message.envelope();
        var envelope = new Envelope(
                one.messageId(),
                one.account(),
                one.from(),
                one.to(),
                one.listId(),
                one.subject(),
                one.receivedAt(),
                mail.text() + "\n" + String.join("\n", mail.attachments()),
                one.hasAttachment(),
                one.unsubscribable(),
                one.size());
        return new Message(
                message.id(),
                message.threadId(),
                message.version(),
                envelope,
                message.state(),
                message.understanding());
    }

    @Override
    public synchronized void put(List<IndexedMail> more) {
        check();
        puts.add(more.size());
        more.forEach(mail -> mails.put(mail.message().id(), mail));
    }

    @Override
    public synchronized void update(List<Message> changed) {
        check();
        for (var message : changed) {
            mails.computeIfPresent(
                    message.id(), (_, before) -> new IndexedMail(message, before.text(), before.attachments()));
            updated.add(message.id());
        }
    }

    @Override
    public synchronized void refresh(long change) {
        check();
        visible = Map.copyOf(mails);
        follows = change;
        refreshed.add(change);
    }

    @Override
    public synchronized long follows() {
        check();
        return follows;
    }

    @Override
    public synchronized long size() {
        check();
        return visible.size();
    }

    @Override
    public synchronized Rebuild rebuild() {
        check();
        rebuilds++;
        return new Fresh();
    }

    private final class Fresh implements Rebuild {
        private final List<IndexedMail> fresh = new ArrayList<>();

        @Override
        public void put(List<IndexedMail> more) {
            synchronized (InMemoryIndex.this) {
                check();
                puts.add(more.size());
            }
            fresh.addAll(more);
        }

        @Override
        public void finish(long change) {
            synchronized (InMemoryIndex.this) {
                check();
                mails.clear();
                fresh.forEach(mail -> mails.put(mail.message().id(), mail));
                visible = Map.copyOf(mails);
                follows = change;
            }
        }

        @Override
        public void close() {
            fresh.clear();
        }
    }

    @Override
    public void close() {
        recover();
    }
}

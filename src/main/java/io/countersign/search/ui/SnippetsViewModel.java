package io.countersign.search.ui;

import io.countersign.search.SearchDesk.Snippet;
import io.countersign.search.SearchQuery;
import io.countersign.shared.task.BackgroundTasks;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Where words of the query stand in the mails that are on the screen; of no others it is looked up. UI thread only. */
final class SnippetsViewModel {
    // So many mails are read at a time: what a window shows, and small enough to be over before one scrolls on.
    private static final int AT_ONCE = 8;
    private static final int MOST_WAITING = 64;

    private final SearchReader reader;
    private final BackgroundTasks tasks;
    private final Map<Long, Snippet> known = new HashMap<>();
    private final SequencedSet<Long> waiting = new LinkedHashSet<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private SearchQuery query = new SearchQuery(List.of());
    private boolean busy;

    SnippetsViewModel(SearchReader reader, BackgroundTasks tasks) {
        this.reader = reader;
        this.tasks = tasks;
    }

    /** Another query: what is known of the one before is of no use. */
    void of(SearchQuery next) {
        if (!next.equals(query)) {
            query = next;
            known.clear();
            waiting.clear();
        }
    }

    /** What is known of a mail; asks for it where nothing is, see {@link #arrivalsProperty}. */
    Optional<Snippet> of(long messageId) {
        var snippet = known.get(messageId);
        if (snippet == null) {
            waiting.remove(messageId);
            waiting.addLast(messageId);
            if (waiting.size() > MOST_WAITING) {
                waiting.removeFirst(); // scrolled past long ago
            }
            read();
        }
        return Optional.ofNullable(snippet);
    }

    /** Changes whenever more is known. */
    ReadOnlyIntegerProperty arrivalsProperty() {
        return arrivals.getReadOnlyProperty();
    }

    private void read() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        var asked = query;
        var ids = waiting.reversed().stream().limit(AT_ONCE).toList();
        ids.forEach(waiting::remove);
        tasks.run(
                "search.snippets",
                _ -> {
                    var read = new HashMap<Long, Snippet>();
                    ids.forEach(id -> read.put(id, reader.desk().snippet(asked, id)));
                    return read;
                },
                read -> arrived(asked, read),
                _ -> arrived(asked, nothing(ids)));
    }

    // A mail whose snippet cannot be read has none: asking again and again would not help.
    private static Map<Long, Snippet> nothing(List<Long> ids) {
        var none = new HashMap<Long, Snippet>();
        ids.forEach(id -> none.put(id, new Snippet("", List.of(), List.of())));
        return none;
    }

    private void arrived(SearchQuery asked, Map<Long, Snippet> read) {
        busy = false;
        if (asked.equals(query)) {
            known.putAll(read);
            arrivals.set(arrivals.get() + 1);
        }
        read();
    }
}

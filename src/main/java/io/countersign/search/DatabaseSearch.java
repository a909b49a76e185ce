package io.countersign.search;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds mail without an index, by what is stored of each: newest first, until enough are found or {@link #TIME} is over.
 * Blocking and thread-safe.
 */
final class DatabaseSearch {
    /** So long a search may take; what it has found by then is the answer. */
    static final Duration TIME = Duration.ofMillis(300);

    private final MessageRepository messages;
    private final Clock clock;

    DatabaseSearch(MessageRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    List<Message> search(SearchRequest request) {
        var matcher = new RequestMatcher(request.query(), request.narrowed());
        var found = new ArrayList<Message>();
        var end = clock.instant().plus(TIME);
        messages.forEachNewestFirst(message -> {
            if (matcher.test(message)) {
                found.add(message);
            }
            return found.size() < request.limit() && clock.instant().isBefore(end);
        });
        return found;
    }
}

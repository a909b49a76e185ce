package io.countersign.search;

import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import io.countersign.search.SearchDesk.Extent;
import io.countersign.shared.task.Progress;
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

    private static final int STEP = 1000;

    private final MessageRepository messages;
    private final Clock clock;

    /** What was found, newest first, and how much of the mail was looked at. */
    record Answer(List<Message> found, Extent extent) {}

    DatabaseSearch(MessageRepository messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    Answer search(SearchRequest request) {
        var matcher = new RequestMatcher(request.query(), request.narrowed());
        var found = new ArrayList<Message>();
        var end = clock.instant().plus(TIME);
        var extent = new Extent[] {Extent.WHOLE};
        messages.forEachNewestFirst(message -> {
            // Asked for one mail more than is needed: only that tells whether there is one.
            if (found.size() == request.limit()) {
                extent[0] = Extent.ENOUGH;
            } else if (!clock.instant().isBefore(end)) {
                extent[0] = Extent.OUT_OF_TIME;
            } else if (matcher.test(message)) {
                found.add(message);
            }
            return extent[0] == Extent.WHOLE;
        });
        return new Answer(found, extent[0]);
    }

    /** All that match, at most so many, newest first, however long it takes. */
    List<Long> matches(SearchRequest request, int most, Progress progress) {
        var matcher = new RequestMatcher(request.query(), request.narrowed());
        var found = new ArrayList<Long>();
        long all = messages.count();
        var looked = new long[1];
        messages.forEachNewestFirst(message -> {
            if (looked[0]++ % STEP == 0) {
                progress.checkCancelled();
                progress.report(looked[0], all, "");
            }
            if (matcher.test(message)) {
                found.add(message.id());
            }
            return found.size() < most;
        });
        return found;
    }
}

package io.countersign.search.ui;

import io.countersign.mail.MailReader;
import io.countersign.mail.MessageRepository;
import io.countersign.mail.ParsedMail;
import io.countersign.search.SearchDesk;
import io.countersign.search.SearchDesk.Extent;
import io.countersign.search.SearchDesk.Found;
import io.countersign.search.SearchDesk.Hit;
import io.countersign.search.SearchDesk.Matches;
import io.countersign.search.SearchRequest.Order;
import io.countersign.shared.task.Progress;
import io.countersign.shared.ui.MailBody;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** What the screen reads, blocking; thread-safe. */
public record SearchReader(SearchDesk desk, MessageRepository messages, MailReader mails, Clock clock) {
    private static final int BEST = 3;

    /** What was found, and the best of it where it is not ordered by relevance. */
    record Answer(Asked asked, int limit, Found found, List<Hit> best) {
        Answer {
            best = List.copyOf(best);
        }

        /** True where there is more of it than was read. */
        boolean hasMore() {
            return found.total() > found.hits().size() || found.extent() == Extent.ENOUGH;
        }
    }

    Answer find(Asked asked, int limit) {
        var found = desk.find(asked.wanted(limit, asked.order()));
        boolean strip = asked.order() == Order.NEWEST
                && !asked.typed().isBlank()
                && found.hits().size() > BEST;
        return new Answer(
                asked,
                limit,
                found,
                strip ? desk.find(asked.wanted(BEST, Order.RELEVANCE)).hits() : List.of());
    }

    /** All that was found, not only what can be listed. */
    Matches matches(Answer answer, Progress progress) {
        return desk.matches(answer.asked().wanted(answer.limit(), answer.asked().order()), progress);
    }

    /** The text of a mail; empty where its raw bytes are gone. */
    MailBody body(long messageId) {
        return MailBody.of(mails.read(messageId).map(ParsedMail::text).orElse(""));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}

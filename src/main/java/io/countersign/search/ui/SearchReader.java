package io.countersign.search.ui;

import io.countersign.mail.MailReader;
import io.countersign.mail.Message;
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
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the screen reads, blocking; thread-safe. */
public record SearchReader(SearchDesk desk, MessageRepository messages, MailReader mails, Clock clock) {
    private static final int BEST = 3;
    private static final int PART = 500;

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

    /**
     * The mails that were found, at most {@link Matches#MOST}: those that can be listed in the order of the list, then all others,
     * those that came last first. Where there are more, {@code matches} tells which are left.
     */
    List<Long> inOrder(Answer answer, Matches matches) {
        var left = new LinkedHashSet<>(matches.ids());
        var listed = find(answer.asked(), SearchViewModel.MOST).found().hits().stream()
                .map(hit -> hit.mail().id())
                .filter(left::remove)
                .toList();
        return Stream.concat(listed.stream(), left.stream()).toList();
    }

    /** Mails by their ids, in this order, read in parts as they are asked for; those that are gone are left out. */
    Iterator<Message> mails(List<Long> ids) {
        return IntStream.iterate(0, from -> from < ids.size(), from -> from + PART)
                .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + PART)))
                .flatMap(this::part)
                .iterator();
    }

    private Stream<Message> part(List<Long> ids) {
        var byId = messages.findAll(ids).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return ids.stream().flatMap(id -> Optional.ofNullable(byId.get(id)).stream());
    }

    /** The text of a mail; empty where its raw bytes are gone. */
    MailBody body(long messageId) {
        return MailBody.of(mails.read(messageId).map(ParsedMail::text).orElse(""));
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}

package io.countersign.search;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.mail.MessageRepository;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        var matcher = new MessageMatcher(request.query());
        var found = new ArrayList<Message>();
        var end = clock.instant().plus(TIME);
        messages.forEachNewestFirst(message -> {
            if (matcher.test(message) && isWithin(message, request.narrowed())) {
                found.add(message);
            }
            return found.size() < request.limit() && clock.instant().isBefore(end);
        });
        return found;
    }

    private static boolean isWithin(Message message, Map<Facet, String> narrowed) {
        return narrowed.entrySet().stream()
                .allMatch(entry -> value(message, entry.getKey()).equals(entry.getValue()));
    }

    private static String value(Message message, Facet facet) {
        var envelope = message.envelope();
        return switch (facet) {
            case CATEGORY -> message.understanding().category().id();
            case SENDER -> envelope.from().email().toLowerCase(Locale.ROOT);
            case STAGE ->
                message.understanding()
                        .ats()
                        .flatMap(AtsFacts::stage)
                        .map(stage -> stage.id())
                        .orElse("");
            case YEAR ->
                String.format(
                        Locale.ROOT,
                        "%04d",
                        envelope.receivedAt().atZone(ZoneOffset.UTC).getYear());
        };
    }
}

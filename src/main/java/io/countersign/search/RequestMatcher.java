package io.countersign.search;

import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** Tells whether a stored mail satisfies a query and has the values that it is narrowed to. Thread-safe. */
public final class RequestMatcher implements Predicate<Message> {
    private final MessageMatcher query;
    private final Map<Facet, String> narrowed;

    public RequestMatcher(SearchQuery query, Map<Facet, String> narrowed) {
        this.query = new MessageMatcher(query);
        this.narrowed = Map.copyOf(narrowed);
    }

    @Override
    public boolean test(Message message) {
        return isWithin(message) && query.test(message);
    }

    private boolean isWithin(Message message) {
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

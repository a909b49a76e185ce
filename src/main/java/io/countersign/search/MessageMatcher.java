package io.countersign.search;

import io.countersign.mail.Address;
import io.countersign.mail.AtsFacts;
import io.countersign.mail.Message;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Mark;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchQuery.Term;
import io.countersign.shared.text.TextFold;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells whether a stored mail satisfies a query, from what is stored of it: the text beyond the preview is not looked at. Thread-safe. */
public final class MessageMatcher implements Predicate<Message> {
    private final List<Term> terms;

    /**
     * For any number of terms.
     *
     * @throws io.countersign.shared.CountersignException.BadQuery when a word begins with *
     */
    public MessageMatcher(SearchQuery query) {
        QueryLimits.refuseLeadingWildcards(query.terms());
        // What needs no text comes first: most mail is decided without folding any.
        this.terms = query.terms().stream()
                .distinct()
                .sorted(Comparator.comparingInt(term -> term.criterion() instanceof SearchQuery.Words ? 1 : 0))
                .toList();
    }

    @Override
    public boolean test(Message message) {
        var text = new MessageText(message);
        for (var term : terms) {
            if (holds(term.criterion(), message, text) == term.negated()) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Criterion criterion, Message message, MessageText text) {
        return switch (criterion) {
            case SearchQuery.Words words -> text.of(words.place()).contains(words);
            case SearchQuery.Label(String label, boolean prefix) ->
                message.labels().stream()
                        .map(TextFold::fold)
                        .anyMatch(one -> prefix ? one.startsWith(label) : one.equals(label));
            case SearchQuery.InCategory(String category) ->
                message.understanding().category().id().equals(category);
            case SearchQuery.Stage(String stage) ->
                message.understanding()
                        .ats()
                        .flatMap(AtsFacts::stage)
                        .filter(found -> found.id().equals(stage))
                        .isPresent();
            case SearchQuery.Before(var end) -> message.envelope().receivedAt().isBefore(end);
            case SearchQuery.After(var start) ->
                !message.envelope().receivedAt().isBefore(start);
            case Mark mark -> has(mark, message);
        };
    }

    private static boolean has(Mark mark, Message message) {
        return switch (mark) {
            case ATTACHMENT -> message.envelope().hasAttachment();
            case UNREAD -> message.state().unread();
            case READ -> !message.state().unread();
            case STARRED -> message.state().starred();
            case ANSWERED -> message.state().answered();
            case QUARANTINED -> message.state().quarantined();
        };
    }

    /** The texts of one mail, folded when first asked for. */
    private static final class MessageText {
        private final Message message;
        private final Map<Place, WordText> texts = new EnumMap<>(Place.class);

        MessageText(Message message) {
            this.message = message;
        }

        WordText of(Place place) {
            return texts.computeIfAbsent(place, wanted -> new WordText(read(wanted)));
        }

        /** Parts stand on lines of their own: no query holds a line break, so nothing is found across two of them. */
        private String read(Place place) {
            var envelope = message.envelope();
            return switch (place) {
                case FROM -> FoldedText.of(envelope.from().toString());
                case TO -> addresses(envelope.to());
                case SUBJECT -> FoldedText.of(envelope.subject());
                case ANYWHERE ->
                    String.join(
                            "\n",
                            FoldedText.of(envelope.subject()),
                            FoldedText.of(envelope.preview()),
                            FoldedText.of(envelope.from().toString()),
                            addresses(envelope.to()));
            };
        }

        private static String addresses(List<Address> addresses) {
            return addresses.stream().map(Address::toString).map(FoldedText::of).collect(Collectors.joining("\n"));
        }
    }
}

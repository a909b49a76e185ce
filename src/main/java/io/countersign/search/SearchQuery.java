package io.countersign.search;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a person typed to find mail: all terms must hold. Words are whole words of subject, preview, sender and recipients,
 * {@code prefix*} begins one, {@code "a phrase"} stands as it is, {@code -} turns a term around. Operators: {@code from: to:
 * subject:} (words or part of an address), {@code has:attachment}, {@code is:unread|read|starred|answered|quarantined},
 * {@code before:} and {@code after:} (a year, month or day in UTC; the day itself is after, not before), {@code category:},
 * {@code label:}, {@code stage:}. Anything else, an unknown operator or value included, is searched as text. Every input is a
 * query; the empty one finds everything.
 */
public record SearchQuery(List<Term> terms) {
    static final String WILDCARD = "*";

    public SearchQuery {
        terms = List.copyOf(terms);
    }

    /** Reads a query; never fails. */
    public static SearchQuery parse(String query) {
        return new SearchQuery(new QueryParser(query).terms());
    }

    /**
     * Reads a query that is still being typed: its last word counts as a prefix, unless it is a value that is whole or wrong. A
     * value that is only begun, like {@code is:unr}, asks nothing yet.
     */
    public static SearchQuery parseTyped(String query) {
        boolean inWord = !query.isEmpty() && Character.isLetterOrDigit(query.codePointBefore(query.length()));
        boolean quoted = query.chars().filter(c -> c == '"').count() % 2 == 1;
        int begun = QueryParser.begunValue(query);
        if (begun < query.length() && !quoted) {
            return parse(query.substring(0, begun));
        }
        var whole = parse(query);
        return inWord && !quoted && goesOn(whole) ? parse(query + "*") : whole;
    }

    private static boolean goesOn(SearchQuery query) {
        return !query.terms().isEmpty()
                && (query.terms().getLast().criterion() instanceof Words
                        || query.terms().getLast().criterion() instanceof Label);
    }

    /** The query as a person would write it; reading it again gives the same terms. */
    public String text() {
        return terms.stream().map(QueryText::of).collect(Collectors.joining(" "));
    }

    /** One condition of a query; {@code negated} when it must not hold. */
    public record Term(boolean negated, Criterion criterion) {}

    /** What a term asks of a mail. */
    public sealed interface Criterion {}

    /** Where a text is looked for. */
    public enum Place {
        ANYWHERE,
        FROM,
        TO,
        SUBJECT
    }

    /**
     * A text, folded, never empty; {@code prefix}: its last word may go on; {@code phrase}: it was quoted. One that begins with a
     * star asks for the end of a word, which {@link QueryLimits} refuses.
     */
    public record Words(Place place, String text, boolean prefix, boolean phrase) implements Criterion {}

    /** {@code label:}, without case; {@code prefix}: the label may go on. */
    public record Label(String label, boolean prefix) implements Criterion {}

    /** {@code category:} with the id of a category. */
    public record InCategory(String category) implements Criterion {}

    /** {@code stage:} with the stage that a mail announces. */
    public record Stage(String stage) implements Criterion {}

    /** Received before this moment. */
    public record Before(Instant end) implements Criterion {}

    /** Received at this moment or later. */
    public record After(Instant start) implements Criterion {}

    /** {@code has:attachment} and {@code is:}. */
    public enum Mark implements Criterion {
        ATTACHMENT,
        UNREAD,
        READ,
        STARRED,
        ANSWERED,
        QUARANTINED
    }
}

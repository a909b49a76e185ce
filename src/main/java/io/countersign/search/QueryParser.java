package io.countersign.search;

import io.countersign.mail.Category;
import io.countersign.search.SearchQuery.Criterion;
import io.countersign.search.SearchQuery.Mark;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchQuery.Term;
import io.countersign.shared.text.TextFold;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads a query from left to right in one pass; for one query only. */
final class QueryParser {
    private static final Map<String, Mark> MARKS = Map.of(
            "has:attachment",
            Mark.ATTACHMENT,
            "has:attachments",
            Mark.ATTACHMENT,
            "is:unread",
            Mark.UNREAD,
            "is:read",
            Mark.READ,
            "is:starred",
            Mark.STARRED,
            "is:answered",
            Mark.ANSWERED,
            "is:quarantined",
            Mark.QUARANTINED);

    private final String query;
    private int at;

    QueryParser(String query) {
        this.query = query;
    }

    /** Where the last word begins, if it is an operator whose value is one of few and only begun; else the query's length. */
    static int begunValue(String query) {
        int start = query.length();
        while (start > 0 && isWordPart(query.charAt(start - 1))) {
            start--;
        }
        var word = query.substring(start);
        int colon = word.indexOf(':');
        boolean begun = colon > 0
                && colon < word.length() - 1
                && isBegun(
                        word.substring(word.charAt(0) == '-' ? 1 : 0, colon).toLowerCase(Locale.ROOT),
                        TextFold.fold(word.substring(colon + 1)));
        return begun ? start : query.length();
    }

    private static boolean isWordPart(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == ':' || c == '-' || c == '_');
    }

    private static boolean isBegun(String name, String value) {
        return switch (name) {
            case "category" -> Category.of(value).isEmpty() && anyBegins(categories(), value);
            case "before", "after" -> start(value).isEmpty() && isBegunDate(value);
            default -> !MARKS.containsKey(name + ":" + value) && anyBegins(MARKS.keySet().stream(), name + ":" + value);
        };
    }

    private static Stream<String> categories() {
        return Arrays.stream(Category.values()).map(Category::id);
    }

    private static boolean anyBegins(Stream<String> values, String beginning) {
        return values.anyMatch(value -> value.startsWith(beginning));
    }

    private static boolean isBegunDate(String value) {
        var shape = "0000-00-00";
        return value.length() < shape.length()
                && IntStream.range(0, value.length())
                        .allMatch(i ->
                                shape.charAt(i) == '-' ? value.charAt(i) == '-' : Character.isDigit(value.charAt(i)));
    }

    List<Term> terms() {
        var terms = new ArrayList<Term>();
        while (skipSpace()) {
            boolean negated = query.charAt(at) == '-' && at + 1 < query.length() && !isSpace(at + 1);
            at += negated ? 1 : 0;
            term().ifPresent(criterion -> terms.add(new Term(negated, criterion)));
        }
        return terms;
    }

    private Optional<Criterion> term() {
        if (query.charAt(at) == '"') {
            return words(Place.ANYWHERE, quoted(), true);
        }
        int start = at;
        while (at < query.length() && !isSpace(at) && query.charAt(at) != '"' && query.charAt(at) != ':') {
            at++;
        }
        var word = query.substring(start, at);
        if (at >= query.length() || query.charAt(at) != ':' || word.isEmpty()) {
            return words(Place.ANYWHERE, word.isEmpty() ? bare(start) : word, false);
        }
        return operator(word.toLowerCase(Locale.ROOT), start);
    }

    private Optional<Criterion> operator(String name, int start) {
        at++;
        boolean quote = at < query.length() && query.charAt(at) == '"';
        var value = quote ? quoted() : bare(at);
        var known = known(name, value, quote);
        return known.isPresent() || value.isEmpty()
                ? known
                : words(Place.ANYWHERE, query.substring(start, at).replace('"', ' '), quote);
    }

    private static Optional<Criterion> known(String name, String value, boolean quote) {
        var folded = TextFold.fold(value.strip());
        return switch (name) {
            case "from" -> words(Place.FROM, value, quote);
            case "to" -> words(Place.TO, value, quote);
            case "subject" -> words(Place.SUBJECT, value, quote);
            case "category" -> Category.of(folded).map(category -> new SearchQuery.InCategory(category.id()));
            case "stage" -> folded.isEmpty() ? Optional.empty() : Optional.of(new SearchQuery.Stage(folded));
            case "label" -> label(folded, quote);
            case "before" -> start(folded).map(SearchQuery.Before::new);
            case "after" -> start(folded).map(SearchQuery.After::new);
            default -> Optional.ofNullable(MARKS.get(name + ":" + folded));
        };
    }

    private static Optional<Criterion> label(String folded, boolean quote) {
        if (!quote && asksForAnEnd(folded)) {
            return words(Place.ANYWHERE, folded, false);
        }
        boolean prefix = !quote && folded.endsWith("*");
        var label = prefix ? folded.substring(0, folded.length() - 1) : folded;
        return label.isEmpty() ? Optional.empty() : Optional.of(new SearchQuery.Label(label, prefix));
    }

    private static Optional<Criterion> words(Place place, String text, boolean phrase) {
        boolean prefix = !phrase && text.endsWith("*");
        var folded =
                (!phrase && asksForAnEnd(text) ? SearchQuery.WILDCARD : "") + FoldedText.of(text.replace('*', ' '));
        // Punctuation alone says nothing about a mail.
        return folded.codePoints().noneMatch(point -> Character.isLetterOrDigit(point) || QueryWords.isPicture(point))
                ? Optional.empty()
                : Optional.of(new SearchQuery.Words(place, folded, prefix, phrase));
    }

    /** True for {@code *ord}; before a sign, as in {@code *.pdf}, a star only says that something stands there, as it does anyway. */
    private static boolean asksForAnEnd(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) == '*') {
            at++;
        }
        return at > 0 && at < text.length() && Character.isLetterOrDigit(text.codePointAt(at));
    }

    /** The first moment of a year, month or day. */
    private static Optional<Instant> start(String date) {
        try {
            var day =
                    switch (date.length()) {
                        case 4 -> Year.parse(date).atDay(1);
                        case 7 -> YearMonth.parse(date).atDay(1);
                        default -> LocalDate.parse(date);
                    };
            return Optional.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** What stands between the quote here and the next one, or the end. */
    private String quoted() {
        int close = query.indexOf('"', at + 1);
        int end = close < 0 ? query.length() : close;
        var inner = query.substring(at + 1, end);
        at = Math.min(query.length(), end + 1);
        return inner;
    }

    /** Everything from {@code start} to the next white space. */
    private String bare(int start) {
        while (at < query.length() && !isSpace(at)) {
            at++;
        }
        return query.substring(start, at);
    }

    private boolean skipSpace() {
        while (at < query.length() && isSpace(at)) {
            at++;
        }
        return at < query.length();
    }

    private boolean isSpace(int index) {
        char c = query.charAt(index);
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}

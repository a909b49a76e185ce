package io.countersign.search;

import io.countersign.search.SearchDesk.Range;
import io.countersign.search.SearchQuery.Place;
import io.countersign.search.SearchQuery.Words;
import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of a query that can stand in a text, and where they do. Immutable. */
final class QueryWords {
    private static final int LONGEST = 200;

    private final List<Word> words;

    private QueryWords(List<Word> words) {
        this.words = words;
    }

    /** A folded word; {@code prefix} when it only begins one. */
    private record Word(String text, boolean prefix) {
        boolean isIn(String folded) {
            return prefix ? folded.startsWith(text) : folded.equals(text);
        }
    }

    /** A word of the query at a place of a text; {@code word} tells which. */
    record Hit(int start, int end, int word) {
        Range range() {
            return new Range(start, end);
        }
    }

    /** True for emoji and other pictures, which are words of their own. */
    static boolean isPicture(int point) {
        return Character.getType(point) == Character.OTHER_SYMBOL;
    }

    /** What the query asks of these places; words that must not occur are not among them. */
    static QueryWords of(SearchQuery query, Set<Place> places) {
        var words = new ArrayList<Word>();
        for (var term : query.terms()) {
            if (!term.negated() && term.criterion() instanceof Words wanted && places.contains(wanted.place())) {
                split(wanted, words);
            }
        }
        return new QueryWords(words.stream().distinct().toList());
    }

    private static void split(Words wanted, List<Word> words) {
        var text = wanted.text();
        int start = -1;
        for (int at = 0; at <= text.length(); ) {
            int point = at < text.length() ? text.codePointAt(at) : ' ';
            boolean inWord = Character.isLetterOrDigit(point);
            if (inWord && start < 0) {
                start = at;
            } else if (!inWord && start >= 0) {
                words.add(new Word(text.substring(start, at), wanted.prefix() && at == text.length()));
                start = -1;
            }
            if (isPicture(point)) {
                words.add(new Word(Character.toString(point), false));
            }
            at += Character.charCount(point);
        }
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    /**
     * Where they stand in the first {@code length} characters of a text, from left to right, at most {@code most} times. Words
     * of the text are looked at one by one, so that what is found has its place in the text as it is, not as it is folded.
     */
    List<Hit> in(String text, int length, int most) {
        var hits = new ArrayList<Hit>();
        int end = Math.min(length, text.length());
        int at = 0;
        while (at < end && hits.size() < most && !words.isEmpty()) {
            int point = text.codePointAt(at);
            if (!Character.isLetterOrDigit(point) && !isPicture(point)) {
                at += Character.charCount(point);
                continue;
            }
            int start = at;
            at += Character.charCount(point);
            boolean ascii = point < 0x80;
            while (at < text.length() && !isPicture(point) && isInWord(text.codePointAt(at))) {
                int letter = text.codePointAt(at);
                ascii &= letter < 0x80;
                at += Character.charCount(letter);
            }
            int word = at - start > LONGEST ? -1 : ascii ? ascii(text, start, at) : folded(text.substring(start, at));
            if (word >= 0) {
                hits.add(new Hit(start, at, word));
            }
        }
        return hits;
    }

    /** Accents written apart belong to the letter before them. */
    private static boolean isInWord(int point) {
        return Character.isLetterOrDigit(point)
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
                    default -> false;
                };
    }

    private int ascii(String text, int start, int end) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            int length = word.text().length();
            if ((length == end - start || (word.prefix() && length < end - start))
                    && text.regionMatches(true, start, word.text(), 0, length)) {
                return i;
            }
        }
        return -1;
    }

    private int folded(String word) {
        var folded = TextFold.fold(word);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).isIn(folded)) {
                return i;
            }
        }
        return -1;
    }

    /** How many different words of the query these hits are. */
    static int different(List<Hit> hits) {
        var words = new HashSet<Integer>();
        hits.forEach(hit -> words.add(hit.word()));
        return words.size();
    }
}

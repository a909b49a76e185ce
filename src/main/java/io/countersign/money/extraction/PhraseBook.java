package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import io.countersign.money.extraction.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Phrases, each with what it means, found as sequences of whole words; at each place the longest counts. A phrase of one
 * word may leave its beginning or end open: {@code *rechnung}, {@code platnosc*}. Words like "your" may stand in between.
 * Immutable once filled.
 */
final class PhraseBook<T> {
    private static final int MOST_FILLERS = 2;
    private static final Set<String> FILLERS = fillers();

    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();
    private final OpenWords<Phrase<T>> open = new OpenWords<>();

    private record Phrase<T>(List<String> words, T meaning) {}

    /** A phrase that was found: the words {@code first..last} of the list. */
    record Hit<T>(T meaning, int first, int last, int begin, int end) {}

    private static Set<String> fillers() {
        return DataFile.resource("money", "fillers.txt").sections().stream()
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> line.words().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    void add(String phrase, T meaning) {
        var words = Words.of(phrase).stream().map(Word::text).toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("'" + phrase + "' has no words");
        }
        var entry = new Phrase<>(words, meaning);
        if (words.size() == 1 && OpenWords.isOpen(phrase)) {
            open.add(phrase, words.getFirst(), entry);
            return;
        }
        var list = byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
        list.add(entry);
        list.sort((a, b) -> b.words().size() - a.words().size());
    }

    /** Everything that is found, left to right, without overlaps. */
    List<Hit<T>> find(List<Word> words) {
        return find(words, IntStream.range(0, words.size()).toArray());
    }

    /** The same, where phrases begin at the given places only, in rising order. */
    List<Hit<T>> find(List<Word> words, int[] places) {
        var hits = new ArrayList<Hit<T>>();
        int free = 0;
        for (int at : places) {
            var hit = at < free ? null : longestAt(words, at);
            if (hit != null) {
                hits.add(hit);
                free = hit.last() + 1;
            }
        }
        return hits;
    }

    /** Whether any phrase begins with this word. */
    boolean begins(String word) {
        return byFirst.containsKey(word) || open.find(word) != null;
    }

    private @Nullable Hit<T> longestAt(List<Word> words, int at) {
        var word = words.get(at).text();
        for (var phrase : byFirst.getOrDefault(word, List.of())) {
            int last = lastOf(phrase, words, at);
            if (last >= 0) {
                return hit(phrase, words, at, last);
            }
        }
        var one = open.find(word);
        return one == null ? null : hit(one, words, at, at);
    }

    private static <T> Hit<T> hit(Phrase<T> phrase, List<Word> words, int first, int last) {
        return new Hit<>(
                phrase.meaning(),
                first,
                last,
                words.get(first).begin(),
                words.get(last).end());
    }

    /** The place of its last word, where the phrase stands here; else -1. */
    private static int lastOf(Phrase<?> phrase, List<Word> words, int at) {
        int next = at;
        int fillers = 0;
        for (var wanted : phrase.words().subList(1, phrase.words().size())) {
            next++;
            while (next < words.size() && fillers < MOST_FILLERS && isFiller(words.get(next), wanted)) {
                next++;
                fillers++;
            }
            if (next >= words.size()
                    || words.get(next).opens()
                    || !wanted.equals(words.get(next).text())) {
                return -1;
            }
        }
        return next;
    }

    private static boolean isFiller(Word word, String wanted) {
        return !wanted.equals(word.text()) && !word.opens() && FILLERS.contains(word.text());
    }
}

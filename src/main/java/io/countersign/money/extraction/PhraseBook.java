package io.countersign.money.extraction;

import io.countersign.money.extraction.Words.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Phrases, each with what it means, found as sequences of whole words; at each place the longest counts. Immutable. */
final class PhraseBook<T> {
    private final Map<String, List<Phrase<T>>> byFirst = new HashMap<>();

    private record Phrase<T>(List<String> words, T meaning) {}

    /** A phrase that was found: the words {@code first..last} of the list. */
    record Hit<T>(T meaning, int first, int last, int begin, int end) {}

    void add(String phrase, T meaning) {
        var words = Words.of(phrase).stream().map(Word::text).toList();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("'" + phrase + "' has no words");
        }
        var list = byFirst.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
        list.add(new Phrase<>(words, meaning));
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
            var phrase = at < free ? null : longestAt(words, at);
            if (phrase != null) {
                int last = at + phrase.words().size() - 1;
                hits.add(new Hit<>(
                        phrase.meaning(),
                        at,
                        last,
                        words.get(at).begin(),
                        words.get(last).end()));
                free = last + 1;
            }
        }
        return hits;
    }

    /** The words that phrases begin with. */
    Set<String> firsts() {
        return byFirst.keySet();
    }

    private @Nullable Phrase<T> longestAt(List<Word> words, int at) {
        for (var phrase : byFirst.getOrDefault(words.get(at).text(), List.of())) {
            if (matches(phrase, words, at)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean matches(Phrase<?> phrase, List<Word> words, int at) {
        int size = phrase.words().size();
        if (at + size > words.size()) {
            return false;
        }
        for (int i = 1; i < size; i++) {
            var word = words.get(at + i);
            if (word.opens() || !phrase.words().get(i).equals(word.text())) {
                return false;
            }
        }
        return true;
    }
}

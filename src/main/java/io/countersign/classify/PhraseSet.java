package io.countersign.classify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Phrases as data files write them ({@link PhraseSyntax}), all found in one pass over a text. Immutable and thread-safe;
 * the work grows with the text's length only.
 */
public final class PhraseSet {
    private final Vocabulary vocabulary;
    private final PhraseTrie trie;

    private PhraseSet(Builder builder) {
        vocabulary = new Vocabulary(List.copyOf(builder.words.keySet()));
        trie = builder.phrases.build();
    }

    /** Receives a phrase by its number and the characters (begin inclusive, end exclusive) that it covers. */
    public interface Sink {
        void found(int phrase, int begin, int end);
    }

    /**
     * Finds the phrases in each of the pieces of a text; no phrase reaches from one piece into the next.
     *
     * @param edges offsets in ascending order: piece {@code i} lies between edge {@code i} and edge {@code i + 1}
     */
    public void find(String text, int[] edges, Sink sink) {
        var tokens = new Tokens(vocabulary);
        for (int i = 0; i + 1 < edges.length; i++) {
            tokens.add(text, edges[i], edges[i + 1], 0);
            tokens.barrier(edges[i + 1]);
        }
        trie.match(
                tokens,
                (phrase, first, next) ->
                        sink.found(phrase, tokens.start(first), Tokens.wordEnd(text, tokens.start(next - 1))));
    }

    /** Numbers phrases from 0 in the order in which they are added; not reusable. */
    public static final class Builder {
        private final Map<String, Integer> words = new LinkedHashMap<>();
        private final PhraseTrie.Builder phrases = new PhraseTrie.Builder();
        private final List<String> added = new ArrayList<>();

        /** Adds a phrase and returns its number; a phrase that can never match is refused with its line. */
        public int add(DataFile.Line line, String phrase) {
            var fault = PhraseSyntax.fault(phrase);
            line.require(fault.isEmpty(), fault);
            phrases.add(DetectorSet.numbers(phrase, words), added.size());
            added.add(phrase);
            return added.size() - 1;
        }

        public PhraseSet build() {
            return new PhraseSet(this);
        }
    }
}

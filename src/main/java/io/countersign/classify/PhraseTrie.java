package io.countersign.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All phrases as one trie over word numbers: one pass over a text finds every occurrence. {@link #GAP} in a phrase
 * stands for up to {@link #GAP_WORDS} arbitrary words. Immutable.
 */
final class PhraseTrie {
    /** In a phrase: zero to four words of any kind. */
    static final int GAP = -1;

    static final int GAP_WORDS = 4;

    private final int[][] children; // per node: word, child, word, child ... sorted by word
    private final int[] gaps;
    private final int[][] ends;
    private final int[] firstNodes; // by word, 0 where no phrase begins with it

    private PhraseTrie(Builder builder) {
        int size = builder.nodes.size();
        children = new int[size][];
        gaps = new int[size];
        ends = new int[size][];
        for (int i = 0; i < size; i++) {
            var node = builder.nodes.get(i);
            gaps[i] = node.children.getOrDefault(GAP, -1);
            children[i] = node.children.entrySet().stream()
                    .filter(entry -> entry.getKey() != GAP)
                    .sorted(Map.Entry.comparingByKey())
                    .flatMapToInt(entry -> java.util.stream.IntStream.of(entry.getKey(), entry.getValue()))
                    .toArray();
            ends[i] = node.ends.stream().mapToInt(Integer::intValue).toArray();
        }
        firstNodes = new int[builder.highestWord + 1];
        for (int i = 0; i < children[0].length; i += 2) {
            firstNodes[children[0][i]] = children[0][i + 1];
        }
    }

    /** Reports every phrase in the text; returns how many steps that took, which grows with the text's length only. */
    long match(Tokens text, Sink sink) {
        long steps = 0;
        for (int i = 0; i < text.count(); i++) {
            int word = text.word(i);
            if (word > Vocabulary.BARRIER && word < firstNodes.length && firstNodes[word] > 0) {
                steps += walk(firstNodes[word], i, i + 1, text, sink);
            }
        }
        return steps;
    }

    private int walk(int node, int first, int next, Tokens text, Sink sink) {
        for (int phrase : ends[node]) {
            sink.found(phrase, first, next);
        }
        int steps = 1;
        if (next >= text.count()) {
            return steps;
        }
        int direct = child(node, text.word(next));
        if (direct >= 0) {
            steps += walk(direct, first, next + 1, text, sink);
        }
        int gap = gaps[node];
        for (int skipped = 0; gap >= 0 && skipped <= GAP_WORDS && next + skipped < text.count(); skipped++) {
            int word = text.word(next + skipped);
            if (word == Vocabulary.BARRIER) {
                return steps;
            }
            int after = child(gap, word);
            if (after >= 0) {
                steps += walk(after, first, next + skipped + 1, text, sink);
            }
        }
        return steps;
    }

    private int child(int node, int word) {
        var row = children[node];
        if (word <= Vocabulary.BARRIER || row.length == 0) {
            return -1;
        }
        int low = 0;
        int high = row.length / 2 - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = row[middle * 2];
            if (found == word) {
                return row[middle * 2 + 1];
            }
            if (found < word) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** Receives a phrase and the words (first inclusive, next exclusive) that it covers. */
    interface Sink {
        void found(int phrase, int first, int next);
    }

    /** Collects phrases; not reusable. */
    static final class Builder {
        private final List<Node> nodes = new ArrayList<>(List.of(new Node()));
        private int highestWord;

        /** Adds a phrase; it neither begins nor ends with {@link #GAP}. */
        void add(int[] words, int phrase) {
            int node = 0;
            for (int word : words) {
                node = step(node, word);
            }
            highestWord = Math.max(highestWord, Arrays.stream(words).max().orElse(0));
            nodes.get(node).ends.add(phrase);
        }

        PhraseTrie build() {
            return new PhraseTrie(this);
        }

        private int step(int node, int word) {
            var known = nodes.get(node).children.get(word);
            if (known != null) {
                return known;
            }
            nodes.add(new Node());
            nodes.get(node).children.put(word, nodes.size() - 1);
            return nodes.size() - 1;
        }

        private static final class Node {
            private final Map<Integer, Integer> children = new HashMap<>();
            private final List<Integer> ends = new ArrayList<>();
        }
    }
}

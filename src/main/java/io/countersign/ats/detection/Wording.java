package io.countersign.ats.detection;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The features of a passage for {@link StageModel}: its words, and pairs and triples of neighbours by their first letters,
 * which bridges inflections. Numbers and currency signs count as such; the sender's name does not count.
 */
final class Wording {
    static final String NUMBER = "0";

    private static final String CURRENCY = "¤";
    private static final String BEGIN = "^";
    private static final String END = "$";
    private static final int STEM = 6;
    private static final int LONGEST_WORD = 30;
    private static final int MOST_WORDS = 700;

    private final Set<String> features = new LinkedHashSet<>();
    private int words;

    private Wording() {}

    /** The features in the order of their first occurrence; bounded on any text. */
    static Set<String> of(Passage passage) {
        var wording = new Wording();
        var edges = passage.edges();
        for (int i = 0; i + 1 < edges.length && wording.words < MOST_WORDS; i++) {
            if (!passage.inSender(edges[i])) {
                var sentence = words(passage.text(), edges[i], edges[i + 1]);
                wording.add(sentence, passage.inSubject(edges[i]), true);
            }
        }
        return wording.features;
    }

    /** The features of words out of the middle of a sentence. */
    static Set<String> ofPhrase(String phrase) {
        var wording = new Wording();
        wording.add(words(phrase, 0, phrase.length()), false, false);
        return wording.features;
    }

    private void add(List<String> sentence, boolean subject, boolean whole) {
        if (sentence.isEmpty()) {
            return;
        }
        words += sentence.size();
        var stems = new ArrayList<String>(sentence.size() + 2);
        if (whole) {
            stems.add(BEGIN);
        }
        for (var word : sentence) {
            features.add(word);
            var stem = word.length() > STEM ? word.substring(0, STEM) : word;
            if (word.length() > STEM) {
                features.add(stem + "~");
            }
            if (subject) {
                features.add("subject:" + word);
            }
            stems.add(stem);
        }
        if (whole) {
            stems.add(END);
        }
        for (int i = 1; i < stems.size(); i++) {
            var pair = stems.get(i - 1) + " " + stems.get(i);
            features.add(pair);
            if (i > 1) {
                features.add(stems.get(i - 2) + " " + pair);
            }
        }
    }

    private static List<String> words(String text, int from, int to) {
        var words = new ArrayList<String>();
        int at = from;
        while (at < to && words.size() < MOST_WORDS) {
            char c = text.charAt(at);
            int end = at + 1;
            if (Character.isLetter(c)) {
                while (end < to && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                words.add(text.substring(at, Math.min(end, at + LONGEST_WORD)).toLowerCase(Locale.ROOT));
            } else if (Character.isDigit(c)) {
                while (end < to && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                words.add(NUMBER);
            } else if (Character.getType(c) == Character.CURRENCY_SYMBOL) {
                words.add(CURRENCY);
            }
            at = end;
        }
        return words;
    }
}

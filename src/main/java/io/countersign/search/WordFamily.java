package io.countersign.search;

import java.util.LinkedHashSet;
import java.util.List;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.GermanStemmer;

/** The English and German forms of one folded word, as the Snowball stemmers tell them. For one thread. */
public final class WordFamily {
    private static final List<String> ENDINGS = List.of(
            "", "s", "es", "e", "ed", "d", "ing", "er", "ers", "y", "ies", "ied", "ly", "n", "en", "ern", "em", "ment",
            "ments", "ion", "ions");
    private static final int LONGEST_ENDING = 4;
    private static final int SHORTEST = 3;
    private static final int MOST = 24;

    private final String word;
    private final List<Stem> stems;

    private record Stem(SnowballStemmer stemmer, String text) {
        static Stem of(SnowballStemmer stemmer, String word) {
            return new Stem(stemmer, stem(stemmer, word));
        }

        private static String stem(SnowballStemmer stemmer, String word) {
            stemmer.setCurrent(word);
            stemmer.stem();
            return stemmer.getCurrent();
        }

        boolean isOf(String word) {
            return stem(stemmer, word).equals(text);
        }
    }

    public WordFamily(String word) {
        this.word = word;
        this.stems = List.of(Stem.of(new EnglishStemmer(), word), Stem.of(new GermanStemmer(), word));
    }

    /** True for the word itself and its other forms. */
    public boolean has(String other) {
        return stems.stream().anyMatch(stem -> stem.isOf(other));
    }

    /** Other forms with the usual endings, whether they are words or not; not all there are. The nearest first, at most {@value #MOST}. */
    public List<String> others() {
        var others = new LinkedHashSet<String>();
        int shortest = Math.max(SHORTEST, word.length() - LONGEST_ENDING);
        for (int length = word.length(); length >= shortest; length--) {
            var beginning = word.substring(0, length);
            for (var ending : ENDINGS) {
                var other = beginning + ending;
                if (!other.equals(word) && has(other)) {
                    others.add(other);
                }
            }
        }
        return others.stream().limit(MOST).toList();
    }
}

package io.countersign.ats.detection;

import io.countersign.classify.DataFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Words that can stand for each other, from the {@code [words.NAME]} sections of the stage files; a phrase names them as
 * {@code <NAME>}. Filled while the files are read.
 */
final class WordClasses {
    private static final String PREFIX = "words.";
    private static final int MOST = 20_000;

    private final Map<String, List<String>> classes = new HashMap<>();

    static boolean isClass(DataFile.Section section) {
        return section.name().startsWith(PREFIX);
    }

    /** Takes a class over; its own words may name classes that were read before. */
    void add(DataFile.Section section) {
        var words = section.lines().stream()
                .flatMap(line -> Stream.of(line.text().split("\\|", -1)).flatMap(word -> of(line, word).stream()))
                .toList();
        classes.put(section.name().substring(PREFIX.length()), words);
    }

    /** All that a phrase stands for; itself when it names no class. A class that nobody defined is refused. */
    List<String> of(DataFile.Line line, String phrase) {
        int open = phrase.indexOf('<');
        int close = phrase.indexOf('>', open + 1);
        if (open < 0 || close < 0) {
            return List.of(phrase);
        }
        var words = classes.getOrDefault(phrase.substring(open + 1, close), List.of());
        line.require(!words.isEmpty(), "There are no words '" + phrase.substring(open + 1, close) + "'");
        var rest = of(line, phrase.substring(close + 1));
        line.require(words.size() * (long) rest.size() <= MOST, "'" + phrase + "' stands for too many phrases");
        return words.stream()
                .flatMap(word -> rest.stream().map(behind -> phrase.substring(0, open) + word.strip() + behind))
                .toList();
    }
}

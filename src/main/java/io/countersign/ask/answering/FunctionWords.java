package io.countersign.ask.answering;

import io.countersign.classify.DataFile;
import io.countersign.shared.text.TextFold;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that carry no meaning of their own, by {@code ask/support.txt}. Immutable. */
public final class FunctionWords {
    private static final String SECTION = "neutral";

    private final Set<String> words;

    private FunctionWords(Set<String> words) {
        this.words = words;
    }

    /** Reads the data file. */
    public static FunctionWords load() {
        return new FunctionWords(DataFile.resource("ask", "support.txt").sections().stream()
                .filter(section -> section.name().equals(SECTION))
                .flatMap(section -> section.lines().stream())
                .flatMap(line -> line.words().stream())
                .map(TextFold::fold)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** The folded words without these, and without signs. */
    List<String> without(List<String> folded) {
        return folded.stream()
                .filter(word -> Character.isLetterOrDigit(word.codePointAt(0)) && !words.contains(word))
                .distinct()
                .toList();
    }
}

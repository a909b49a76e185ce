package io.countersign.ask.answering;

import io.countersign.ask.reading.Word;
import io.countersign.ask.reading.WordSplitter;
import io.countersign.classify.DataFile;
import io.countersign.shared.text.TextFold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells how much a sentence says of a detail, by the phrases of {@code ask/aspects.txt}. Immutable. */
public final class Aspects {
    private final Map<String, List<List<String>>> phrases;

    private Aspects(Map<String, List<List<String>>> phrases) {
        this.phrases = Map.copyOf(phrases);
    }

    /** Reads the data file. */
    public static Aspects load() {
        var phrases = new HashMap<String, List<List<String>>>();
        for (var section : DataFile.resource("ask", "aspects.txt").sections()) {
            phrases.put(
                    section.name(),
                    section.lines().stream()
                            .flatMap(line -> List.of(line.text().split("\\|", -1)).stream())
                            .map(phrase -> List.of(TextFold.fold(phrase.strip()).split(" +", -1)))
                            .toList());
        }
        return new Aspects(phrases);
    }

    /** How many phrases of these details a sentence has; 0 when it says nothing of them. */
    long weight(String sentence, Set<String> aspects) {
        var words = WordSplitter.split(sentence);
        return aspects.stream()
                .flatMap(aspect -> phrases.getOrDefault(aspect, List.of()).stream())
                .filter(phrase -> holds(words, phrase))
                .count();
    }

    private static boolean holds(List<Word> words, List<String> phrase) {
        for (int at = 0; at + phrase.size() <= words.size(); at++) {
            int matched = 0;
            while (matched < phrase.size() && isMet(words.get(at + matched), phrase.get(matched))) {
                matched++;
            }
            if (matched == phrase.size()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isMet(Word word, String part) {
        return switch (part) {
            case "@name" -> Character.isUpperCase(word.text().codePointAt(0));
            case "@number" -> word.text().chars().anyMatch(Character::isDigit);
            default ->
                part.endsWith("*")
                        ? word.folded().startsWith(part.substring(0, part.length() - 1))
                        : word.folded().equals(part);
        };
    }
}

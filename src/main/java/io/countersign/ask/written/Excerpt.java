package io.countersign.ask.written;

import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The part of a long mail that is given to a model: its beginning, and the paragraphs that speak of what is asked. */
final class Excerpt {
    private static final int MOST_READ = 200_000;

    private Excerpt() {}

    /** Paragraphs in their order, at most so many characters. */
    static String of(String mail, String question, int longest) {
        var text = PlainText.of(mail, MOST_READ).strip();
        if (text.length() <= longest) {
            return text;
        }
        var words = words(question);
        var paragraphs = paragraphs(text, longest / 4);
        var byWorth = IntStream.range(0, paragraphs.size())
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> -worth(paragraphs.get(i), i, words)))
                .toList();
        var kept = new TreeSet<Integer>();
        int room = longest;
        for (int i : byWorth) {
            int length = paragraphs.get(i).length() + 1;
            if (length <= room) {
                kept.add(i);
                room -= length;
            }
        }
        return kept.stream().map(paragraphs::get).collect(Collectors.joining("\n"));
    }

    private static int worth(String paragraph, int index, List<String> words) {
        var folded = TextFold.fold(paragraph);
        int found = (int) words.stream().filter(folded::contains).count();
        return index == 0 ? Integer.MAX_VALUE : found;
    }

    private static List<String> words(String question) {
        return Stream.of(TextFold.fold(question).split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> word.length() > 3)
                .distinct()
                .limit(50)
                .toList();
    }

    private static List<String> paragraphs(String text, int longest) {
        var paragraphs = new ArrayList<String>();
        for (var line : text.lines().toList()) {
            for (int from = 0; from < line.length(); from += longest) {
                paragraphs.add(line.substring(from, Math.min(line.length(), from + longest)));
            }
        }
        return paragraphs;
    }
}

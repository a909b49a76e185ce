package io.countersign.money.extraction;

import io.countersign.classify.DataFile;
import io.countersign.money.extraction.PhraseBook.Hit;
import io.countersign.money.extraction.Words.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What words beside an amount say it is, by {@code money/labels.txt}. Immutable and thread-safe. */
final class Labels {
    private static final int MOST_WORDS = 9;
    private static final int FEW_WORDS = 2;
    private static final int CREDIT = -2;
    private static final int ADDED = -3;

    private final PhraseBook<Mark> front = new PhraseBook<>();
    private final PhraseBook<Mark> sentence = new PhraseBook<>();
    private final PhraseBook<Mark> behind = new PhraseBook<>();
    private final Set<String> inclusive = new HashSet<>();
    private final PhraseBook<Mark> late = new PhraseBook<>();

    /** @param weight how surely it is the charge; below 0 it is something else, 0 says nothing */
    record Mark(String phrase, int weight) {
        boolean isOther() {
            return weight < 0;
        }

        /** Something that is paid on top of what was asked for. */
        boolean isAdded() {
            return weight == ADDED;
        }

        /** Something that makes less of the total to be paid. */
        boolean isCredit() {
            return weight == CREDIT;
        }
    }

    Labels(DataFile file) {
        for (var section : file.sections()) {
            var head = section.name().split(" ", 2);
            int weight = head.length == 2 ? weight(section, head[1]) : 0;
            for (var line : section.lines()) {
                var phrase = line.text();
                switch (head[0]) {
                    case "total" -> front.add(phrase, new Mark(phrase, weight));
                    case "before" -> sentence.add(phrase, new Mark(phrase, weight));
                    case "behind" -> behind.add(phrase, new Mark(phrase, weight));
                    case "behind-late" -> late.add(phrase, new Mark(phrase, weight));
                    case "not" -> front.add(phrase, new Mark(phrase, -1));
                    case "not-behind" -> behind.add(phrase, new Mark(phrase, -1));
                    case "credit" -> front.add(phrase, new Mark(phrase, CREDIT));
                    case "added" -> front.add(phrase, new Mark(phrase, ADDED));
                    case "inclusive" -> inclusive.add(phrase);
                    case "neutral" -> front.add(phrase, new Mark(phrase, 0));
                    default -> throw section.at().refuse("'" + head[0] + "' is not a kind of label");
                }
            }
        }
    }

    private static int weight(DataFile.Section section, String number) {
        try {
            return Integer.parseInt(number);
        } catch (NumberFormatException e) {
            throw section.at().refuse("'" + number + "' is not a number");
        }
    }

    /** A label as a table or a line of its own has it; empty for sentences and for words that say nothing. */
    Optional<Mark> label(String text) {
        var words = Words.of(withoutInclusion(text));
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            return Optional.empty();
        }
        return strongest(front.find(words));
    }

    /** "Total (incl. of all taxes)" is a total, whatever it includes. */
    private String withoutInclusion(String text) {
        int open = text.indexOf('(', 1);
        if (open < 0) {
            return text;
        }
        int close = text.indexOf(')', open);
        var inside = Words.of(text.substring(open, close < 0 ? text.length() : close));
        boolean included =
                !inside.isEmpty() && inclusive.contains(inside.getFirst().text());
        return included ? text.substring(0, open) + (close < 0 ? "" : text.substring(close + 1)) : text;
    }

    /** A label, or the end of the sentence that it ends; the surer one, and what says that it is something else first. */
    Optional<Mark> either(String label, String sentence) {
        var asLabel = label(label);
        if (asLabel.isPresent() && asLabel.get().isOther()) {
            return asLabel;
        }
        var asSentence = before(sentence);
        boolean surer = asSentence.isPresent()
                && (asLabel.isEmpty()
                        || asSentence.get().weight() > asLabel.get().weight());
        return surer ? asSentence : asLabel;
    }

    private static Optional<Mark> strongest(List<Hit<Mark>> hits) {
        Mark best = null;
        for (var hit : hits) {
            if (hit.meaning().isOther()) {
                return Optional.of(hit.meaning());
            }
            if (hit.meaning().weight() > 0 && (best == null || hit.meaning().weight() > best.weight())) {
                best = hit.meaning();
            }
        }
        return Optional.ofNullable(best);
    }

    /** What the end of a sentence in front of an amount says. */
    Optional<Mark> before(String text) {
        var words = last(Words.of(text), MOST_WORDS);
        int size = words.size();
        var hits = sentence.find(words);
        for (int i = hits.size() - 1; i >= 0; i--) {
            var hit = hits.get(i);
            if (size - 1 - hit.last() <= FEW_WORDS) {
                return Optional.of(hit.meaning());
            }
        }
        var labels = front.find(last(words, 4));
        return labels.isEmpty()
                ? Optional.empty()
                : Optional.of(labels.getLast().meaning()).filter(Mark::isOther);
    }

    /** What the words right behind an amount say. */
    Optional<Mark> behind(String text) {
        var words = Words.of(text, 0, Math.min(text.length(), 80));
        for (var hit : behind.find(words)) {
            if (hit.first() <= FEW_WORDS) {
                return Optional.of(hit.meaning());
            }
        }
        int stop = text.indexOf(". ");
        return late.find(Words.of(text, 0, Math.min(stop < 0 ? text.length() : stop, 120))).stream()
                .findFirst()
                .map(Hit::meaning);
    }

    private static List<Word> last(List<Word> words, int count) {
        return words.subList(Math.max(0, words.size() - count), words.size());
    }
}

package io.countersign.ask.answering;

import io.countersign.shared.text.OneLine;
import io.countersign.shared.text.ReadableText;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts the text of a mail, as a person reads it, into sentences, each fit for one line; what the mail quotes of another one, and what stands below its signature mark, is left out. */
final class SentenceSplitter {
    private static final int MOST = 300;
    private static final int LONGEST_LABEL = 20;

    private final Locale locale;

    SentenceSplitter(Locale locale) {
        this.locale = locale;
    }

    /** At most {@value #MOST} sentences, in their order. */
    List<String> sentences(String text) {
        var sentences = new ArrayList<String>();
        var paragraph = new StringBuilder();
        for (var line : (Iterable<String>) ReadableText.brief(text).lines()::iterator) {
            var stripped = line.strip();
            if (stripped.equals("--") || line.startsWith("-- ")) {
                break;
            }
            if (stripped.isEmpty() || stripped.startsWith(">")) {
                end(paragraph, sentences);
            } else {
                if (beginsItem(stripped)) {
                    end(paragraph, sentences);
                }
                paragraph.append(stripped).append(' ');
            }
            if (sentences.size() >= MOST) {
                break;
            }
        }
        end(paragraph, sentences);
        return List.copyOf(sentences.subList(0, Math.min(MOST, sentences.size())));
    }

    /** False for a heading, a signature or a row of a table. */
    static boolean isWhole(String sentence) {
        return !sentence.isEmpty() && ".!?…:)".indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
    }

    /** An item of a list ({@code - 27 days}, {@code 2. Lunch}) or a line with a label ({@code Place: Leeds}). */
    private static boolean beginsItem(String line) {
        int first = line.codePointAt(0);
        int space = line.indexOf(' ');
        if ("-*•|".indexOf(first) >= 0 || (Character.isDigit(first) && space > 0 && line.charAt(space - 1) == '.')) {
            return true;
        }
        int colon = line.indexOf(": ");
        return colon > 0
                && colon <= LONGEST_LABEL
                && line.chars().limit(colon).allMatch(c -> Character.isLetter(c) || c == ' ');
    }

    private void end(StringBuilder paragraph, List<String> sentences) {
        var text = paragraph.toString();
        paragraph.setLength(0);
        var breaks = BreakIterator.getSentenceInstance(locale);
        breaks.setText(text);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            var sentence = OneLine.of(text.substring(start, end));
            if (sentence.chars().anyMatch(Character::isLetter)) {
                sentences.add(sentence);
            }
            start = end;
        }
    }
}

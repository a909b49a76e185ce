package io.countersign.ask.reading;

import io.countersign.shared.text.TextFold;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words: letters and digits, signs of currencies, and the comma. What stands between digits in a date or an
 * amount stays in the word; an apostrophe is dropped, a possessive ending with it. Bounded: the rest of a longer text is left out.
 */
public final class WordSplitter {
    /** So many words say what is asked; what follows is not read. */
    public static final int MOST_WORDS = 120;

    private static final int MOST_CHARACTERS = 4000;
    private static final String SIGNS = "€£$¥";
    private static final String WITHIN_NUMBERS = "-./:";
    private static final String APOSTROPHES = "'’`´";
    private static final String AND = "and";

    private final String text;
    private final List<Word> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    private WordSplitter(String text) {
        this.text = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
    }

    /** The words in their order. */
    public static List<Word> split(String text) {
        return new WordSplitter(text).words();
    }

    private List<Word> words() {
        for (int at = 0; at < text.length() && words.size() < MOST_WORDS; ) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            if (isPartOfWord(c)) {
                word.appendCodePoint(c);
            } else if (isApostrophe(c) && !word.isEmpty()) {
                next = afterApostrophe(next);
            } else if (!isInNumber(c, next)) {
                end();
                sign(c);
            } else {
                word.appendCodePoint(c);
            }
            at = next;
        }
        end();
        return List.copyOf(words);
    }

    private static boolean isPartOfWord(int c) {
        return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isApostrophe(int c) {
        return APOSTROPHES.indexOf(c) >= 0;
    }

    /** {@code what's} is {@code what}; {@code haven't} is {@code havent}. */
    private int afterApostrophe(int next) {
        boolean possessive = next < text.length()
                && Character.toLowerCase(text.charAt(next)) == 's'
                && (next + 1 == text.length() || !Character.isLetterOrDigit(text.codePointAt(next + 1)));
        return possessive ? next + 1 : next;
    }

    private boolean isInNumber(int c, int next) {
        return WITHIN_NUMBERS.indexOf(c) >= 0
                && !word.isEmpty()
                && Character.isDigit(word.charAt(word.length() - 1))
                && next < text.length()
                && Character.isDigit(text.charAt(next));
    }

    private void sign(int c) {
        if (SIGNS.indexOf(c) >= 0 || c == ',') {
            word.appendCodePoint(c);
            end();
        } else if (c == '&') {
            word.append(AND);
            end();
        }
    }

    private void end() {
        if (!word.isEmpty() && words.size() < MOST_WORDS) {
            words.add(new Word(word.toString(), TextFold.fold(word.toString()), words.size()));
        }
        word.setLength(0);
    }
}

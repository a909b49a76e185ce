package io.countersign.classify;

import java.util.Arrays;

/**
 * The words of one mail as numbers, with their zone and place. Apostrophes and invisible characters vanish
 * ("we've" is {@code weve}), all other punctuation parts words, quoted lines ({@code >}) are left out.
 */
final class Tokens {
    private static final byte SKIP = -1;
    private static final byte BREAK = 0;
    private static final byte LETTER = 1;
    private static final byte DIGIT = 2;
    private static final byte SIGN = 3;
    private static final byte[] KINDS = kinds();

    private final Vocabulary vocabulary;
    private int[] words = new int[512];
    private int[] starts = new int[512];
    private byte[] zones = new byte[512];
    private int count;

    Tokens(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    int count() {
        return count;
    }

    int word(int index) {
        return words[index];
    }

    /** The offset of the word in the text that it was added from. */
    int start(int index) {
        return starts[index];
    }

    int zone(int index) {
        return zones[index];
    }

    /** Adds the words of {@code text} between two offsets. */
    void add(String text, int from, int to, int zone) {
        int at = from;
        boolean lineStart = true;
        while (at < to) {
            char c = text.charAt(at);
            if (lineStart && c == '>') {
                at = lineEnd(text, at, to);
                continue;
            }
            byte kind = kind(c);
            lineStart = c == '\n' || (lineStart && c == ' ');
            if (kind == LETTER || kind == DIGIT) {
                at = addWord(text, at, to, zone);
            } else {
                if (kind == SIGN) {
                    push(c == '%' ? Vocabulary.PERCENT : Vocabulary.MONEY, at, zone);
                }
                at++;
            }
        }
    }

    /** Ends a text: no phrase reaches across. */
    void barrier(int start) {
        push(Vocabulary.BARRIER, start, 0);
    }

    private int addWord(String text, int from, int to, int zone) {
        long hash = Vocabulary.START;
        boolean digits = true;
        int at = from;
        for (; at < to; at++) {
            char c = text.charAt(at);
            byte kind = kind(c);
            if (kind == LETTER || kind == DIGIT) {
                digits &= kind == DIGIT;
                hash = Vocabulary.mix(hash, lower(c));
            } else if (kind != SKIP) {
                break;
            }
        }
        int id = vocabulary.id(hash);
        push(id == Vocabulary.UNKNOWN && digits ? Vocabulary.NUMBER : id, from, zone);
        return at;
    }

    private void push(int word, int start, int zone) {
        if (count == words.length) {
            words = Arrays.copyOf(words, count * 2);
            starts = Arrays.copyOf(starts, count * 2);
            zones = Arrays.copyOf(zones, count * 2);
        }
        words[count] = word;
        starts[count] = start;
        zones[count++] = (byte) zone;
    }

    /** Behind the word or sign at an offset. */
    static int wordEnd(String text, int from) {
        int at = from;
        while (at < text.length()) {
            byte kind = kind(text.charAt(at));
            if (kind == BREAK || kind == SIGN) {
                break;
            }
            at++;
        }
        return Math.max(at, Math.min(from + 1, text.length()));
    }

    private static int lineEnd(String text, int from, int to) {
        int end = text.indexOf('\n', from, to);
        return end < 0 ? to : end;
    }

    static char lower(char c) {
        return c < 128 ? (c >= 'A' && c <= 'Z' ? (char) (c + 32) : c) : Character.toLowerCase(c);
    }

    private static byte kind(char c) {
        if (c < 128) {
            return KINDS[c];
        }
        if (Character.isLetter(c)) {
            return LETTER;
        }
        return switch (c) {
            case '\u2019', '\u2018', '\u00ad', '\u200b', '\u200c', '\u200d', '\u2060', '\ufeff', '\u034f' -> SKIP;
            case '€', '£' -> SIGN;
            default -> BREAK;
        };
    }

    private static byte[] kinds() {
        var kinds = new byte[128];
        for (char c = 0; c < 128; c++) {
            if (c >= '0' && c <= '9') {
                kinds[c] = DIGIT;
            } else if ((c | 32) >= 'a' && (c | 32) <= 'z') {
                kinds[c] = LETTER;
            } else if (c == '\'') {
                kinds[c] = SKIP;
            } else if (c == '$' || c == '%') {
                kinds[c] = SIGN;
            }
        }
        return kinds;
    }
}

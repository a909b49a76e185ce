package io.countersign.search.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts text into the pieces that an uncased BERT model was trained on (WordPiece: Devlin et al. 2018): no case, no accents,
 * punctuation and Chinese characters by themselves, words by the longest pieces that the vocabulary has. The library for this
 * brings native code, calls home and writes to the user's folder. Immutable; time and result are bounded on any text.
 */
final class WordPieces {
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final String GOES_ON = "##";

    private final Map<String, Integer> vocabulary;
    private final int most;
    private final int first;
    private final int last;
    private final int unknown;

    private WordPieces(Map<String, Integer> vocabulary, int most) {
        this.vocabulary = vocabulary;
        this.most = most;
        this.first = id("[CLS]");
        this.last = id("[SEP]");
        this.unknown = id("[UNK]");
    }

    private int id(String piece) {
        var id = vocabulary.get(piece);
        if (id == null) {
            throw new IllegalArgumentException("the vocabulary lacks " + piece);
        }
        return id;
    }

    /** Reads the vocabulary from a {@code tokenizer.json}; texts become at most {@code most} numbers. */
    static WordPieces read(InputStream json, int most) throws IOException {
        var pieces = new ObjectMapper().readTree(json).path("model").path("vocab");
        var vocabulary = new HashMap<String, Integer>(pieces.size() * 2);
        for (Map.Entry<String, JsonNode> piece : pieces.properties()) {
            vocabulary.put(piece.getKey(), piece.getValue().intValue());
        }
        return new WordPieces(vocabulary, most);
    }

    /** The numbers of a text's pieces between those that mark beginning and end. */
    long[] ids(String text) {
        var ids = new long[most];
        ids[0] = first;
        int count = 1;
        for (var word : words(text)) {
            if (count == most - 1) {
                break;
            }
            count = add(word, ids, count);
        }
        ids[count++] = last;
        return Arrays.copyOf(ids, count);
    }

    private static String[] words(String text) {
        var folded = fold(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
        return folded.isEmpty() ? new String[0] : folded.split(" ");
    }

    /** What is a word of its own stands between single spaces afterwards. */
    private static String fold(String text) {
        var out = new StringBuilder(text.length() + 16);
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(point -> {
            if (isSpace(point)) {
                space(out);
            } else if (standsAlone(point)) {
                space(out);
                out.appendCodePoint(point).append(' ');
            } else if (!isDropped(point)) {
                out.appendCodePoint(point);
            }
        });
        return out.toString().toLowerCase(Locale.ROOT).strip();
    }

    private static void space(StringBuilder out) {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
            out.append(' ');
        }
    }

    private static boolean isSpace(int point) {
        return Character.isSpaceChar(point) || point == '\t' || point == '\n' || point == '\r';
    }

    private static boolean isDropped(int point) {
        return point == 0xFFFD
                || switch (Character.getType(point)) {
                    case Character.NON_SPACING_MARK,
                            Character.CONTROL,
                            Character.FORMAT,
                            Character.PRIVATE_USE,
                            Character.SURROGATE,
                            Character.UNASSIGNED -> true;
                    default -> false;
                };
    }

    private static boolean standsAlone(int point) {
        return isPunctuation(point) || isChinese(point);
    }

    private static boolean isPunctuation(int point) {
        boolean symbol = point > ' ' && point < 127 && !Character.isLetterOrDigit(point);
        return symbol
                || switch (Character.getType(point)) {
                    case Character.CONNECTOR_PUNCTUATION,
                            Character.DASH_PUNCTUATION,
                            Character.START_PUNCTUATION,
                            Character.END_PUNCTUATION,
                            Character.INITIAL_QUOTE_PUNCTUATION,
                            Character.FINAL_QUOTE_PUNCTUATION,
                            Character.OTHER_PUNCTUATION -> true;
                    default -> false;
                };
    }

    private static boolean isChinese(int point) {
        return (point >= 0x4E00 && point <= 0x9FFF)
                || (point >= 0x3400 && point <= 0x4DBF)
                || (point >= 0x20000 && point <= 0x2CEAF)
                || (point >= 0xF900 && point <= 0xFAFF)
                || (point >= 0x2F800 && point <= 0x2FA1F);
    }

    /** Adds the pieces of a word, or that it is unknown; what does not fit is left out. */
    private int add(String word, long[] ids, int count) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            ids[count] = unknown;
            return count + 1;
        }
        int at = 0;
        int next = count;
        while (at < word.length()) {
            int end = longest(word, at);
            if (end == at) {
                ids[count] = unknown;
                return count + 1;
            }
            if (next < most - 1) {
                ids[next++] = id(piece(word, at, end));
            }
            at = end;
        }
        return next;
    }

    private int longest(String word, int at) {
        for (int end = word.length(); end > at; end--) {
            if (vocabulary.containsKey(piece(word, at, end))) {
                return end;
            }
        }
        return at;
    }

    private static String piece(String word, int start, int end) {
        return start == 0 ? word.substring(start, end) : GOES_ON + word.substring(start, end);
    }
}

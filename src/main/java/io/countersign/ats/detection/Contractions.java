package io.countersign.ats.detection;

import java.util.Locale;
import java.util.Map;

/** Writes English short forms in full, so that a phrase needs one form only: {@code won't} is {@code will not}. */
final class Contractions {
    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("won't", "will not"),
            Map.entry("wont", "will not"),
            Map.entry("can't", "can not"),
            Map.entry("cant", "can not"),
            Map.entry("cannot", "can not"),
            Map.entry("shan't", "shall not"),
            Map.entry("dont", "do not"),
            Map.entry("didnt", "did not"),
            Map.entry("doesnt", "does not"),
            Map.entry("havent", "have not"),
            Map.entry("hasnt", "has not"),
            Map.entry("hadnt", "had not"),
            Map.entry("isnt", "is not"),
            Map.entry("arent", "are not"),
            Map.entry("wasnt", "was not"),
            Map.entry("werent", "were not"),
            Map.entry("couldnt", "could not"),
            Map.entry("wouldnt", "would not"),
            Map.entry("weve", "we have"),
            Map.entry("youve", "you have"),
            Map.entry("youre", "you are"),
            Map.entry("youll", "you will"),
            Map.entry("youd", "you would"),
            Map.entry("im", "i am"),
            Map.entry("ive", "i have"));

    private Contractions() {}

    /** The text with its short forms written in full; offsets shift. */
    static String expanded(String text) {
        var out = new StringBuilder(text.length() + 32);
        int at = 0;
        while (at < text.length()) {
            if (!Character.isLetter(text.charAt(at))) {
                out.append(text.charAt(at++));
                continue;
            }
            int end = at;
            while (end < text.length()
                    && end - at < 40
                    && (Character.isLetter(text.charAt(end)) || isApostrophe(text, end))) {
                end++;
            }
            append(out, text, at, end);
            at = end;
        }
        return out.toString();
    }

    private static boolean isApostrophe(String text, int at) {
        char c = text.charAt(at);
        return (c == '\'' || c == '\u2019') && at + 1 < text.length() && Character.isLetter(text.charAt(at + 1));
    }

    private static void append(StringBuilder out, String text, int from, int to) {
        int length = to - from;
        if (length < 2 || length > 9) {
            out.append(text, from, to);
            return;
        }
        var word = text.substring(from, to).replace('\u2019', '\'');
        var lower = word.toLowerCase(Locale.ROOT);
        var whole = WHOLE.get(lower);
        if (whole != null) {
            out.append(sameCase(word, whole));
        } else if (lower.endsWith("n't")) {
            out.append(word, 0, length - 3).append(" not");
        } else if (lower.endsWith("'ve")) {
            out.append(word, 0, length - 3).append(" have");
        } else if (lower.endsWith("'re")) {
            out.append(word, 0, length - 3).append(" are");
        } else if (lower.endsWith("'ll")) {
            out.append(word, 0, length - 3).append(" will");
        } else if (lower.equals("i'm")) {
            out.append("I am");
        } else {
            out.append(text, from, to);
        }
    }

    private static String sameCase(String word, String full) {
        return Character.isUpperCase(word.charAt(0)) ? Character.toUpperCase(full.charAt(0)) + full.substring(1) : full;
    }
}

package io.countersign.ats.draft;

import io.countersign.shared.text.OneLine;
import java.util.List;
import java.util.Locale;

/** Subjects of answers. */
final class Subjects {
    private static final int MOST_PREFIXES = 10;
    private static final int LONGEST_PREFIX = 6;
    private static final List<String> PREFIXES =
            List.of("re", "aw", "antw", "sv", "vs", "ref", "rif", "fwd", "fw", "wg", "tr", "rv", "i", "enc");

    private Subjects() {}

    /** {@code Re: } and the subject without the like of it in any of several languages; empty for an empty subject. */
    static String answerTo(String subject) {
        var rest = OneLine.of(subject);
        for (int i = 0; i < MOST_PREFIXES; i++) {
            int colon = rest.indexOf(':');
            if (colon <= 0 || colon > LONGEST_PREFIX || !isPrefix(rest.substring(0, colon))) {
                break;
            }
            rest = rest.substring(colon + 1).strip();
        }
        return rest.isEmpty() ? "" : "Re: " + rest;
    }

    private static boolean isPrefix(String text) {
        var word = text.strip().toLowerCase(Locale.ROOT);
        int count = word.indexOf('['); // Re[2]:
        return PREFIXES.contains(count > 0 ? word.substring(0, count) : word);
    }
}

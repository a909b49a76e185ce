package io.countersign.mail;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what was wrong with one mail, each thing once; used by one thread. */
final class Defects {
    private static final int MOST = 40;
    private static final int LONGEST_QUOTE = 40;

    private final Set<String> found = new LinkedHashSet<>();

    void add(String sentence) {
        if (found.size() < MOST) {
            found.add(sentence);
        }
    }

    List<String> list() {
        return List.copyOf(found);
    }

    /** A piece of the mail, shortened and printable, to be named in a sentence. */
    static String quote(String piece) {
        var shown = new StringBuilder();
        for (int i = 0; i < piece.length() && shown.length() < LONGEST_QUOTE; i++) {
            char c = piece.charAt(i);
            shown.append(c < ' ' || Character.isSurrogate(c) || Character.isISOControl(c) ? '?' : c);
        }
        return shown.toString();
    }
}

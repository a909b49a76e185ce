package io.countersign.search;

import java.util.TreeSet;

/** A folded text that is asked for words; for one thread. */
final class WordText {
    private final String text;
    private final TreeSet<String> words = new TreeSet<>();
    private boolean split;

    WordText(String folded) {
        this.text = folded;
    }

    /** Single words are looked up; anything with other characters in it must stand in the text at the bounds of words. */
    boolean contains(SearchQuery.Words wanted) {
        if (!isWord(wanted.text())) {
            return standsIn(wanted.text(), wanted.prefix());
        }
        splitOnce();
        if (!wanted.prefix()) {
            return words.contains(wanted.text());
        }
        var next = words.ceiling(wanted.text());
        return next != null && next.startsWith(wanted.text());
    }

    private static boolean isWord(String text) {
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            if (!Character.isLetterOrDigit(text.codePointAt(at))) {
                return false;
            }
        }
        return true;
    }

    private boolean standsIn(String wanted, boolean prefix) {
        for (int start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start + 1)) {
            int end = start + wanted.length();
            if (isBound(start) && (prefix || isBound(end))) {
                return true;
            }
        }
        return false;
    }

    /** True where a word begins or ends, and anywhere outside words. */
    private boolean isBound(int index) {
        return index == 0
                || index == text.length()
                || !Character.isLetterOrDigit(text.codePointBefore(index))
                || !Character.isLetterOrDigit(text.codePointAt(index));
    }

    private void splitOnce() {
        if (split) {
            return;
        }
        split = true;
        int start = 0;
        int at = 0;
        while (at <= text.length()) {
            int point = at < text.length() ? text.codePointAt(at) : ' ';
            if (!Character.isLetterOrDigit(point)) {
                if (at > start) {
                    words.add(text.substring(start, at));
                }
                start = at + Character.charCount(point);
            }
            at += Character.charCount(point);
        }
    }
}

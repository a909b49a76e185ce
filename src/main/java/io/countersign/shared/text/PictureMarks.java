package io.countersign.shared.text;

import java.util.List;

/** What programs write into plain text where a picture stood, such as {@code [image: logo.png]}, and the address that it led to. */
final class PictureMarks {
    private static final List<String> BEGINNINGS =
            List.of("[image:", "[image]", "[img:", "[img]", "[cid:", "[inline image", "<cid:");
    private static final int LONGEST = 300;
    private static final int LONGEST_ADDRESS = 4000;

    private PictureMarks() {}

    static String drop(String text) {
        if (text.indexOf('[') < 0 && text.indexOf('<') < 0) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = isOpening(text.charAt(at)) ? picture(text, at) : at;
            if (end == at) {
                out.append(text.charAt(at++));
            } else {
                at = end;
            }
        }
        return out.toString();
    }

    private static boolean isOpening(char c) {
        return c == '[' || c == '<';
    }

    /** Where a picture with its address ends that begins here; the same place where none does. */
    private static int picture(String text, int at) {
        int mark = mark(text, at);
        if (mark > at) {
            return address(text, mark);
        }
        int address = address(text, at);
        int behind = address > at ? mark(text, address) : address;
        return behind > address ? behind : at;
    }

    private static int mark(String text, int at) {
        for (var beginning : BEGINNINGS) {
            if (text.regionMatches(true, at, beginning, 0, beginning.length())) {
                int close = close(text, at, LONGEST);
                return close < 0 ? at : close + 1;
            }
        }
        return at;
    }

    /** Behind an address in brackets that stands here. */
    private static int address(String text, int at) {
        if (at >= text.length() || !isOpening(text.charAt(at))) {
            return at;
        }
        int first = at + 1;
        while (first < text.length() && text.charAt(first) == ' ') {
            first++;
        }
        if (!text.startsWith("http://", first) && !text.startsWith("https://", first)) {
            return at;
        }
        int close = close(text, at, LONGEST_ADDRESS);
        boolean one = close >= 0 && text.substring(first, close).strip().chars().noneMatch(Character::isWhitespace);
        return one ? close + 1 : at;
    }

    /** The bracket that closes the one here, if no other opens before: so each character is looked at only a few times. */
    private static int close(String text, int at, int longest) {
        char opening = text.charAt(at);
        char closing = opening == '[' ? ']' : '>';
        int end = Math.min(text.length(), at + longest);
        for (int i = at + 1; i < end; i++) {
            if (text.charAt(i) == closing) {
                return i;
            }
            if (text.charAt(i) == opening) {
                return -1;
            }
        }
        return -1;
    }
}

package io.countersign.money.extraction;

/** Writes text with the digits, spaces and marks of ASCII, character by character, so that places stay the same. */
final class PlainText {
    /** Stands for every space that does not break: between groups of digits it is a separator. */
    static final char GROUP_SPACE = '\u00a0';

    private PlainText() {}

    static String of(String text) {
        char[] out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char plain = c < 128 ? c : plain(c);
            if (plain != c) {
                if (out == null) {
                    out = text.toCharArray();
                }
                out[i] = plain;
            }
        }
        return out == null ? text : new String(out);
    }

    private static char plain(char c) {
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (c) {
            case '\u2007', '\u2008', '\u2009', '\u200a', '\u202f' -> GROUP_SPACE;
            case '\u2212', '\u2010', '\u2011', '\u2012', '\uff0d', '\ufe63' -> '-';
            case '’', '‘', 'ʼ', '\uff07', '´' -> '\'';
            case '٫' -> '.';
            case '٬', '،', '，' -> ',';
            case '．', '。' -> '.';
            case '：' -> ':';
            case '＄', '﹩' -> '$';
            case '￥' -> '¥';
            case '￡' -> '£';
            case '￦' -> '₩';
            case '（' -> '(';
            case '）' -> ')';
            case '\u3000' -> ' ';
            default -> c;
        };
    }
}

package io.countersign.ask.written;

/** Text reduced to what a person sees: a model and its reader get the same characters, and nothing hides between them. */
final class PlainText {
    private static final int MOST_MARKS = 3; // on one letter, in any language that is written

    private PlainText() {}

    /** Without control, format (zero width, bidirectional, tag), private and unassigned characters; at most so many characters. */
    static String of(String text, int longest) {
        var plain = new StringBuilder(Math.min(text.length(), longest));
        int marks = 0;
        for (int i = 0; i < text.length() && plain.length() < longest; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
            marks = mark ? marks + 1 : 0;
            if (c == '\n' || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR) {
                newLine(plain);
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                plain.append(' ');
            } else if (isSeen(c, type) && marks <= MOST_MARKS) {
                plain.appendCodePoint(c);
            }
        }
        return plain.toString();
    }

    private static void newLine(StringBuilder plain) {
        int end = plain.length();
        boolean third = end > 1 && plain.charAt(end - 1) == '\n' && plain.charAt(end - 2) == '\n';
        if (!third) {
            plain.append('\n');
        }
    }

    private static boolean isSeen(int c, int type) {
        boolean selector = (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
        return !selector
                && type != Character.CONTROL
                && type != Character.FORMAT
                && type != Character.PRIVATE_USE
                && type != Character.SURROGATE
                && type != Character.UNASSIGNED;
    }
}

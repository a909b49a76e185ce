package io.countersign.shared.text;

/**
 * The text of a mail as a person wants to read it: without what programs leave where pictures stood, and without the tags of a
 * text that is HTML by mistake. For showing only; work grows with the length of the text alone, whatever it is.
 */
public final class ReadableText {
    private ReadableText() {}

    /** The whole text, web addresses as they stand. */
    public static String of(String text) {
        return PictureMarks.drop(Markup.isIn(text) ? Markup.strip(text) : text);
    }

    /** The same for a line or two: of long web addresses the host is left. */
    public static String brief(String text) {
        return WebAddress.brief(of(text));
    }
}

package io.countersign.mail;

import java.util.Set;

/** What elements of HTML do to the text in them, by their name in lower case. */
public final class HtmlElements {
    private static final Set<String> UNREAD = Set.of(
            "style",
            "script",
            "head",
            "title",
            "noscript",
            "template",
            "object",
            "svg",
            "select",
            "textarea",
            "iframe");
    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "footer",
            "form",
            "header",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "pre",
            "section",
            "table",
            "tbody",
            "thead",
            "tfoot",
            "tr",
            "ul",
            "caption");
    private static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6");

    private HtmlElements() {}

    /** True where no reader sees the content: scripts, styles, controls. */
    public static boolean isUnread(String name) {
        return UNREAD.contains(name);
    }

    /** True where the content begins a line of its own; for paragraphs see {@link #isParagraph}. */
    public static boolean isBlock(String name) {
        return BLOCKS.contains(name);
    }

    /** True where the content stands apart by an empty line: paragraphs and headings. */
    public static boolean isParagraph(String name) {
        return PARAGRAPHS.contains(name);
    }
}

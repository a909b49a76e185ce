package io.countersign.shared.text;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.parser.Parser;

/** HTML in what should be plain text. A text that only speaks of tags is left alone. */
final class Markup {
    /** Such tags, one in so many characters, and nobody meant them to be read. */
    private static final int ENOUGH = 3;

    private static final String COMMENT_END = "-->";
    private static final String CLOSING = "</";
    private static final int DENSITY = 400;
    private static final int LONGEST_TAG = 5000;
    private static final Set<String> LINES = Set.of(
            "br",
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "blockquote",
            "center",
            "title");
    private static final Set<String> DROPPED = Set.of("style", "script");
    private static final Set<String> OTHERS = Set.of(
            "html",
            "head",
            "body",
            "meta",
            "link",
            "a",
            "img",
            "span",
            "font",
            "b",
            "i",
            "u",
            "s",
            "strong",
            "em",
            "td",
            "th",
            "tbody",
            "thead",
            "small",
            "big",
            "sup",
            "sub",
            "pre",
            "tt",
            "code",
            "form",
            "input",
            "o:p",
            "!doctype");
    /** With these, written for a reader's program, begins what was written as HTML. */
    private static final Set<String> FIRST =
            Set.of("html", "head", "body", "meta", "!doctype", "div", "p", "table", "center", "font", "style", "br");

    private static final Set<String> TELLING = Set.of("br", "p", "a", "img", "font", "o:p", "td", "tr");

    private Markup() {}

    /** A tag from {@code <} to behind {@code >}. */
    private record Tag(String name, int end) {}

    static boolean isIn(String text) {
        int telling = 0;
        int tags = 0;
        boolean first = false;
        for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
            var tag = tag(text, at);
            if (tag.isPresent()) {
                first |= tags == 0
                        && FIRST.contains(tag.get().name())
                        && text.substring(0, at).isBlank();
                tags++;
                telling += TELLING.contains(tag.get().name()) ? 1 : 0;
            }
        }
        return (first && tags > 1) || (telling >= ENOUGH && (long) telling * DENSITY >= text.length());
    }

    static String strip(String text) {
        // Known once: whoever looks for what never comes again and again takes for ever.
        int lastComment = text.lastIndexOf(COMMENT_END);
        int lastClosing = text.lastIndexOf(CLOSING);
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('<', at);
            if (open < 0) {
                break;
            }
            out.append(text, at, open);
            var tag = tag(text, open);
            if (text.startsWith("<!--", open) && open < lastComment) {
                at = text.indexOf(COMMENT_END, open) + COMMENT_END.length();
            } else if (tag.isPresent()) {
                out.append(
                        LINES.contains(tag.get().name()) ? "\n" : gap(tag.get().name()));
                boolean skipped =
                        DROPPED.contains(tag.get().name()) && tag.get().end() <= lastClosing;
                // What stands in a style sheet or a script is not read either.
                at = skipped
                        ? text.indexOf(CLOSING, tag.get().end())
                        : tag.get().end();
            } else {
                out.append('<');
                at = open + 1;
            }
        }
        out.append(text, at, text.length());
        return Parser.unescapeEntities(out.toString(), false);
    }

    private static String gap(String name) {
        return name.equals("td") || name.equals("th") || name.equals("img") ? " " : "";
    }

    private static Optional<Tag> tag(String text, int at) {
        int begin = text.startsWith(CLOSING, at) ? at + 2 : at + 1;
        int end = begin;
        while (end < text.length() && end - begin < 11 && isNamePart(text.charAt(end))) {
            end++;
        }
        var name = text.substring(begin, end).toLowerCase(Locale.ROOT);
        boolean known = LINES.contains(name) || OTHERS.contains(name) || DROPPED.contains(name);
        return known && end < text.length() && endsName(text.charAt(end)) ? closed(text, name, end) : Optional.empty();
    }

    /** Before the next tag begins: so each character is looked at only a few times. */
    private static Optional<Tag> closed(String text, String name, int from) {
        int most = Math.min(text.length(), from + LONGEST_TAG);
        for (int i = from; i < most; i++) {
            if (text.charAt(i) == '>') {
                return Optional.of(new Tag(name, i + 1));
            }
            if (text.charAt(i) == '<') {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static boolean isNamePart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '!';
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || Character.isWhitespace(c);
    }
}

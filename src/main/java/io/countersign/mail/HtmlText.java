package io.countersign.mail;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Turns HTML into readable text: blocks become lines, table rows too, hidden and technical elements are dropped. */
public final class HtmlText {
    private static final int LONGEST = 2_000_000;

    private HtmlText() {}

    /** True for bytes that begin as an HTML document does. */
    static boolean isHtml(byte[] bytes) {
        var start = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype html") || start.startsWith("<html");
    }

    /** The text that a reader of this HTML would see. Never throws. */
    public static String of(String html) {
        var bounded = html.length() <= LONGEST ? html : html.substring(0, LONGEST);
        Document document = Parser.htmlParser().setTrackErrors(0).parseInput(bounded, "");
        var writer = new Writer();
        document.filter(writer);
        return writer.text();
    }

    private static final class Writer implements NodeFilter {
        private final StringBuilder out = new StringBuilder();
        private int newLines;
        private boolean space;
        private int preformatted;

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                write(text.getWholeText());
                return FilterResult.CONTINUE;
            }
            return node instanceof Element element ? open(element) : FilterResult.CONTINUE;
        }

        private FilterResult open(Element element) {
            var name = element.normalName();
            if (HtmlElements.isUnread(name) || isHidden(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            switch (name) {
                case "br" -> newLines = Math.min(2, newLines + 1);
                case "li" -> {
                    breakLine(1);
                    gap();
                    out.append("- ");
                }
                case "td", "th" -> space = true;
                case "img" -> write(" " + element.attr("alt") + " ");
                case "pre" -> preformatted++;
                default -> {}
            }
            if (!name.equals("li")) {
                blockEdge(name);
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                blockEdge(element.normalName());
                if (element.normalName().equals("pre")) {
                    preformatted--;
                }
            }
            return FilterResult.CONTINUE;
        }

        private void blockEdge(String name) {
            if (HtmlElements.isParagraph(name)) {
                breakLine(2);
            } else if (HtmlElements.isBlock(name)) {
                breakLine(1);
            }
        }

        private void breakLine(int lines) {
            newLines = Math.max(newLines, lines);
        }

        private static boolean isHidden(Element element) {
            if (element.attributesSize() == 0) {
                return false;
            }
            if (element.hasAttr("hidden")) {
                return true;
            }
            var style = element.attr("style");
            return !style.isEmpty() && hides(style);
        }

        private static boolean hides(String style) {
            return containsDeclaration(style, "display", "none") || containsDeclaration(style, "mso-hide", "all");
        }

        private static boolean containsDeclaration(String style, String property, String value) {
            int at = indexOfIgnoreCase(style, property, 0);
            while (at >= 0) {
                int i = at + property.length();
                while (i < style.length() && (style.charAt(i) <= ' ' || style.charAt(i) == ':')) {
                    i++;
                }
                if (style.regionMatches(true, i, value, 0, value.length())) {
                    return true;
                }
                at = indexOfIgnoreCase(style, property, at + 1);
            }
            return false;
        }

        private static int indexOfIgnoreCase(String text, String wanted, int from) {
            for (int i = from; i <= text.length() - wanted.length(); i++) {
                if (text.regionMatches(true, i, wanted, 0, wanted.length())) {
                    return i;
                }
            }
            return -1;
        }

        private void write(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (preformatted > 0 && c == '\n') {
                    newLines = Math.min(2, newLines + 1);
                } else if (c <= ' ' || c == '\u00A0') {
                    space = true;
                } else if (!isInvisible(c)) {
                    gap();
                    out.append(c);
                }
            }
        }

        /** Characters that preheaders are padded with. */
        private static boolean isInvisible(char c) {
            return c == '\u200B' || c == '\u200C' || c == '\u00AD' || c == '\u034F' || c == '\u2060' || c == '\uFEFF';
        }

        private void gap() {
            if (newLines > 0) {
                if (!out.isEmpty()) {
                    out.append("\n\n", 0, newLines);
                }
            } else if (space && !out.isEmpty()) {
                out.append(' ');
            }
            newLines = 0;
            space = false;
        }

        String text() {
            return MailCharsets.clean(out.toString());
        }
    }
}

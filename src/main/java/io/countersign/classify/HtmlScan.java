package io.countersign.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One bounded pass over HTML that counts what shows its purpose and collects links. It is no parser: what a browser would
 * see differently costs accuracy only. At most {@link #MAX_LENGTH} characters are read, each a bounded number of times.
 */
public final class HtmlScan {
    static final int MAX_LENGTH = 300_000;
    static final int MAX_LINKS = 200;

    private static final int MAX_TAG = 3_000;
    private static final int MAX_LINK_TEXT = 300;

    private final String html;
    private final int end;
    private final List<Link> links = new ArrayList<>();
    private int linkCount;
    private int imageCount;
    private int tableCount;
    private boolean pixel;
    private boolean schemaOrder;
    private boolean schemaEvent;

    /** A link to the web: its target as written, the words it shows, tags removed, and the host it leads to, if any. */
    public record Link(String target, String text, String host) {}

    /** Scans at once. */
    public HtmlScan(String html) {
        this.html = html;
        end = Math.min(html.length(), MAX_LENGTH);
        scan();
        schema();
    }

    /** The links in their order, at most {@link #MAX_LINKS}. */
    public List<Link> links() {
        return links;
    }

    int linkCount() {
        return linkCount;
    }

    int imageCount() {
        return imageCount;
    }

    int tableCount() {
        return tableCount;
    }

    /** An image of one pixel, which tells the sender that the mail was opened. */
    boolean pixel() {
        return pixel;
    }

    boolean schemaOrder() {
        return schemaOrder;
    }

    boolean schemaEvent() {
        return schemaEvent;
    }

    private void scan() {
        int at = html.indexOf('<', 0, end);
        while (at >= 0 && at + 2 < end) {
            at = html.indexOf('<', tag(at + 1), end);
        }
    }

    /** Reads the tag whose name begins at {@code at}; returns where to go on. */
    private int tag(int at) {
        int second = html.charAt(at + 1) | 32;
        return switch (html.charAt(at) | 32) {
            case 'a' -> isSpace(at + 1) ? link(at) : at;
            case 'i' -> second == 'm' && starts(at, "img") ? image(at) : at;
            case 't' -> second == 'a' && starts(at, "table") ? table(at) : at;
            case 's' -> second == 't' && starts(at, "style") ? skip(at, "</style") : at;
            default -> at;
        };
    }

    private int table(int at) {
        tableCount++;
        return at;
    }

    private int image(int at) {
        int close = tagEnd(at);
        imageCount++;
        var width = attribute("width", at, close);
        var height = attribute("height", at, close);
        pixel |= isTiny(width) && isTiny(height);
        return close;
    }

    private static boolean isTiny(String size) {
        return size.equals("1") || size.equals("0") || size.equals("1px") || size.equals("0px");
    }

    private int link(int at) {
        int close = tagEnd(at);
        var target = attribute("href", at, close);
        if (target.isEmpty() || target.charAt(0) == '#' || starts(target, "mailto:")) {
            return close;
        }
        linkCount++;
        if (links.size() < MAX_LINKS) {
            links.add(new Link(target, text(close + 1), Hosts.ofUrl(target)));
        }
        return close;
    }

    private String text(int from) {
        var text = new StringBuilder();
        int limit = Math.min(end, from + MAX_LINK_TEXT);
        int at = from;
        while (at < limit) {
            int tag = html.indexOf('<', at, limit);
            text.append(html, at, tag < 0 ? limit : tag);
            if (tag < 0 || starts(tag, "</a")) {
                break;
            }
            int close = html.indexOf('>', tag, limit);
            at = close < 0 ? limit : close + 1;
        }
        return text.toString().strip();
    }

    private int tagEnd(int at) {
        int close = html.indexOf('>', at, Math.min(end, at + MAX_TAG));
        return close < 0 ? Math.min(end - 1, at + MAX_TAG) : close;
    }

    private String attribute(String name, int from, int to) {
        char first = name.charAt(0);
        for (int at = from; at + name.length() + 1 < to; at++) {
            if (html.charAt(at) <= ' ' && (html.charAt(at + 1) | 32) == first && starts(at + 1, name)) {
                return valueAfter(at + 1 + name.length(), to);
            }
        }
        return "";
    }

    private String valueAfter(int from, int to) {
        int at = spaces(from, to);
        if (at >= to || html.charAt(at) != '=') {
            return "";
        }
        at = spaces(at + 1, to);
        if (at >= to) {
            return "";
        }
        char quote = html.charAt(at);
        if (quote == '"' || quote == '\'') {
            int close = html.indexOf(quote, at + 1, to);
            return html.substring(at + 1, close < 0 ? to : close).strip();
        }
        int stop = at;
        while (stop < to && !isSpace(stop)) {
            stop++;
        }
        return html.substring(at, stop);
    }

    private int spaces(int from, int to) {
        int at = from;
        while (at < to && isSpace(at)) {
            at++;
        }
        return at;
    }

    private int skip(int at, String closing) {
        int next = at;
        while ((next = html.indexOf('<', next + 1, end)) >= 0) {
            if (starts(next, closing)) {
                return next;
            }
        }
        return end;
    }

    /** Looks at what schema.org markup says the mail is. */
    private void schema() {
        int at = html.indexOf("schema.org", 0, end);
        for (int tries = 0; at >= 0 && tries < 20; tries++) {
            var around = html.substring(at, Math.min(end, at + 160)).toLowerCase(Locale.ROOT);
            schemaOrder |= around.contains("order") || around.contains("invoice") || around.contains("parceldelivery");
            schemaEvent |= around.contains("eventreservation") || around.contains("\"event\"");
            at = html.indexOf("schema.org", at + 10, end);
        }
    }

    private boolean isSpace(int at) {
        return at < end && html.charAt(at) <= ' ';
    }

    private boolean starts(int at, String word) {
        return html.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean starts(String text, String word) {
        return text.regionMatches(true, 0, word, 0, word.length());
    }
}

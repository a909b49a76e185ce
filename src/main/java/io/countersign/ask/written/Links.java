package io.countersign.ask.written;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may take for a link or an address, in whatever wrapping. */
final class Links {
    private static final String REST = "[^\\s<>\"]*";

    private static final Pattern LINK = Pattern.compile("(?i:"
            + "[a-z][a-z0-9+.-]{0,30}:(?://|\\\\\\\\)"
            + REST
            + "|(?:mailto|javascript|vbscript|data|file|tel|sms|callto|blob|cid|magnet|intent|about|view-source|urn):"
            + REST
            + "|[\\p{L}\\p{N}._%+-]+[@＠][\\p{L}\\p{N}]"
            + REST
            + "|[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:[:/?#]"
            + REST
            + ")?"
            + "|\\[[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:.]*](?:[:/?#]"
            + REST
            + ")?"
            + "|(?://|\\\\\\\\)[^\\s<>\"/\\\\]"
            + REST
            + "|(?:[\\p{L}\\p{N}_-]+[.。．｡])+(?:xn--[a-z0-9-]+|\\p{L}{2,})[:/?#&=%\\\\@]"
            + REST
            + ")"
            + "|(?:[\\p{L}\\p{N}_-]+[.。．｡])+(?:xn--[a-z0-9-]+|\\p{Ll}{2,}|\\p{Lu}{2,}|\\p{Lo}{2,})"
            + REST);

    private static final String TRAILING = ".,;:!?)]}'»”’*_";

    /** From a character to before another. */
    record Range(int from, int to) {}

    private Links() {}

    static List<Range> in(String text) {
        var ranges = new ArrayList<Range>();
        var matcher = LINK.matcher(text);
        while (matcher.find()) {
            int end = matcher.end();
            while (end > matcher.start() + 1 && TRAILING.indexOf(text.charAt(end - 1)) >= 0) {
                end--;
            }
            ranges.add(new Range(matcher.start(), end));
        }
        return ranges;
    }

    /** Every link as it is written. */
    static Set<String> texts(String text) {
        return in(text).stream()
                .map(range -> text.substring(range.from, range.to))
                .collect(Collectors.toSet());
    }

    /** The text with something else in place of every link that is not allowed. */
    static String keepOnly(Set<String> allowed, String text, String instead) {
        var kept = new StringBuilder();
        int at = 0;
        for (var range : in(text)) {
            var link = text.substring(range.from, range.to);
            kept.append(text, at, range.from).append(allowed.contains(link) ? link : instead);
            at = range.to;
        }
        return kept.append(text, at, text.length()).toString();
    }
}

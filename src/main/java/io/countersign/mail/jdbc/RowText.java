package io.countersign.mail.jdbc;

import io.countersign.mail.Address;
import io.countersign.mail.Understanding.Evidence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Lists as the text of one column: an entry a line, its parts separated by tabs. Faster to read than JSON, legible in SQL. */
final class RowText {
    private static final char LINE = '\n';
    private static final char TAB = '\t';

    private RowText() {}

    /** As many leading entries as fit into {@code limit} characters. */
    static String lines(Collection<String> entries, int limit) {
        if (entries.isEmpty()) {
            return "";
        }
        var text = new StringBuilder();
        for (var entry : entries) {
            var line = clean(entry);
            if (line.isEmpty()) {
                continue;
            }
            if (text.length() + line.length() + 1 > limit) {
                break;
            }
            if (!text.isEmpty()) {
                text.append(LINE);
            }
            text.append(line);
        }
        return text.toString();
    }

    static List<String> lines(String text) {
        return split(text, Function.identity());
    }

    static String addresses(List<Address> addresses, int limit) {
        return lines(
                addresses.stream()
                        .map(address -> part(address.email()) + TAB + part(address.name()))
                        .toList(),
                limit);
    }

    static List<Address> addresses(String text) {
        return split(text, line -> {
            int tab = line.indexOf(TAB);
            return new Address(line.substring(tab + 1), line.substring(0, tab));
        });
    }

    static String evidence(List<Evidence> evidence, int limit) {
        return lines(
                evidence.stream()
                        .map(one -> one.weight() + "\t" + part(one.detector()) + TAB + part(one.seen()))
                        .toList(),
                limit);
    }

    static List<Evidence> evidence(String text) {
        return split(text, line -> {
            int first = line.indexOf(TAB);
            int second = line.indexOf(TAB, first + 1);
            return new Evidence(
                    line.substring(first + 1, second),
                    line.substring(second + 1),
                    Double.parseDouble(line.substring(0, first)));
        });
    }

    private static <T> List<T> split(String text, Function<String, T> parse) {
        if (text.isEmpty()) {
            return List.of();
        }
        var entries = new ArrayList<T>();
        int start = 0;
        for (int end = text.indexOf(LINE); end >= 0; end = text.indexOf(LINE, start)) {
            entries.add(parse.apply(text.substring(start, end)));
            start = end + 1;
        }
        entries.add(parse.apply(text.substring(start)));
        return entries;
    }

    /** What both databases can store: without NUL and unpaired surrogates (PostgreSQL refuses them), at most {@code limit} long. */
    static String fit(String text, int limit) {
        var legal = isLegal(text) ? text : legal(text);
        if (legal.length() <= limit) {
            return legal;
        }
        return legal.substring(0, Character.isHighSurrogate(legal.charAt(limit - 1)) ? limit - 1 : limit);
    }

    private static boolean isLegal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static String legal(String text) {
        var result = new StringBuilder(text.length());
        text.codePoints()
                .filter(point -> point != 0)
                .map(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? '\uFFFD' : point)
                .forEach(result::appendCodePoint);
        return result.toString();
    }

    private static String clean(String entry) {
        return fit(entry.replace(LINE, ' '), Integer.MAX_VALUE);
    }

    private static String part(String text) {
        return text.replace(TAB, ' ');
    }
}

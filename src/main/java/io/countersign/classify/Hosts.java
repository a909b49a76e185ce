package io.countersign.classify;

import java.util.Locale;

/** Cuts host names out of URLs and header values. Everything returned is in lower case; empty means there is none. */
public final class Hosts {
    private static final int MAX_HOST = 253;

    private Hosts() {}

    /** The host of an absolute http(s) URL. */
    public static String ofUrl(String url) {
        int scheme = url.indexOf("://");
        if (scheme < 0 || scheme > 8) {
            return url.startsWith("//") ? hostAt(url, 2) : "";
        }
        return hostAt(url, scheme + 3);
    }

    private static String hostAt(String url, int from) {
        int end = from;
        int begin = from;
        while (end < url.length() && !endsHost(url.charAt(end))) {
            if (url.charAt(end) == '@') {
                begin = end + 1;
            }
            end++;
        }
        int colon = url.indexOf(':', begin);
        return clean(url.substring(begin, colon >= 0 && colon < end ? colon : end));
    }

    private static boolean endsHost(char c) {
        return c <= ' ' || c == '/' || c == '?' || c == '#' || c == '\\' || c == '"' || c == '\'' || c == '<'
                || c == '>';
    }

    /** The domain behind the last {@code @} in a header value. */
    public static String afterAt(String value) {
        int at = value.lastIndexOf('@');
        return at < 0 ? "" : leadingHost(value, at + 1);
    }

    /** The host name that begins at an offset. */
    public static String leadingHost(String value, int from) {
        int end = from;
        while (end < value.length() && end - from < MAX_HOST && isHostPart(value.charAt(end))) {
            end++;
        }
        return clean(value.substring(from, end));
    }

    /**
     * The host that a link's text claims to lead to: only where the text as a whole is a URL or a host name with a
     * common ending. Words are never a claim.
     */
    static String claimedBy(String text) {
        if (text.isEmpty() || text.length() > 200 || text.indexOf(' ') >= 0 || text.indexOf('@') >= 0) {
            return "";
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return ofUrl(lower);
        }
        var host = leadingHost(lower, 0);
        boolean whole = host.length() == lower.length() || lower.charAt(host.length()) == '/';
        return whole && looksLikeHost(host) ? host : "";
    }

    static boolean isPublicAddress(String host) {
        var parts = host.split("\\.", -1);
        if (parts.length != 4) {
            return false;
        }
        for (var part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Character::isDigit)) {
                return false;
            }
        }
        int first = Integer.parseInt(parts[0]);
        int second = Integer.parseInt(parts[1]);
        boolean local = first == 10
                || first == 127
                || first == 0
                || (first == 192 && second == 168)
                || (first == 172 && second >= 16 && second < 32)
                || (first == 169 && second == 254);
        return !local;
    }

    private static boolean looksLikeHost(String host) {
        int dot = host.lastIndexOf('.');
        if (dot <= 0) {
            return false;
        }
        var ending = host.substring(dot + 1);
        return host.startsWith("www.")
                || ending.equals("com")
                || ending.equals("org")
                || ending.equals("net")
                || ending.equals("de")
                || ending.equals("uk");
    }

    private static boolean isHostPart(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static String clean(String host) {
        var cut = host.length() > MAX_HOST ? host.substring(0, MAX_HOST) : host;
        while (cut.endsWith(".")) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.toLowerCase(Locale.ROOT);
    }
}

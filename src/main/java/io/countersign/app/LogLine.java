package io.countersign.app;

import ch.qos.logback.classic.pattern.ClassicConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.google.re2j.Pattern;

/**
 * The message of an event as part of one line of the log: what would break or colour a line is escaped, its length is bounded,
 * and what looks like a password or a token is left out.
 */
public final class LogLine extends ClassicConverter {
    private static final int LONGEST = 4000;
    private static final String HIDDEN = "***";
    private static final Pattern SECRET = Pattern.compile(
            "(?i)((?:password|passwd|pwd|secret|token|api[-_]?key)[\"']?\\s*[=:]\\s*[\"']?|bearer\\s+)[^\\s&\"',;)}\\]]+");
    private static final Pattern LOGIN = Pattern.compile("(://)[^/\\s@]+@");

    @Override
    public String convert(ILoggingEvent event) {
        return of(event.getFormattedMessage());
    }

    /** {@code text} without a character that ends a line or controls a terminal, or reorders what is read. */
    static String of(String text) {
        var line = new StringBuilder(Math.min(text.length(), LONGEST) + 1);
        text.chars().limit(LONGEST).forEach(c -> append(line, (char) c));
        return withoutSecrets(
                text.length() <= LONGEST ? line.toString() : line.append('…').toString());
    }

    private static String withoutSecrets(String line) {
        var hidden = SECRET.matcher(line).replaceAll("$1" + HIDDEN);
        return LOGIN.matcher(hidden).replaceAll("$1" + HIDDEN + "@");
    }

    private static void append(StringBuilder line, char c) {
        if (c == '\n') {
            line.append("\\n");
        } else if (isPlain(c)) {
            line.append(c);
        } else {
            line.append("\\u%04x".formatted((int) c));
        }
    }

    private static boolean isPlain(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}

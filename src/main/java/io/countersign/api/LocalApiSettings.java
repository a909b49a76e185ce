package io.countersign.api;

import java.util.OptionalInt;

/**
 * Whether the window serves the local API, and where.
 *
 * @param port 1024 to 65535; what is below belongs to the system
 */
public record LocalApiSettings(boolean on, int port) {
    /** The port when nobody chose another. */
    public static final int PORT = 8003;

    public static final LocalApiSettings OFF = new LocalApiSettings(false, PORT);

    private static final int FIRST = 1024;
    private static final int LAST = 65_535;
    private static final int MOST_DIGITS = 5;

    public LocalApiSettings {
        if (port < FIRST || port > LAST) {
            throw new IllegalArgumentException("port " + port);
        }
    }

    /** What a person typed; empty when it is no port that may be chosen. */
    public static OptionalInt port(String typed) {
        var text = typed.strip();
        if (text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return OptionalInt.empty();
        }
        int port = Integer.parseInt(text);
        return port >= FIRST && port <= LAST ? OptionalInt.of(port) : OptionalInt.empty();
    }
}
